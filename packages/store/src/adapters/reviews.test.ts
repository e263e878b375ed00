import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore, type Store } from '../createStore.ts';
import { expectAllOrNothing } from '../testing/atomic.ts';
import { addPerson, addProject, minute, newScript, nextId } from '../testing/cast.ts';

import { startTestServer, type TestDatabase, type TestServer } from '../testing/testDatabase.ts';

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

const place = { item: { client: 1, clock: 4 }, assoc: 0 };
const end = (offset: number) => ({ element: 'e1', offset, rel: place });
const anchor = { start: end(0), end: end(5), quote: 'the bus', prefix: '', suffix: ' waits' };

async function addScript() {
  const project = await addProject(store, 'writer', 'reviewer');
  const script = newScript(project.projectId, project.owner);
  await store.scripts.create(script);
  return { ...project, scriptId: script.id };
}

/** A thread on words. */
async function addThread(more: { mentions?: string[] } = {}) {
  const project = await addScript();
  const id = nextId();
  const { scriptId, reviewer } = project;
  const fields = { id, scriptId, authorId: reviewer, body: 'Why here?', mentions: more.mentions ?? [], at: minute(3) };
  await store.comments.add({ ...fields, target: { kind: 'words', anchor } });
  return { ...project, id };
}

describe('comments', () => {
  it('begins a thread on words, on a beat and on a shot, and tells the live process', async () => {
    const { scriptId, reviewer, writer, projectId } = await addScript();
    const targets = [
      { kind: 'words', anchor },
      { kind: 'beat', id: 'b1' },
      { kind: 'shot', id: 's1' },
    ] as const;
    for (const [at, target] of targets.entries()) {
      const fields = { id: nextId(), scriptId, authorId: reviewer, body: 'Why?', mentions: [writer, writer] };
      const added = await store.comments.add({ ...fields, target, at: minute(at) });
      expect(added).toEqual({
        ok: true,
        value: {
          ...{ id: fields.id, projectId, scriptId, threadId: null, body: 'Why?', target, createdAt: minute(at) },
          author: { id: reviewer, name: 'reviewer' },
          mentions: [{ id: writer, name: 'writer' }],
          ...{ editedAt: null, deletedAt: null, resolved: null },
        },
      });
      expect(await lastNews()).toEqual({ kind: 'comment.changed', payload: { projectId, commentId: fields.id } });
    }
    const listed = await store.comments.list(scriptId);
    expect(listed.map((comment) => comment.target)).toEqual(targets);
  });

  it('answers in a thread of the same script only', async () => {
    const thread = await addThread();
    const reply = (scriptId: string, threadId: string) =>
      store.comments.add({
        id: nextId(),
        scriptId,
        threadId,
        authorId: thread.writer,
        body: 'So.',
        mentions: [],
        at: minute(4),
      });
    const answered = await reply(thread.scriptId, thread.id);
    expect(answered).toMatchObject({ ok: true, value: { threadId: thread.id, target: null } });
    const other = await addScript();
    expect(await reply(other.scriptId, thread.id)).toEqual({ ok: false, code: 'thing.notFound' });
    const replyId = answered.ok ? answered.value.id : '';
    expect(await reply(thread.scriptId, replyId)).toEqual({ ok: false, code: 'thing.notFound' });
  });

  it('mentions members only', async () => {
    const { scriptId, writer, id } = await addThread();
    const stranger = await addPerson(store, 'stranger');
    const fields = { id: nextId(), scriptId, authorId: writer, body: 'Look', at: minute(4) };
    const added = await store.comments.add({ ...fields, mentions: [stranger], threadId: id });
    expect(added).toEqual({ ok: false, code: 'comment.mention' });
    const edited = await store.comments.edit(id, { body: 'Look', mentions: [writer, stranger] }, minute(5));
    expect(edited).toEqual({ ok: false, code: 'comment.mention' });
  });

  it('edits words, and keeps the place of a deleted comment without them', async () => {
    const { id, writer, scriptId } = await addThread();
    const edited = await store.comments.edit(id, { body: 'Why there?', mentions: [writer] }, minute(5));
    expect(edited).toMatchObject({ ok: true, value: { body: 'Why there?', editedAt: minute(5) } });
    await store.comments.remove(id, minute(6));
    expect(await store.comments.list(scriptId)).toMatchObject([{ id, body: '', mentions: [], deletedAt: minute(6) }]);
    const again = await store.comments.edit(id, { body: 'Back', mentions: [] }, minute(7));
    expect(again).toEqual({ ok: false, code: 'thing.notFound' });
    expect(await store.comments.remove(id, minute(7))).toEqual({ ok: false, code: 'thing.notFound' });
  });

  it('resolves and reopens a thread by its first comment', async () => {
    const { id, writer, scriptId } = await addThread();
    const resolved = await store.comments.resolve(id, writer, minute(5));
    expect(resolved).toMatchObject({
      ok: true,
      value: { resolved: { at: minute(5), by: { id: writer, name: 'writer' } } },
    });
    const reopened = await store.comments.resolve(id, undefined, minute(6));
    expect(reopened).toMatchObject({ ok: true, value: { resolved: null } });
    const reply = nextId();
    await store.comments.add({
      id: reply,
      scriptId,
      threadId: id,
      authorId: writer,
      body: 'So',
      mentions: [],
      at: minute(7),
    });
    expect(await store.comments.resolve(reply, writer, minute(8))).toEqual({ ok: false, code: 'thing.notFound' });
  });

  it('hides the comments of a script that is gone', async () => {
    const { id, scriptId } = await addThread();
    await store.scripts.remove(scriptId, minute(5));
    expect(await store.comments.find(id)).toBeUndefined();
    expect(await store.comments.list(scriptId)).toEqual([]);
  });

  it('adds, edits, resolves and deletes whole or not at all', async () => {
    const { id, scriptId, writer } = await addThread();
    const fields = { scriptId, threadId: id, authorId: writer, body: 'So', mentions: [], at: minute(7) };
    await expectAllOrNothing(database, () => store.comments.add({ id: nextId(), ...fields }), 2);
    await expectAllOrNothing(database, () => store.comments.edit(id, { body: 'B', mentions: [] }, minute(8)), 2);
    await expectAllOrNothing(database, () => store.comments.resolve(id, writer, minute(8)), 2);
    await expectAllOrNothing(database, () => store.comments.remove(id, minute(9)), 2);
  });
});

