import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openEvents } from './eventsClient.ts';

type Auth = (give: (data: object) => void) => void;

/** A socket that does what the test says. */
const stage = vi.hoisted(() => {
  const listeners = new Map<string, (() => void)[]>();
  const socket = {
    active: false,
    connected: false,
    connect: () => void stage.connects++,
    disconnect: () => void stage.disconnects++,
    emit: () => undefined,
    on: (name: string, listener: () => void) => listeners.set(name, [...(listeners.get(name) ?? []), listener]),
  };
  const stage = {
    socket,
    listeners,
    connects: 0,
    disconnects: 0,
    auth: undefined as unknown,
    happen: (name: string) => {
      for (const listener of listeners.get(name) ?? []) listener();
    },
  };
  return stage;
});
vi.mock('socket.io-client', () => ({
  io: (options: { auth: unknown }) => {
    stage.auth = options.auth;
    return stage.socket;
  },
}));

beforeEach(() => {
  vi.useFakeTimers();
  stage.listeners.clear();
  stage.connects = 0;
  stage.disconnects = 0;
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** What the socket is given as its ticket when the server answers with this status. */
async function given(status: number): Promise<object[]> {
  vi.stubGlobal('fetch', async () => Response.json(status === 200 ? { token: 't' } : {}, { status }));
  const data: object[] = [];
  (stage.auth as Auth)((one) => data.push(one));
  await vi.advanceTimersByTimeAsync(0);
  return data;
}

test('whoever listens is told of every connection, the first one too', () => {
  let loads = 0;
  openEvents('p').onConnect(() => loads++);
  stage.happen('connect');
  expect(loads).toBe(1);
  stage.happen('disconnect');
  stage.happen('connect');
  expect(loads).toBe(2);
});

test('a refused connection is tried again, but not after it was closed', () => {
  const events = openEvents('p');
  stage.happen('connect_error');
  vi.runAllTimers();
  expect(stage.connects).toBe(1);
  stage.happen('connect_error');
  events.close();
  stage.happen('connect_error');
  vi.runAllTimers();
  expect(stage.connects).toBe(1);
});

test.each([401, 403, 404])('without a ticket for good (%i) it gives up', async (status) => {
  openEvents('p');
  expect(await given(status)).toEqual([]);
  expect(stage.disconnects).toBe(1);
  stage.happen('connect_error');
  vi.runAllTimers();
  expect(stage.connects).toBe(0);
});

test('a server that is not well is asked again; one that answers gives the ticket', async () => {
  openEvents('p');
  expect(await given(503)).toEqual([{}]);
  expect(await given(200)).toEqual([{ token: 't' }]);
  expect(stage.disconnects).toBe(0);
});
