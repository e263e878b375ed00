/** Invitations on Prisma. */
import { type OutboxMessage, type Outcome, role } from '@tramline/wire';
import type { Invitation as Row } from '../generated/prisma/client.ts';
import type { Invitation, Invitations } from '../ports/project.ts';
import { type Database, done, inTransaction, type Rows, refuse } from './database.ts';
import { post } from './prismaHouse.ts';
import { lockProject } from './prismaMembers.ts';

function read(row: Row): Invitation {
  const { tokenHash: _, createdById: __, ...rest } = row;
  return { ...rest, role: role.parse(row.role) };
}

/** Makes a person a member by an invitation, in the transaction of `rows`. Refusals: see `Invitations.accept`. */
export async function acceptInvitation(
  rows: Rows,
  tokenHash: Uint8Array,
  personId: string,
  at: Date,
): Promise<Outcome<{ projectId: string }>> {
  const where = { tokenHash: new Uint8Array(tokenHash) };
  const projectId = (await rows.invitation.findUnique({ where, select: { projectId: true } }))?.projectId;
  if (projectId === undefined || !(await lockProject(rows, projectId))) return refuse('invitation.invalid');
  const invitation = await rows.invitation.findUniqueOrThrow({ where });
  const person = await rows.user.findUniqueOrThrow({ where: { id: personId } });
  const membership = await rows.membership.findUnique({ where: { projectId_userId: { projectId, userId: personId } } });
  if (invitation.revokedAt) return refuse('invitation.invalid');
  if (invitation.acceptedAt) {
    const isAgain = invitation.acceptedById === personId && membership !== null;
    return isAgain ? done({ projectId }) : refuse('invitation.used');
  }
  if (invitation.expiresAt <= at) return refuse('invitation.expired');
  if (invitation.email !== null && invitation.email.toLowerCase() !== person.email)
    return refuse('invitation.otherPerson');
  if (membership) return refuse('member.exists', { projectId });
  await rows.membership.create({ data: { projectId, userId: personId, role: invitation.role, createdAt: at } });
  await rows.invitation.update({ where, data: { acceptedAt: at, acceptedById: personId } });
  const news: OutboxMessage = { kind: 'membership.changed', projectId, userId: personId };
  await post(rows, news, at);
  return done({ projectId });
}

/** Gives the invitations of a database. */
export function prismaInvitations(db: Database): Invitations {
  return {
    async list(projectId) {
      return (await db.invitation.findMany({ where: { projectId }, orderBy: { createdAt: 'asc' } })).map(read);
    },
    async find(tokenHash) {
      const row = await db.invitation.findUnique({
        where: { tokenHash: new Uint8Array(tokenHash) },
        include: { project: true },
      });
      if (!row || row.project.deletedAt) return undefined;
      const { project, ...invitation } = row;
      return { ...read(invitation), projectName: project.name };
    },
    async create({ at, tokenHash, ...rest }) {
      const data = { ...rest, tokenHash: new Uint8Array(tokenHash), createdAt: at };
      return read(await db.invitation.create({ data }));
    },
    revoke: (projectId, id, at) =>
      inTransaction(db, async (rows) => {
        if (!(await lockProject(rows, projectId))) return refuse('thing.notFound');
        const row = await rows.invitation.findUnique({ where: { id, projectId } });
        if (!row) return refuse('thing.notFound');
        if (row.acceptedAt) return refuse('invitation.used');
        if (!row.revokedAt) await rows.invitation.update({ where: { id }, data: { revokedAt: at } });
        return done(undefined);
      }),
    accept: (tokenHash, personId, at) => inTransaction(db, (rows) => acceptInvitation(rows, tokenHash, personId, at)),
  };
}