describe('approvals', () => {
  const approval = (scriptId: string, actorId: string) => ({
    ...({ id: nextId(), scriptId, shotId: 's1', gate: 'prompt', decision: 'approve', note: null } as const),
    actor: { id: actorId, name: 'Producer', role: 'producer' } as const,
    ...{ hash: `sha256:${'a'.repeat(64)}`, hashVersion: 1, components: { words: 'w', take: null } },
    ...{ content: { v: 1, words: [{ text: 'the bus' }] }, at: minute(5) },
  });

  it('records what was seen and gives it back', async () => {
    const { scriptId, writer } = await addScript();
    const given = approval(scriptId, writer);
    const expected = { ...given, takeId: null };
    expect(await store.approvals.record(given)).toEqual({ ok: true, value: expected });
    expect(await store.approvals.list(scriptId)).toEqual([expected]);
    expect(await store.approvals.listForShot(scriptId, 's1')).toEqual([expected]);
    expect(await store.approvals.listForShot(scriptId, 's2')).toEqual([]);
  });

  it('records a decision that is sent twice once, as it was first', async () => {
    const { scriptId, writer } = await addScript();
    const given = approval(scriptId, writer);
    await store.approvals.record(given);
    const again = await store.approvals.record({ ...given, decision: 'withdraw' });
    expect(again).toMatchObject({ ok: true, value: { decision: 'approve' } });
    expect(await store.approvals.list(scriptId)).toHaveLength(1);
  });

  it('records nothing about a script that is gone', async () => {
    const { scriptId, writer } = await addScript();
    await store.scripts.remove(scriptId, minute(4));
    expect(await store.approvals.record(approval(scriptId, writer))).toEqual({ ok: false, code: 'thing.notFound' });
  });

  it('cannot be changed, not even by hand', async () => {
    const { scriptId, writer } = await addScript();
    const given = approval(scriptId, writer);
    await store.approvals.record(given);
    const change = database.query(`UPDATE approval SET decision = 'withdraw' WHERE id = $1`, [given.id]);
    await expect(change).rejects.toThrow('insert-only');
  });

  it('is recorded whole or not at all', async () => {
    const { scriptId, writer } = await addScript();
    const given = approval(scriptId, writer);
    await expectAllOrNothing(database, () => store.approvals.record(given), 1);
  });
});
