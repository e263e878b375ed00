/** The way into a room: Origin and ticket, then the document, the lease and the person's standing, all before the upgrade. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type PersonInProject, readStandings, type Standing } from '@tramline/store';
import { REFUSAL, SYNC_PROTOCOL, TICKET_PREFIX, type Ticket, verifyTicket } from '@tramline/wire';
import type { Pool } from 'pg';
import { WebSocketServer } from 'ws';
import type { Limits } from '../limits.ts';
import { judge, mayStandingEdit, refusalOf } from '../news/judge.ts';
import type { Room } from '../room/room.ts';
import type { LeaseAnswer } from '../room/roomLeases.ts';
import type { Rooms } from '../rooms.ts';
import { Connection } from './connection.ts';

export interface DoorOptions {
  readonly rooms: Rooms;
  readonly pool: Pool;
  readonly secret: string;
  readonly origins: readonly string[];
  readonly limits: Limits;
  /** A person whose open sockets are to be judged anew. */
  readonly onMissedNews: (person: PersonInProject) => void;
}

const STATUS = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
} as const;
type Status = keyof typeof STATUS;

const roomUrl = /^\/sync\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:\?.*)?$/;

/** Answers an upgrade with a plain HTTP status. Never leaves it hanging: browsers make one handshake per host at a time. */
export function rejectUpgrade(socket: Duplex, status: Status): void {
  const head = `HTTP/1.1 ${status} ${STATUS[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`;
  socket.end(head, () => socket.destroy());
}

function tokenOf(request: IncomingMessage): string | undefined {
  const protocols = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  return protocols.find((protocol) => protocol.startsWith(TICKET_PREFIX))?.slice(TICKET_PREFIX.length);
}

/** Who comes in and how. `standing` is absent when the database is away: then the ticket's word stands for its minute. */
interface Admission {
  readonly room: Room;
  readonly ticket: Ticket;
  readonly standing: Standing | undefined;
  readonly isLeased: boolean;
  /** How often sockets had been judged when the standing was asked for. */
  readonly judgements: number;
}

/** A database that hangs keeps nobody at the door: the socket comes in to read, and the rest is done when it answers again. */
const databasePatienceMs = 1500;

async function withPatience(
  answers: Promise<readonly [LeaseAnswer, readonly Standing[]]>,
): Promise<{ readonly lease: LeaseAnswer; readonly standing: Standing | undefined }> {
  const { promise, resolve } = Promise.withResolvers<readonly [LeaseAnswer, readonly Standing[]]>();
  const timer = setTimeout(() => resolve(['later', []]), databasePatienceMs);
  const [lease, [standing]] = await Promise.race([answers, promise]);
  clearTimeout(timer);
  return { lease, standing };
}

export class Door {
  readonly #options: DoorOptions;
  readonly #sockets: WebSocketServer;

  constructor(options: DoorOptions) {
    this.#options = options;
    this.#sockets = new WebSocketServer({
      noServer: true,
      perMessageDeflate: false,
      maxPayload: options.limits.frameMax + 64,
      handleProtocols: () => SYNC_PROTOCOL,
    });
  }

  /** Handles an upgrade of `/sync/<document>`. Never rejects. */
  async open(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    socket.on('error', () => socket.destroy());
    const admission = await this.#admit(request).catch((): Status => 503);
    if (typeof admission === 'number') {
      rejectUpgrade(socket, admission);
      return;
    }
    const { room, ticket, standing, isLeased, judgements } = admission;
    if (room.isClosed || socket.destroyed) {
      rejectUpgrade(socket, 503);
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', () => {}); // oversized or broken frames: ws closes the socket itself
      const connection = new Connection({ socket: webSocket, room, ticket, limits: this.#options.limits });
      connection.isLeased = isLeased;
      connection.refusal = refusalOf(ticket, room, standing);
      room.join(connection);
      // News that came between the question and this line found no socket here.
      if (judgements !== this.#options.rooms.judgements) this.#options.onMissedNews(ticket);
    });
  }

  async #admit(request: IncomingMessage): Promise<Admission | Status> {
    const { origins, secret, rooms, pool, limits } = this.#options;
    if (!origins.includes(request.headers.origin ?? '')) return 403;
    const documentId = roomUrl.exec(request.url ?? '')?.[1];
    const token = tokenOf(request);
    const ticket = token && documentId ? await verifyTicket(token, secret, new Date()) : undefined;
    if (!ticket || ticket.room !== documentId) return 401;
    const room = await rooms.open(documentId); // before the upgrade: nothing is read, so nothing is buffered
    if (!room) return 404;
    if (ticket.projectId !== room.projectId || ticket.kind !== room.kind) return 401;
    if (ticket.generation !== room.generation) return 409;
    if ([...room.members].filter((peer) => peer.userId === ticket.userId).length >= limits.socketsPerPerson) return 429;
    const { judgements } = rooms;
    const { lease, standing } = await withPatience(
      Promise.all([room.leases.lease(ticket), readStandings(pool, [ticket]).catch(() => [])]),
    );
    if (lease === 'taken') return 409;
    if (standing) {
      const { act } = judge({ ticket, kind: room.kind, refusal: null }, standing, new Date());
      if (act === 'close') return standing.isProjectDeleted ? 404 : 401;
      // The role was raised after the ticket was signed: a fresh one says so.
      const isOutdated =
        refusalOf(ticket, room, standing) === REFUSAL.readOnlyRole && mayStandingEdit(standing, room.kind);
      if (isOutdated) return 409;
    }
    return { room, ticket, standing, isLeased: lease === 'leased', judgements };
  }
}
