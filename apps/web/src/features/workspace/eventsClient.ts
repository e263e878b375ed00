/** The live news of a project over socket.io: who is where, comments, decisions. A fresh ticket for every connection. */
import type { ClientEvents, PresenceEntry, ServerEvents, Whereabouts } from '@tramline/wire';
import { io, type Socket } from 'socket.io-client';

/** News that one can listen to; presence is read as a snapshot instead. */
type News = Omit<ServerEvents, 'presence'>;

export interface EventsClient {
  /** Who is in the project now; the same array until it changes. Empty while there is no connection. */
  getPresence(): readonly PresenceEntry[];
  subscribePresence(listener: () => void): () => void;
  /** Listens to one kind of news. Returns how to stop. */
  on<N extends keyof News>(name: N, listener: News[N]): () => void;
  /** Calls back whenever the connection is there, the first time too: what happened before it was missed, load anew. */
  onConnect(listener: () => void): () => void;
  /** Tells where this person is; sent again after every reconnection. */
  tellWhereabouts(where: Whereabouts): void;
  close(): void;
}

const AGAIN_MS = 2000;
/** Who is signed out or no member of the project gets no ticket later either. */
const REFUSED_FOR_GOOD: readonly number[] = [401, 403, 404];

/** A ticket, or `null` when there will be none. Rejects when it is worth trying again. */
async function askTicket(projectId: string): Promise<string | null> {
  const response = await fetch('/api/tickets/events', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ projectId }),
  });
  if (REFUSED_FOR_GOOD.includes(response.status)) return null;
  const body = (await response.json()) as { token?: string };
  if (!response.ok || !body.token) throw new Error(`no ticket: ${response.status}`);
  return body.token;
}

export function openEvents(projectId: string): EventsClient {
  let again: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const end = (): void => {
    isOver = true;
    clearTimeout(again);
    socket.disconnect();
  };
  const socket: Socket<ServerEvents, ClientEvents> = io({
    path: '/rt',
    addTrailingSlash: false,
    transports: ['websocket'],
    // Without a ticket the connection is refused, and the socket tries again later.
    auth: (give) => {
      askTicket(projectId).then(
        (token) => {
          if (token === null) end();
          else if (!isOver) give({ token });
        },
        () => {
          if (!isOver) give({});
        },
      );
    },
  });
  const presenceListeners = new Set<() => void>();
  const connectListeners = new Set<() => void>();
  let presence: readonly PresenceEntry[] = [];
  let where: Whereabouts | null = null;
  const showPresence = (entries: readonly PresenceEntry[]): void => {
    presence = entries;
    for (const listener of presenceListeners) listener();
  };
  socket.on('presence', showPresence);
  socket.on('disconnect', () => showPresence([]));
  socket.on('connect_error', () => {
    // A refusal by the server stops socket.io's own retries.
    if (socket.active || isOver) return;
    clearTimeout(again);
    again = setTimeout(() => socket.connect(), AGAIN_MS);
  });
  socket.on('connect', () => {
    if (where) socket.emit('whereabouts', where);
    for (const listener of connectListeners) listener();
  });
  const listenTo = (name: string, listener: (...facts: never[]) => void): (() => void) => {
    const emitter = socket as unknown as { on(n: string, l: unknown): void; off(n: string, l: unknown): void };
    emitter.on(name, listener);
    return () => emitter.off(name, listener);
  };
  return {
    getPresence: () => presence,
    subscribePresence(listener) {
      presenceListeners.add(listener);
      return () => presenceListeners.delete(listener);
    },
    on: (name, listener) => listenTo(name, listener),
    onConnect(listener) {
      connectListeners.add(listener);
      return () => connectListeners.delete(listener);
    },
    tellWhereabouts(next) {
      where = next;
      if (socket.connected) socket.emit('whereabouts', next);
    },
    close: end,
  };
}
