/** Comments on Prisma. */
import { type CommentTarget, commentTarget, type Outcome, type PersonView } from '@tramline/wire';
import { Prisma, type Comment as Row } from '../generated/prisma/client.ts';
import type { Comment, Comments, NewComment } from '../ports/review.ts';
import { type Database, done, inTransaction, type Rows, refuse } from './database.ts';
import { post } from './prismaHouse.ts';

type FoundRow = Row & { script: { projectId: string } };
const WITH_PROJECT = { script: { select: { projectId: true } } } as const;
const isThere = { deletedAt: null, project: { deletedAt: null } };

function readTarget(row: Row): CommentTarget | null {
  if (row.threadId !== null) return null;
  return commentTarget.parse({ kind: row.targetKind, id: row.targetId ?? undefined, anchor: row.anchor ?? undefined });
}

/** Rows as comments, with the names of everybody in them. A person who is gone keeps the id and has no name. */
async function read(rows: Rows, found: readonly FoundRow[]): Promise<readonly Comment[]> {
  const ids = new Set(found.flatMap((row) => [row.authorId, ...row.mentions, row.resolvedById ?? row.authorId]));
  const people = await rows.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  const names = new Map(people.map((person) => [person.id, person.name]));
  const person = (id: string): PersonView => ({ id, name: names.get(id) ?? '' });
  return found.map((row) => ({
    id: row.id,
    projectId: row.script.projectId,
    scriptId: row.scriptId,
    threadId: row.threadId,
    author: person(row.authorId),
    body: row.body,
    mentions: row.mentions.map(person),
    target: readTarget(row),
    createdAt: row.createdAt,
    editedAt: row.editedAt,
    deletedAt: row.deletedAt,
    resolved: row.resolvedAt && row.resolvedById ? { at: row.resolvedAt, by: person(row.resolvedById) } : null,
  }));
}

async function find(rows: Rows, id: string): Promise<Comment | undefined> {
  const row = await rows.comment.findFirst({ where: { id, script: isThere }, include: WITH_PROJECT });
  return row ? (await read(rows, [row]))[0] : undefined;
}

/** The comment after a change of it, told to everybody. */
async function changed(rows: Rows, id: string, at: Date): Promise<Outcome<Comment>> {
  const comment = await find(rows, id);
  if (!comment) return refuse('thing.notFound');
  await post(rows, { kind: 'comment.changed', projectId: comment.projectId, commentId: id }, at);
  return done(comment);
}

async function areMembers(rows: Rows, projectId: string, ids: readonly string[]): Promise<boolean> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return true;
  return (await rows.membership.count({ where: { projectId, userId: { in: distinct } } })) === distinct.length;
}

function targetColumns(comment: NewComment) {
  if ('threadId' in comment) return { threadId: comment.threadId, targetKind: 'thread', anchor: Prisma.DbNull };
  const { target } = comment;
  if (target.kind === 'words') return { targetKind: target.kind, anchor: target.anchor };
  return { targetKind: target.kind, targetId: target.id, anchor: Prisma.DbNull };
}

async function add(rows: Rows, comment: NewComment): Promise<Outcome<Comment>> {
  const { id, scriptId, authorId, body, mentions, at } = comment;
  const script = await rows.script.findFirst({ where: { id: scriptId, ...isThere }, select: { projectId: true } });
  if (!script) return refuse('thing.notFound');
  if ('threadId' in comment) {
    const root = await rows.comment.findFirst({ where: { id: comment.threadId, scriptId, threadId: null } });
    if (!root) return refuse('thing.notFound');
  }
  if (!(await areMembers(rows, script.projectId, mentions))) return refuse('comment.mention');
  const columns = { ...targetColumns(comment), mentions: [...new Set(mentions)], createdAt: at };
  await rows.comment.create({ data: { id, scriptId, authorId, body, ...columns }, select: { id: true } });
  return changed(rows, id, at);
}

/** Changes columns of a comment that is there, not deleted, and passes `mayChange`. */
function change(
  db: Database,
  id: string,
  at: Date,
  how: (comment: Comment, rows: Rows) => Promise<Outcome<Prisma.CommentUncheckedUpdateInput>>,
): Promise<Outcome<Comment>> {
  return inTransaction(db, async (rows) => {
    const comment = await find(rows, id);
    if (!comment || comment.deletedAt) return refuse('thing.notFound');
    const columns = await how(comment, rows);
    if (!columns.ok) return columns;
    await rows.comment.update({ where: { id }, data: columns.value, select: { id: true } });
    return changed(rows, id, at);
  });
}

/** Gives the comments of a database. */
export function prismaComments(db: Database): Comments {
  return {
    async list(scriptId) {
      const orderBy = [{ createdAt: 'asc' as const }, { id: 'asc' as const }];
      const where = { scriptId, script: isThere };
      return read(db, await db.comment.findMany({ where, orderBy, include: WITH_PROJECT }));
    },
    find: (id) => find(db, id),
    add: (comment) => inTransaction(db, (rows) => add(rows, comment)),
    edit: (id, { body, mentions }, at) =>
      change(db, id, at, async (comment, rows) =>
        (await areMembers(rows, comment.projectId, mentions))
          ? done({ body, mentions: [...new Set(mentions)], editedAt: at })
          : refuse('comment.mention'),
      ),
    remove: (id, at) => change(db, id, at, async () => done({ body: '', mentions: [], deletedAt: at })),
    resolve: (id, byId, at) =>
      inTransaction(db, async (rows) => {
        const comment = await find(rows, id);
        if (!comment || comment.threadId !== null) return refuse('thing.notFound');
        const columns = { resolvedAt: byId === undefined ? null : at, resolvedById: byId ?? null };
        await rows.comment.update({ where: { id }, data: columns, select: { id: true } });
        return changed(rows, id, at);
      }),
  };
}
