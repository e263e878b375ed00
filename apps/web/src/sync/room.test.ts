import { expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { ClaimWriter } from './claimWriter.ts';
import type { RoomConnectionOptions } from './connectRoom.ts';
import type { CopyStore } from './copyStore.ts';
import type { TicketOutcome } from './requestTicket.ts';
import { openRoom, type Room, type RoomOptions } from './room.ts';

function emptyStore(
  updates: Uint8Array[] = [],
  writers = new Map<number, number>(),
): CopyStore & { settled: number[] } {
  const settled: number[] = [];
  return {
    settled,
    read: async () => ({ updates: [...updates], writers: new Map(writers) }),
    append: async (write) => {
      updates.push(...write.updates);
    },
    settle: async (ids) => {
      settled.push(...ids);
    },
    compact: async () => undefined,
    clear: async () => {
      updates.length = 0;
    },
    close: () => undefined,
  };
}

/** Waits until a room shows what is asked for. */
const until = (room: Room, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (holds()) resolve();
    };
    room.subscribe(look);
    look();
  });

const granted = (mode: 'edit' | 'read', schemaVersion = 1): TicketOutcome => ({
  state: 'granted',
  answer: { token: 't', mode, schemaVersion },
});

function open(store: CopyStore, outcome: TicketOutcome, more: Partial<RoomOptions> = {}) {
  const asked: { clientId: number; earlierClientIds: readonly number[] }[] = [];
  let connection: RoomConnectionOptions | undefined;
  let isConnected = (): void => undefined;
  const connected = new Promise<void>((resolve) => {
    isConnected = resolve;
  });
  const room = openRoom({
    documentId: '00000000-0000-4000-8000-000000000001',
    kind: 'script',
    userId: 'u',
    mayEdit: true,
    openStore: async () => store,
    ticket: async (request) => {
      asked.push(request);
      return outcome;
    },
    connect: (options) => {
      connection = options;
      isConnected();
      void options.askTicket();
      return { close: () => undefined };
    },
    ...more,
  });
  return { room, asked, connected, connection: () => connection! };
}

test('a copy on this device shows at once, and its writers are named when a ticket is asked for', async () => {
  const before = new Y.Doc();
  before.getText('body').insert(0, 'kept');
  const store = emptyStore([Y.encodeStateAsUpdate(before)], new Map([[before.clientID, 3]]));
  const { room, asked, connection } = open(store, { state: 'away' });
  await until(room, () => room.saved.state === 'offlineKept');
  expect(room.content).toBe('ready');
  expect(room.saved).toEqual({ state: 'offlineKept', count: 3, cause: null });
  expect(asked[0]!.earlierClientIds).toEqual([before.clientID]);
  connection().onServer('covered');
  expect(room.saved.state).toBe('saved');
  expect(store.settled).toEqual([before.clientID, room.doc.clientID]);
  room.close();
});

test('without a copy and without the server there is nothing to show, until the server is back', async () => {
  const { room, connection } = open(emptyStore(), { state: 'away' });
  await until(room, () => room.content === 'absent');
  connection().onSynced();
  expect(room.content).toBe('ready');
  room.close();
});

test.each([
  [granted('read'), 'role'],
  [granted('read', 2), 'schema'],
] as const)('a ticket for reading makes the room read only and says why', async (outcome, cause) => {
  const { room } = open(emptyStore(), outcome);
  await until(room, () => room.mode === 'read');
  expect(room.saved).toEqual({ state: 'readOnly', count: 0, cause });
  room.close();
});

test('what has ended is told, and its words stay on the screen', async () => {
  const { room, connected, connection } = open(emptyStore(), granted('edit'));
  await connected;
  connection().onSynced();
  room.doc.getText('body').insert(0, 'mine');
  connection().onEnded('forbidden');
  expect(room.saved).toEqual({ state: 'notSaved', count: 1, cause: 'forbidden' });
  expect([room.content, room.mode]).toEqual(['ready', 'read']);
  room.close();
});

test('a Yjs client id of a room is one that can be leased', () => {
  const { room } = open(emptyStore(), { state: 'away' });
  expect(room.doc.clientID).toBeGreaterThanOrEqual(1024);
  room.close();
});

test('a member whose role only reads cannot type before the ticket says so', async () => {
  const { room } = open(emptyStore(), granted('edit'), { mayEdit: false });
  expect(room.mode).toBe('read');
  expect(room.saved).toEqual({ state: 'readOnly', count: 0, cause: 'role' });
  await until(room, () => room.mode === 'edit');
  room.close();
});

test('a room acts for earlier client ids whose words wait, but not for those of another open page', async () => {
  const before = new Y.Doc();
  before.getText('body').insert(0, 'kept');
  const store = emptyStore(
    [Y.encodeStateAsUpdate(before)],
    new Map([
      [5000, 1],
      [6000, 2],
    ]),
  );
  const claimed: number[] = [];
  const claim: ClaimWriter = async (clientId) => {
    claimed.push(clientId);
    return clientId !== 6000;
  };
  const { room, connected, connection } = open(store, granted('edit'), { claim });
  await until(room, () => room.content === 'ready');
  expect(room.earlierClientIds).toEqual([5000]);
  expect(claimed[0]).toBe(room.doc.clientID);
  await connected;
  connection().onServer('covered');
  expect(room.earlierClientIds).toEqual([5000]);
  room.close();
});

test('a ticket that was asked for before the copy was read is asked for again', async () => {
  vi.useFakeTimers();
  const before = new Y.Doc();
  before.getText('body').insert(0, 'kept');
  const asked: (readonly number[])[] = [];
  let answer = (): void => undefined;
  let open = (_store: CopyStore): void => undefined;
  let outcome: Promise<TicketOutcome> | undefined;
  const room = openRoom({
    documentId: '00000000-0000-4000-8000-000000000001',
    kind: 'script',
    userId: 'u',
    mayEdit: true,
    openStore: () =>
      new Promise((resolve) => {
        open = resolve;
      }),
    ticket: ({ earlierClientIds }) => {
      asked.push(earlierClientIds);
      return new Promise((resolve) => {
        answer = () => resolve(granted('edit'));
      });
    },
    connect: ({ askTicket }) => {
      outcome = askTicket();
      return { close: () => undefined };
    },
  });
  await vi.advanceTimersByTimeAsync(1500);
  expect(asked).toEqual([[]]);
  open(emptyStore([Y.encodeStateAsUpdate(before)], new Map([[before.clientID, 1]])));
  vi.useRealTimers();
  await until(room, () => room.content === 'ready');
  answer();
  await vi.waitUntil(() => asked.length === 2);
  expect(asked[1]).toEqual([before.clientID]);
  answer();
  expect((await outcome)?.state).toBe('granted');
  room.close();
});

test('a room without a database of the browser loses its words when it is left', async () => {
  const openStore = () => Promise.reject(new DOMException('blocked', 'SecurityError'));
  const { room, connected } = open(emptyStore(), { state: 'away' }, { openStore });
  expect(room.keepsWords).toBe(true);
  await connected;
  room.doc.getText('body').insert(0, 'mine');
  expect([room.mayLoseWords, room.keepsWords]).toEqual([true, false]);
  room.close();
});
