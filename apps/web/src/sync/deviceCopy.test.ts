import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { CopyStore, CopyWrite, KeptCopy } from './copyStore.ts';
import { DeviceCopy, type DeviceState } from './deviceCopy.ts';

/** A database in memory whose commits are let go one by one. */
function memoryStore(rows: Uint8Array[] = []) {
  const writers = new Map<number, number>();
  const waiting: (() => void)[] = [];
  let failure: Error | null = null;
  let compactions = 0;
  let isClosed = false;
  const store: CopyStore = {
    read: async (): Promise<KeptCopy> => ({ updates: [...rows], writers: new Map(writers) }),
    append: ({ updates, writer }: CopyWrite) =>
      new Promise<void>((resolve, reject) => {
        if (isClosed) return reject(new DOMException('closed', 'InvalidStateError'));
        waiting.push(() => {
          if (failure) return reject(failure);
          rows.push(...updates);
          if (writer) writers.set(writer.clientId, writer.pending);
          resolve();
        });
      }),
    settle: async (ids) => {
      for (const id of ids) writers.delete(id);
    },
    compact: async (merge) => {
      compactions++;
      rows.splice(0, rows.length, merge(rows));
    },
    clear: async () => {
      rows.length = 0;
      writers.clear();
    },
    close: () => {
      isClosed = true;
    },
  };
  return {
    store,
    rows,
    writers,
    fail: (error: Error | null) => {
      failure = error;
    },
    get compactions() {
      return compactions;
    },
    get isClosed() {
      return isClosed;
    },
    async commit() {
      await Promise.resolve();
      waiting.shift()?.();
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

async function openCopy(memory: ReturnType<typeof memoryStore>) {
  const doc = new Y.Doc();
  const states: DeviceState[] = [];
  let unkept = 0;
  let pending = 0;
  doc.on('update', (_u: Uint8Array, _o: unknown, _d: Y.Doc, tr: Y.Transaction) => {
    if (tr.local) pending++;
  });
  const copy = new DeviceCopy({
    doc,
    open: async () => memory.store,
    pending: () => pending,
    onState: (state) => states.push(state),
    onUnkept: (count) => {
      unkept = count;
    },
  });
  const kept = await copy.loaded;
  const text = doc.getText('body');
  return { doc, copy, kept, text, states, unkept: () => unkept };
}

test('what was typed is there when the copy is opened again, with who wrote and how much waits', async () => {
  const memory = memoryStore();
  const first = await openCopy(memory);
  first.text.insert(0, 'kept');
  await memory.commit();
  const second = await openCopy(memory);
  expect(second.text.toString()).toBe('kept');
  expect([...second.kept.writers]).toEqual([[first.doc.clientID, 1]]);
});

test('an edit counts as kept only after the database has committed it', async () => {
  const memory = memoryStore();
  const { text, unkept } = await openCopy(memory);
  text.insert(0, 'a');
  text.insert(1, 'b');
  expect(unkept()).toBe(2);
  await memory.commit();
  await memory.commit();
  expect(unkept()).toBe(0);
});

test('edits made while a write is on its way go together in the next one', async () => {
  const memory = memoryStore();
  const { text } = await openCopy(memory);
  text.insert(0, 'a');
  await Promise.resolve();
  for (const letter of 'bcd') text.insert(0, letter);
  await memory.commit();
  expect(memory.rows.length).toBe(1);
  await memory.commit();
  expect(memory.rows.length).toBe(4);
});

test('a full database keeps the words in line and takes all of them once there is room', async () => {
  const memory = memoryStore();
  const { text, states, unkept } = await openCopy(memory);
  memory.fail(new DOMException('no room', 'QuotaExceededError'));
  text.insert(0, 'a');
  await memory.commit();
  expect(states.at(-1)).toBe('full');
  expect(unkept()).toBe(1);
  memory.fail(null);
  text.insert(1, 'b');
  await memory.commit();
  expect(states.at(-1)).toBe('ready');
  expect(unkept()).toBe(0);
  expect((await openCopy(memory)).text.toString()).toBe('ab');
});

test('a browser without a database is said to be missing one, and loads nothing', async () => {
  const doc = new Y.Doc();
  const states: DeviceState[] = [];
  const copy = new DeviceCopy({
    doc,
    open: () => Promise.reject(new DOMException('blocked', 'SecurityError')),
    pending: () => 0,
    onState: (state) => states.push(state),
    onUnkept: () => undefined,
  });
  expect(await copy.loaded).toEqual({ updates: [], writers: new Map() });
  expect(states).toEqual(['missing']);
});

test('what others wrote is kept too, but makes nobody a writer here', async () => {
  const memory = memoryStore();
  const { doc } = await openCopy(memory);
  const other = new Y.Doc();
  other.getText('body').insert(0, 'theirs');
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'server');
  await memory.commit();
  expect(memory.rows.length).toBe(1);
  expect(memory.writers.size).toBe(0);
});

test('a settled writer is forgotten, an emptied copy is empty', async () => {
  const memory = memoryStore();
  const { doc, text, copy } = await openCopy(memory);
  text.insert(0, 'a');
  await memory.commit();
  copy.settle([doc.clientID]);
  expect(memory.writers.size).toBe(0);
  await copy.discard();
  expect(memory.rows.length).toBe(0);
});

test('a copy of very many rows is joined into one at the opening', async () => {
  const source = new Y.Doc();
  const rows: Uint8Array[] = [];
  source.on('update', (update: Uint8Array) => rows.push(update));
  for (let at = 0; at < 150; at++) source.getText('body').insert(at, 'x');
  const memory = memoryStore(rows);
  const { text } = await openCopy(memory);
  expect(text.toString()).toBe('x'.repeat(150));
  expect([memory.compactions, memory.rows.length]).toEqual([1, 1]);
});

test('closing writes what is in line, also behind a write on its way, and then closes the database', async () => {
  const memory = memoryStore();
  const { text, copy } = await openCopy(memory);
  text.insert(0, 'a');
  await Promise.resolve();
  text.insert(1, 'b');
  copy.close();
  expect(memory.isClosed).toBe(false);
  await memory.commit();
  await memory.commit();
  expect([memory.rows.length, memory.writers.size]).toEqual([2, 1]);
  expect(memory.isClosed).toBe(true);
});

test('words typed before the database is open are written even if the page is left by then', async () => {
  const memory = memoryStore();
  const doc = new Y.Doc();
  const copy = new DeviceCopy({
    doc,
    open: async () => memory.store,
    pending: () => 1,
    onState: () => undefined,
    onUnkept: () => undefined,
  });
  doc.getText('body').insert(0, 'early');
  copy.close();
  await copy.loaded;
  await memory.commit();
  expect(memory.rows.length).toBe(1);
  expect(memory.isClosed).toBe(true);
});
