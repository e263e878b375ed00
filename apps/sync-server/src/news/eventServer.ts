/** socket.io at `/rt`: everything live that is not a document. One socket belongs to one project. */
import type { Server as HttpServer } from 'node:http';
import { readStandings } from '@tramline/store';
import {
  type ClientEvents,
  type EventsTicket,
  type ServerEvents,
  verifyEventsTicket,
  whereabouts,
} from '@tramline/wire';
import type { Pool } from 'pg';
import { Server, type Socket } from 'socket.io';
import { TokenBucket } from '../socket/tokenBucket.ts';
import { hasSessionEnded } from './judge.ts';
import { PresenceBoard } from './presenceBoard.ts';

export interface EventServerOptions {
  readonly http: HttpServer;
  readonly pool: Pool;
  readonly secret: string;
  readonly origins: readonly string[];
}

type SocketData = { ticket: EventsTicket };
type EventSocket = Socket<ClientEvents, ServerEvents, Record<never, never>, SocketData>;

const messageMaxBytes = 4096;
const presenceEveryMs = 100;
const movesPerSecond = 10;

export class EventServer {
  readonly #io: Server<ClientEvents, ServerEvents, Record<never, never>, SocketData>;
  readonly #options: EventServerOptions;
  readonly #board: PresenceBoard;

  constructor(options: EventServerOptions) {
    this.#options = options;
    this.#io = new Server(options.http, {
      path: '/rt',
      addTrailingSlash: false,
      destroyUpgrade: false,
      serveClient: false,
      maxHttpBufferSize: messageMaxBytes,
      allowRequest: (request, decide) => {
        const { origin } = request.headers;
        // Polling from the same origin sends no Origin; a WebSocket of a browser always does.
        const isUpgrade = request.headers.upgrade !== undefined;
        decide(null, origin === undefined ? !isUpgrade : options.origins.includes(origin));
      },
    });
    this.#board = new PresenceBoard(presenceEveryMs, (projectId, entries) => {
      this.#io.to(projectId).emit('presence', entries);
    });
    this.#io.use((socket, next) => {
      this.#admit(socket).then(
        (ticket) => {
          if (ticket) socket.data.ticket = ticket;
          next(ticket ? undefined : new Error('ticket refused'));
        },
        () => next(new Error('try later')),
      );
    });
    this.#io.on('connection', (socket) => this.#welcome(socket));
  }

  /** Sends one piece of news to everybody in a project. */
  tell<N extends keyof ServerEvents>(projectId: string, name: N, ...facts: Parameters<ServerEvents[N]>): void {
    this.#io.to(projectId).emit(name, ...facts);
  }

  /** Judges open sockets anew: all of them, or those that a change concerns. Throws when the database is away. */
  async rejudge(concerns: (ticket: EventsTicket) => boolean = () => true): Promise<void> {
    const sockets = [...this.#io.sockets.sockets.values()].filter((socket) => concerns(socket.data.ticket));
    const standings = await readStandings(
      this.#options.pool,
      sockets.map((socket) => socket.data.ticket),
    );
    for (const [at, socket] of sockets.entries()) {
      const standing = standings[at]!;
      if (hasSessionEnded(socket.data.ticket, standing, new Date())) this.#end(socket, 'session');
      else if (!standing.role) this.#end(socket, 'membership');
    }
  }

  /** Disconnects everybody and stops the HTTP server's listening; its other connections are not waited for. */
  close(): void {
    this.#board.stop();
    void this.#io.close();
  }

  async #admit(socket: EventSocket): Promise<EventsTicket | undefined> {
    const { token } = socket.handshake.auth as { token?: unknown };
    if (typeof token !== 'string') return undefined;
    const ticket = await verifyEventsTicket(token, this.#options.secret, new Date());
    if (!ticket) return undefined;
    const [standing] = await readStandings(this.#options.pool, [ticket]);
    return standing?.role && !hasSessionEnded(ticket, standing, new Date()) ? ticket : undefined;
  }

  #welcome(socket: EventSocket): void {
    const { projectId, userId, name } = socket.data.ticket;
    const moves = new TokenBucket(movesPerSecond, movesPerSecond);
    void socket.join(projectId);
    socket.on('whereabouts', (message: unknown) => {
      const where = whereabouts.safeParse(message);
      if (where.success && moves.tryTake()) this.#board.move(projectId, socket.id, where.data);
    });
    socket.on('disconnect', () => this.#board.leave(projectId, socket.id));
    this.#board.enter(projectId, { screen: 'projects', connectionId: socket.id, userId, name });
  }

  #end(socket: EventSocket, why: Parameters<ServerEvents['ended']>[0]): void {
    socket.emit('ended', why);
    socket.disconnect(true);
  }
}
