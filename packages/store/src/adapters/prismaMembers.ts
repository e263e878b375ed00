/** Members of projects on Prisma. */
import { type Role, refuseMemberWish, role } from '@tramline/wire';
import type { Member, Members } from '../ports/project.ts';
import { type Database, done, inTransaction, type Rows, refuse } from './database.ts';
import { post } from './prismaHouse.ts';

/** Holds a project until the transaction ends, so that changes of its members follow one another; false when it is gone. */
export async function lockProject(rows: Rows, projectId: string): Promise<boolean> {
  const held = await rows.$queryRaw<{ id: string }[]>`
    SELECT id FROM "project" WHERE id = ${projectId}::uuid AND deleted_at IS NULL FOR UPDATE`;
  return held.length > 0;
}

/** A membership with its person, as a member. */
export function readMember(row: { role: string; user: { id: string; name: string; email: string } }): Member {
  return { id: row.user.id, name: row.user.name, email: row.user.email, role: role.parse(row.role) };
}

/** What a query must include for `readMember`. */
export const WITH_PERSON = { user: { select: { id: true, name: true, email: true } } } as const;

/** Reads both roles under the lock and judges the wish; the member as they are now. */
async function judge(rows: Rows, wish: { projectId: string; personId: string; actorId: string; to: Role | undefined }) {
  const { projectId, personId, actorId, to } = wish;
  if (!(await lockProject(rows, projectId))) return refuse('thing.notFound');
  const found = await rows.membership.findMany({ where: { projectId }, include: WITH_PERSON });
  const members = found.map(readMember);
  const actor = members.find((member) => member.id === actorId);
  const member = members.find((one) => one.id === personId);
  if (!actor || !member) return refuse('thing.notFound');
  const owners = members.filter((one) => one.role === 'owner').length;
  const refusal = refuseMemberWish({ actor: actor.role, isSelf: actorId === personId, from: member.role, to, owners });
  return refusal ? refuse(refusal) : done(member);
}

/** Gives the members of a database's projects. */
export function prismaMembers(db: Database): Members {
  return {
    async list(projectId) {
      const where = { projectId, project: { deletedAt: null } };
      const orderBy = [{ createdAt: 'asc' as const }, { userId: 'asc' as const }];
      return (await db.membership.findMany({ where, include: WITH_PERSON, orderBy })).map(readMember);
    },
    async add(projectId, userId, as, at) {
      await db.$transaction(async (rows) => {
        await rows.membership.create({ data: { projectId, userId, role: as, createdAt: at } });
        await post(rows, { kind: 'membership.changed', projectId, userId }, at);
      });
    },
    changeRole: (projectId, personId, to, actorId, at) =>
      inTransaction(db, async (rows) => {
        const judged = await judge(rows, { projectId, personId, actorId, to });
        if (!judged.ok) return judged;
        const where = { projectId_userId: { projectId, userId: personId } };
        await rows.membership.update({ where, data: { role: to } });
        await post(rows, { kind: 'membership.changed', projectId, userId: personId }, at);
        return done({ ...judged.value, role: to });
      }),
    remove: (projectId, personId, actorId, at) =>
      inTransaction(db, async (rows) => {
        const judged = await judge(rows, { projectId, personId, actorId, to: undefined });
        if (!judged.ok) return judged;
        await rows.membership.delete({ where: { projectId_userId: { projectId, userId: personId } } });
        await post(rows, { kind: 'membership.changed', projectId, userId: personId }, at);
        return done(undefined);
      }),
  };
}
