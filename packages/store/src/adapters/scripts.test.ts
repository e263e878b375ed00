import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore, type Store } from '../createStore.ts';
import { expectAllOrNothing } from '../testing/atomic.ts';
import { addProject, minute, newScript, nextId } from '../testing/cast.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../testing/testDatabase.ts';
import { isStoreAway } from './database.ts';

let server: TestServer;
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  server = await startTestServer();
  database = await server.database();
  store = createStore({ databaseUrl: database.url });
});
afterAll(async () => {
  await store?.close();
  await server?.stop();
});

const lastNews = async () => (await database.query('SELECT kind, payload FROM outbox ORDER BY id DESC LIMIT 1'))[0];

describe('scripts', () => {
  it('makes a script with its two documents, whose first content is row 1 of their logs', async () => {
    const { projectId, owner } = await addProject(store);
    const script = newScript(projectId, owner, { source: { name: 'draft.fountain', bytes: Uint8Array.of(1, 2, 3) } });
    const { documents, id } = script;
    const made = await store.scripts.create(script);
    const expected = {
      ...{ id, projectId, title: 'Draft', format: 'short', language: 'en', position: 0 },
      documents: { script: documents.script.id, shots: documents.shots.id },
      ...{ createdAt: minute(2), changedAt: minute(2) },
    };
    expect(made).toEqual({ ok: true, value: expected });
    expect(await store.scripts.find(id)).toEqual(expected);
    expect(await store.scripts.source(id)).toEqual({ name: 'draft.fountain', bytes: Uint8Array.of(1, 2, 3) });
    const rows = await database.query(
      'SELECT d.kind, d.head_seq, d.bytes, u.seq, u.client_id, u.bin FROM document d JOIN document_update u ON u.document_id = d.id WHERE d.project_id = $1 ORDER BY d.kind',
      [projectId],
    );
    expect(rows).toEqual([
      { kind: 'script', head_seq: '1', bytes: '2', seq: '1', client_id: '1', bin: Buffer.of(0, 1) },
      { kind: 'shots', head_seq: '1', bytes: '2', seq: '1', client_id: '1', bin: Buffer.of(0, 2) },
    ]);
    expect(await lastNews()).toEqual({ kind: 'script.changed', payload: { projectId, scriptId: id } });
  });

  it('makes a document without first content with an empty log', async () => {
    const { projectId, owner } = await addProject(store);
    const shots = { id: nextId(), schemaVersion: 1 };
    const script = newScript(projectId, owner);
    await store.scripts.create({ ...script, documents: { ...script.documents, shots } });
    expect(await database.query('SELECT head_seq FROM document WHERE id = $1', [shots.id])).toEqual([
      { head_seq: '0' },
    ]);
    expect(await store.documents.find(shots.id)).toEqual({ ...shots, projectId, kind: 'shots', generation: 1 });
  });

  it('says when a document was last changed', async () => {
    const { projectId, owner } = await addProject(store);
    const script = newScript(projectId, owner);
    await store.scripts.create(script);
    const { id } = script.documents.shots;
    await database.query(`INSERT INTO document_update SELECT $1, 2, 'u', 's', 2000, '\\x00', $2`, [id, minute(7)]);
    await database.query('UPDATE document SET head_seq = 2 WHERE id = $1', [id]);
    expect((await store.scripts.find(script.id))?.changedAt).toEqual(minute(7));
    expect((await store.projects.findFor(projectId, owner))?.scripts[0]?.changedAt).toEqual(minute(7));
  });

  it('puts a new script last and moves one among the others', async () => {
    const { projectId, owner } = await addProject(store);
    const [a, b, c] = [1, 2, 3].map(() => newScript(projectId, owner));
    for (const script of [a!, b!, c!]) await store.scripts.create(script);
    const order = async () => (await store.projects.findFor(projectId, owner))?.scripts.map((script) => script.id);
    expect(await order()).toEqual([a!.id, b!.id, c!.id]);
    await store.scripts.change(c!.id, { position: 0 }, minute(3));
    expect(await order()).toEqual([c!.id, a!.id, b!.id]);
    await store.scripts.change(c!.id, { position: 99, title: 'Last' }, minute(3));
    expect(await order()).toEqual([a!.id, b!.id, c!.id]);
    expect((await store.scripts.find(c!.id))?.title).toBe('Last');
  });

  it('hides a deleted script with its documents', async () => {
    const { projectId, owner } = await addProject(store);
    const script = newScript(projectId, owner);
    await store.scripts.create(script);
    await store.scripts.remove(script.id, minute(4));
    expect(await store.scripts.find(script.id)).toBeUndefined();
    expect(await store.documents.find(script.documents.script.id)).toBeUndefined();
    expect((await store.projects.findFor(projectId, owner))?.scripts).toEqual([]);
    const change = await store.scripts.change(script.id, { title: 'Again' }, minute(5));
    expect(change).toEqual({ ok: false, code: 'thing.notFound' });
  });

  it('makes no script in a project that is gone', async () => {
    const { projectId, owner } = await addProject(store);
    await store.projects.remove(projectId, minute(1));
    const outcome = await store.scripts.create(newScript(projectId, owner));
    expect(outcome).toEqual({ ok: false, code: 'thing.notFound' });
  });

  it('makes, changes and deletes a script whole or not at all', async () => {
    const { projectId, owner } = await addProject(store);
    await store.scripts.create(newScript(projectId, owner));
    const script = newScript(projectId, owner);
    await expectAllOrNothing(database, () => store.scripts.create(script), 6);
    const move = () => store.scripts.change(script.id, { title: 'B', position: 0 }, minute(3));
    await expectAllOrNothing(database, move, 4);
    await expectAllOrNothing(database, () => store.scripts.remove(script.id, minute(3)), 4);
  });
});

describe('settings and outbox', () => {
  it('keeps a setting and lets one of several claim it', async () => {
    expect(await store.settings.read('demo')).toBeUndefined();
    const claims = await Promise.all([1, 2, 3].map((n) => store.settings.claim('demo', { n })));
    expect(claims.filter(Boolean)).toHaveLength(1);
    await store.settings.write('demo', { n: 9 });
    expect(await store.settings.read('demo')).toEqual({ n: 9 });
  });

  it('forgets old news', async () => {
    const fresh = await server.database();
    const other = createStore({ databaseUrl: fresh.url });
    const id = nextId();
    await other.outbox.post({ kind: 'project.deleted', projectId: id }, minute(0));
    await other.outbox.post({ kind: 'project.deleted', projectId: id }, minute(5));
    expect(await other.outbox.prune(minute(5))).toBe(1);
    expect(await fresh.query('SELECT kind FROM outbox')).toHaveLength(1);
    await other.close();
  });
});

describe('a database that is away', () => {
  it('is told apart from a question that was wrong', async () => {
    const away = createStore({ databaseUrl: 'postgresql://postgres:x@127.0.0.1:1/none' });
    expect(await away.isUp()).toBe(false);
    expect(await store.isUp()).toBe(true);
    const thrown = await away.projects.listFor(nextId()).catch((error: unknown) => error);
    expect(isStoreAway(thrown)).toBe(true);
    const begun = await away.scripts.remove(nextId(), minute(0)).catch((error: unknown) => error);
    expect(isStoreAway(begun)).toBe(true);
    const wrong = await store.projects.listFor('not a uuid').catch((error: unknown) => error);
    expect(wrong).toBeInstanceOf(Error);
    expect(isStoreAway(wrong)).toBe(false);
  });
});
