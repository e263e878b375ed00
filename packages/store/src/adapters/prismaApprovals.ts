/** Approvals on Prisma. */
import { approvalComponents, decision, gate, role } from '@tramline/wire';
import type { Prisma, Approval as Row } from '../generated/prisma/client.ts';
import type { Approval, Approvals } from '../ports/review.ts';
import { type Database, done, inTransaction, refuse } from './database.ts';

function read(row: Row): Approval {
  return {
    id: row.id,
    scriptId: row.scriptId,
    shotId: row.shotId,
    takeId: row.takeId,
    gate: gate.parse(row.gate),
    decision: decision.parse(row.decision),
    actor: { id: row.actorId, name: row.actorName, role: role.parse(row.actorRole) },
    note: row.note,
    hash: row.hash,
    hashVersion: row.hashVersion,
    components: approvalComponents.parse(row.components),
    content: row.content,
    at: row.at,
  };
}

/** Gives the approvals of a database. */
export function prismaApprovals(db: Database): Approvals {
  const orderBy = [{ at: 'asc' as const }, { id: 'asc' as const }];
  const script = { deletedAt: null, project: { deletedAt: null } };
  return {
    list: async (scriptId) => (await db.approval.findMany({ where: { scriptId, script }, orderBy })).map(read),
    listForShot: async (scriptId, shotId) =>
      (await db.approval.findMany({ where: { scriptId, shotId, script }, orderBy })).map(read),
    record: ({ actor, content, ...rest }) =>
      inTransaction(db, async (rows) => {
        const isThere = await rows.script.findFirst({ where: { id: rest.scriptId, ...script }, select: { id: true } });
        if (!isThere) return refuse('thing.notFound');
        const columns = { actorId: actor.id, actorName: actor.name, actorRole: actor.role };
        const data = { ...rest, ...columns, content: content as Prisma.InputJsonValue };
        await rows.approval.createMany({ data, skipDuplicates: true });
        return done(read(await rows.approval.findUniqueOrThrow({ where: { id: rest.id } })));
      }),
  };
}
