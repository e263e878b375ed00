import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { RoomConnectionOptions } from './connectRoom.ts';
import type { CopyStore } from './copyStore.ts';
import type { TicketOutcome } from './requestTicket.ts';
import { openRoom, type Room } from './room.ts';

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

function open(store: CopyStore, outcome: TicketOutcome) {
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
