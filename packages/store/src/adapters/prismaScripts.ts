/** Scripts and their documents on Prisma. */
import { documentKind, scriptFormat, scriptLanguage } from '@tramline/wire';
import { SERVER_AUTHOR } from '../log/initialDocument.ts';
import type { DocumentRow, Documents, NewScript, Script, Scripts } from '../ports/script.ts';
import { type Database, done, inTransaction, type Rows, refuse } from './database.ts';
import { post } from './prismaHouse.ts';
import { lockProject } from './prismaMembers.ts';

interface Row {
  id: string;
  projectId: string;
  title: string;
  format: string;
  language: string;
  position: number;
  scriptDocId: string;
  shotsDocId: string;
  createdAt: Date;
}

const WITHOUT_SOURCE = { sourceBytes: true, sourceName: true } as const;

/** Rows as scripts, each with the time of the newest update of its documents. One question for all of them. */
export async function withChanges(rows: Rows, found: readonly Row[]): Promise<readonly Script[]> {
  if (found.length === 0) return [];
  const ids = found.flatMap((row) => [row.scriptDocId, row.shotsDocId]);
  const changes = await rows.$queryRaw<{ id: string; at: Date }[]>`
    SELECT d.id, u.at FROM "document" d JOIN "document_update" u ON u.document_id = d.id AND u.seq = d.head_seq
    WHERE d.id = ANY(${ids}::uuid[])`;
  const changedAt = new Map(changes.map((change) => [change.id, change.at.getTime()]));
  return found.map((row) => ({
    id: row.id,
    projectId: row.projectId,
    title: row.title,
    format: scriptFormat.parse(row.format),
    language: scriptLanguage.parse(row.language),
    position: row.position,
    documents: { script: row.scriptDocId, shots: row.shotsDocId },
    createdAt: row.createdAt,
    changedAt: new Date(
      Math.max(row.createdAt.getTime(), ...[row.scriptDocId, row.shotsDocId].map((id) => changedAt.get(id) ?? 0)),
    ),
  }));
}

async function find(rows: Rows, id: string): Promise<Script | undefined> {
  const where = { id, deletedAt: null, project: { deletedAt: null } };
  const row = await rows.script.findFirst({ where, omit: WITHOUT_SOURCE });
  return row ? (await withChanges(rows, [row]))[0] : undefined;
}

/** The first content is row 1 of the document's log, by the server itself. */
async function createDocument(rows: Rows, script: NewScript, kind: 'script' | 'shots'): Promise<void> {
  const { id: documentId, update, schemaVersion, edits = [] } = script.documents[kind];
  const { projectId, at } = script;
  const written = [
    ...(update ? [{ ...SERVER_AUTHOR, update, at }] : []),
    ...edits.map((edit) => ({ ...SERVER_AUTHOR, userId: edit.authorId, update: edit.update, at: edit.at })),
  ];
  const size = { headSeq: written.length, bytes: written.reduce((sum, row) => sum + row.update.byteLength, 0) };
  await rows.document.create({ data: { id: documentId, projectId, kind, schemaVersion, createdAt: at, ...size } });
  for (const [place, { update: bytes, ...row }] of written.entries()) {
    const bin = new Uint8Array(bytes);
    await rows.documentUpdate.create({ data: { documentId, seq: place + 1, ...row, bin }, select: { seq: true } });
  }
}

async function create(rows: Rows, script: NewScript) {
  if (!(await lockProject(rows, script.projectId))) return refuse('thing.notFound');
  const { id, projectId, title, format, language, createdById, documents, source, at } = script;
  const position = await rows.script.count({ where: { projectId, deletedAt: null } });
  await createDocument(rows, script, 'script');
  await createDocument(rows, script, 'shots');
  const row = await rows.script.create({
    data: {
      ...{ id, projectId, title, format, language, position, createdById, createdAt: at },
      ...{ scriptDocId: documents.script.id, shotsDocId: documents.shots.id },
      ...(source && { sourceName: source.name, sourceBytes: new Uint8Array(source.bytes) }),
    },
    omit: WITHOUT_SOURCE,
  });
  await post(rows, { kind: 'script.changed', projectId, scriptId: id }, at);
  const [made] = await withChanges(rows, [row]);
  return made ? done(made) : refuse('thing.notFound');
}

/** Writes the positions 0, 1, 2… of a project's scripts with one of them moved. */
async function move(rows: Rows, script: Script, to: number): Promise<void> {
  const where = { projectId: script.projectId, deletedAt: null };
  const orderBy = [{ position: 'asc' as const }, { createdAt: 'asc' as const }];
  const others = (await rows.script.findMany({ where, orderBy, select: { id: true } })).filter(
    (row) => row.id !== script.id,
  );
  others.splice(Math.min(to, others.length), 0, { id: script.id });
  for (const [position, row] of others.entries()) {
    await rows.script.update({ where: { id: row.id }, data: { position }, select: { id: true } });
  }
}

/** Gives the scripts of a database. */
export function prismaScripts(db: Database): Scripts {
  return {
    find: (id) => find(db, id),
    create: (script) => inTransaction(db, (rows) => create(rows, script)),
    change: (id, { position, ...fields }, at) =>
      inTransaction(db, async (rows) => {
        const script = await find(rows, id);
        if (!script || !(await lockProject(rows, script.projectId))) return refuse('thing.notFound');
        await rows.script.update({ where: { id }, data: fields, select: { id: true } });
        if (position !== undefined) await move(rows, script, position);
        await post(rows, { kind: 'script.changed', projectId: script.projectId, scriptId: id }, at);
        const changed = await find(rows, id);
        return changed ? done(changed) : refuse('thing.notFound');
      }),
    async remove(id, at) {
      await db.$transaction(async (rows) => {
        const script = await find(rows, id);
        if (!script) return;
        await rows.script.update({ where: { id }, data: { deletedAt: at }, select: { id: true } });
        const ids = [script.documents.script, script.documents.shots];
        await rows.document.updateMany({ where: { id: { in: ids } }, data: { deletedAt: at } });
        await post(rows, { kind: 'script.changed', projectId: script.projectId, scriptId: id }, at);
      });
    },
    async source(id) {
      const select = { sourceName: true, sourceBytes: true };
      const row = await db.script.findFirst({ where: { id, deletedAt: null }, select });
      return row?.sourceBytes ? { name: row.sourceName ?? '', bytes: row.sourceBytes } : undefined;
    },
  };
}

/** Gives the documents of a database. */
export function prismaDocuments(db: Database): Documents {
  return {
    async find(id): Promise<DocumentRow | undefined> {
      const row = await db.document.findFirst({ where: { id, deletedAt: null, project: { deletedAt: null } } });
      if (!row) return undefined;
      const { projectId, kind, schemaVersion, generation } = row;
      return { id, projectId, kind: documentKind.parse(kind), schemaVersion, generation };
    },
  };
}
