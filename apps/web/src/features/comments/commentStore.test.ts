import type { CommentView } from '@tramline/wire';
import { describe, expect, test } from 'vitest';
import { type CommentStore, createCommentStore } from './commentStore.ts';
import type { CallOutcome, CallServer } from './requestJson.ts';

const noor = { id: 'noor', name: 'Noor' };
const elif = { id: 'elif', name: 'Elif' };

const comment = (id: string, over: Partial<CommentView> = {}): CommentView => ({
  id,
  scriptId: 's1',
  threadId: null,
  author: noor,
  body: `words of ${id}`,
  mentions: [],
  target: { kind: 'shot', id: 'shot1' },
  createdAt: `2026-11-12T10:00:0${id.length}Z`,
  editedAt: null,
  isDeleted: false,
  resolved: null,
  ...over,
});

/** A server whose answers the test gives one by one. */
function serverOf(first: readonly CommentView[] = []) {
  const waiting: ((outcome: CallOutcome<unknown>) => void)[] = [];
  const call: CallServer = <T>(method: string) =>
    method === 'GET'
      ? Promise.resolve({ ok: true, value: first as T })
      : new Promise<CallOutcome<T>>((resolve) => waiting.push((outcome) => resolve(outcome as CallOutcome<T>)));
  return { call, answer: (outcome: CallOutcome<unknown>) => waiting.shift()?.(outcome) };
}

function storeOf(call: CallServer): CommentStore {
  let ids = 0;
  return createCommentStore({
    scriptId: 's1',
    me: noor,
    members: () => [noor, elif],
    call,
    newId: () => String(++ids),
    now: () => '2026-11-12T11:00:00Z',
  });
}

const bodies = (store: CommentStore) => store.getSnapshot().map(({ body }) => body);

describe('comment store', () => {
  test('a sent comment shows at once and becomes the one that the server recorded', async () => {
    const server = serverOf();
    const store = storeOf(server.call);
    const sending = store.add({ body: 'Keep ninety', mentions: ['elif'], target: { kind: 'shot', id: 'shot1' } });
    expect(store.getSnapshot()).toMatchObject([
      { id: 'pending:1', body: 'Keep ninety', mentions: [elif], author: noor },
    ]);
    const recorded = comment('c1', { body: 'Keep ninety' });
    server.answer({ ok: true, value: recorded });
    expect(await sending).toEqual({ ok: true, value: recorded });
    expect(store.getSnapshot()).toEqual([recorded]);
  });

  test('news of my own comment before the answer does not show it twice', async () => {
    const server = serverOf();
    const store = storeOf(server.call);
    const sending = store.add({ body: 'Keep ninety', mentions: [], target: { kind: 'shot', id: 'shot1' } });
    const recorded = comment('c1', { body: 'Keep ninety' });
    store.apply(recorded);
    expect(store.getSnapshot()).toEqual([recorded]);
    server.answer({ ok: true, value: recorded });
    await sending;
    expect(store.getSnapshot()).toEqual([recorded]);
  });

  test('a comment that could not be sent is taken back, and says why', async () => {
    const server = serverOf();
    const store = storeOf(server.call);
    const sending = store.add({ body: 'Keep ninety', mentions: [], threadId: 'c0' });
    server.answer({ ok: false, code: 'network.away' });
    expect(await sending).toEqual({ ok: false, code: 'network.away' });
    expect(store.getSnapshot()).toEqual([]);
  });

  test('a refused change is rolled back to what the server last said', async () => {
    const server = serverOf([comment('c1')]);
    const store = storeOf(server.call);
    await store.load();
    const changing = store.change('c1', { body: 'other words', mentions: [] });
    expect(bodies(store)).toEqual(['other words']);
    server.answer({ ok: false, code: 'role.forbidden' });
    await changing;
    expect(bodies(store)).toEqual(['words of c1']);
  });

  test('resolving and reopening show at once', async () => {
    const server = serverOf([comment('c1')]);
    const store = storeOf(server.call);
    await store.load();
    const resolving = store.change('c1', { resolved: true });
    expect(store.getSnapshot()[0]?.resolved).toEqual({ at: '2026-11-12T11:00:00Z', by: noor });
    server.answer({ ok: true, value: comment('c1', { resolved: { at: '2026-11-12T11:00:01Z', by: noor } }) });
    await resolving;
    expect(store.getSnapshot()[0]?.resolved?.at).toBe('2026-11-12T11:00:01Z');
  });

  test('a removed comment keeps its place without its words', async () => {
    const server = serverOf([comment('c1'), comment('c22')]);
    const store = storeOf(server.call);
    await store.load();
    const removing = store.remove('c1');
    server.answer({ ok: true, value: undefined });
    await removing;
    expect(store.getSnapshot()).toMatchObject([
      { id: 'c1', body: '', isDeleted: true },
      { id: 'c22', isDeleted: false },
    ]);
  });

  test('comments of another script are not taken in', () => {
    const store = storeOf(serverOf().call);
    store.apply(comment('c1', { scriptId: 'other' }));
    expect(store.getSnapshot()).toEqual([]);
  });

  test('an unsent draft outlives its box until it is emptied', () => {
    const store = storeOf(serverOf().call);
    store.keepDraft('shot1', 'half a sen');
    expect(store.readDraft('shot1')).toBe('half a sen');
    store.keepDraft('shot1', '');
    expect(store.readDraft('shot1')).toBe('');
  });

  test('news that comes during a load outlives its answer', async () => {
    const loads: ((outcome: CallOutcome<unknown>) => void)[] = [];
    const call: CallServer = <T>() =>
      new Promise<CallOutcome<T>>((resolve) => loads.push((outcome) => resolve(outcome as CallOutcome<T>)));
    const store = storeOf(call);
    store.apply(comment('gone'));
    const loading = store.load();
    store.apply(comment('c2', { body: 'just said' }));
    store.apply(comment('c1', { body: 'just changed' }));
    loads[0]!({ ok: true, value: [comment('c1')] });
    await loading;
    expect(bodies(store)).toEqual(['just changed', 'just said']);
  });

  test('the answer of a load that a later one has overtaken takes nothing away', async () => {
    const loads: ((outcome: CallOutcome<unknown>) => void)[] = [];
    const call: CallServer = <T>() =>
      new Promise<CallOutcome<T>>((resolve) => loads.push((outcome) => resolve(outcome as CallOutcome<T>)));
    const store = storeOf(call);
    const loading = [store.load(), store.load()];
    loads[1]!({ ok: true, value: [comment('c1'), comment('c2')] });
    await loading[1];
    loads[0]!({ ok: true, value: [comment('c1')] });
    await loading[0];
    expect(store.getSnapshot().map(({ id }) => id)).toEqual(['c1', 'c2']);
  });
});
