/** One socket in a room: reads frames under rate limits, stamps presence, and speaks for its person. */
import {
  awarenessFrame,
  CLOSE_CODE,
  type IncomingFrame,
  isFinalRefusal,
  type PersonView,
  REFUSAL,
  type Refusal,
  readAwareness,
  readFrame,
  refusedFrame,
  type Ticket,
} from '@tramline/wire';
import type { WebSocket } from 'ws';
import type { Limits } from '../limits.ts';
import type { Room } from '../room/room.ts';
import { Outlet } from './outlet.ts';
import { TokenBucket } from './tokenBucket.ts';
import { type WebSocketFrame, webSocketFrame } from './webSocketFrame.ts';

/** y-websocket connects anew after 30 s without a message; pings do not count. */
const keepAliveFrame = webSocketFrame(awarenessFrame([]));
const stateVectorMax = 256 << 10;
const pauseMostMs = 10_000;
const closeWithinMs = 1000;
const clockMost = 2 ** 31;
const clockJumpMost = 1000;
/** An answer to step 1 costs an encoding of the document. */
const answerCost = 10;

/** The refusals after which the socket stays open: the person goes on reading. */
const staysOpen = (code: Refusal): boolean =>
  !isFinalRefusal(code) || code === REFUSAL.readOnlyRole || code === REFUSAL.schemaVersion;

export class Connection {
  readonly ticket: Ticket;
  /** Whether the answer to its first step 1 has been sent; only then does it get live edits. */
  isSynced = false;
  /** Whether its client ids are leased in the database. Without, its edits are put off. */
  isLeased = false;
  /** Why it may not edit; `null` when it may. */
  refusal: Refusal | null = null;
  /** Clocks the reader had when the first edit was dropped; set while it lags. */
  missingFrom: ReadonlyMap<number, number> | undefined;
  readonly #socket: WebSocket;
  readonly #room: Room;
  readonly #limits: Limits;
  readonly #outlet: Outlet;
  readonly #frames: TokenBucket;
  readonly #edits: TokenBucket;
  readonly #bytes: TokenBucket;
  readonly #presenceRate: TokenBucket;
  readonly #beat: NodeJS.Timeout;
  /** Frames of a chunk that was read before the pause took hold. */
  #inbox: Buffer[] = [];
  #isPaused = false;
  #refused: Refusal | null = null;
  #isAlive = true;

  constructor({ socket, room, ticket, limits }: { socket: WebSocket; room: Room; ticket: Ticket; limits: Limits }) {
    this.ticket = ticket;
    this.#socket = socket;
    this.#room = room;
    this.#limits = limits;
    this.#outlet = new Outlet(socket, limits, () => this.#onDrained());
    this.#frames = new TokenBucket(limits.framesPerSecond, limits.framesPerSecond * 2);
    this.#edits = new TokenBucket(limits.updatesPerSecond, limits.updatesPerSecond * 2);
    this.#bytes = new TokenBucket(limits.bytesPerSecond, limits.frameMax);
    this.#presenceRate = new TokenBucket(limits.awarenessPerSecond, limits.awarenessPerSecond);
    this.#beat = setInterval(() => this.#heartbeat(), limits.keepAliveMs);
    socket.on('message', (data: Buffer) => this.#receive(data));
    socket.on('pong', () => {
      this.#isAlive = true;
    });
    socket.on('close', () => {
      clearInterval(this.#beat);
      this.#outlet.stop();
      this.#inbox = [];
      room.leave(this);
    });
  }

  get clientId(): number {
    return this.ticket.clientId;
  }
  get userId(): string {
    return this.ticket.userId;
  }
  get isLagging(): boolean {
    return this.#outlet.isLagging;
  }

  /** Whether this socket may bring new words under a client id: its own, or one that its ticket names from offline work. */
  mayWrite(clientId: number): boolean {
    return clientId === this.ticket.clientId || this.ticket.earlierClientIds.includes(clientId);
  }

  send(frame: WebSocketFrame): void {
    this.#outlet.send(frame);
  }
  /** Sends an edit unless the reader lags; false when it was dropped. */
  offerEdit(frame: WebSocketFrame): boolean {
    return this.#outlet.offer(frame);
  }
  /** Sends presence unless much is unread. */
  offerPresence(frame: WebSocketFrame): void {
    if (this.#outlet.unread < this.#limits.lagAt / 4) this.#outlet.send(frame);
  }

  /** From now on the person only reads; the client is told. */
  becomeReader(code: Refusal): void {
    this.refusal = code;
    this.send(webSocketFrame(refusedFrame(0, code)));
  }

  close(code: number, why: string): void {
    this.#inbox = [];
    this.#socket.close(code, why);
    this.#room.leave(this);
    setTimeout(() => this.#socket.terminate(), closeWithinMs).unref();
  }

  get #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  #receive(data: Buffer): void {
    if (!this.#isOpen) return;
    if (this.#isPaused) {
      this.#inbox.push(data);
      return;
    }
    const waitMs = this.#handle(data);
    if (waitMs > 0) this.#pause(waitMs);
  }

  /** Too fast: stop reading, so that TCP slows the sender down. Nothing is dropped. */
  #pause(waitMs: number): void {
    this.#isPaused = true;
    this.#socket.pause();
    setTimeout(() => this.#resume(), Math.min(waitMs, pauseMostMs));
  }

  #resume(): void {
    for (let frame = this.#inbox.shift(); frame && this.#isOpen; frame = this.#inbox.shift()) {
      const waitMs = this.#handle(frame);
      if (waitMs > 0) {
        this.#pause(waitMs);
        return;
      }
    }
    this.#isPaused = false;
    if (this.#isOpen) this.#socket.resume();
  }

  /** Handles one frame and returns how long to wait before the next, in milliseconds. */
  #handle(data: Buffer): number {
    let frame: IncomingFrame;
    try {
      frame = readFrame(data);
    } catch {
      this.close(1007, 'unreadable frame');
      return 0;
    }
    const waitMs = Math.max(this.#frames.take(), this.#bytes.take(data.byteLength));
    switch (frame.kind) {
      case 'step1':
        return Math.max(waitMs, this.#answer(frame.stateVector));
      case 'edit':
        this.#edit(frame.update, frame.step2);
        return frame.update.byteLength > 2 ? Math.max(waitMs, this.#edits.take()) : waitMs;
      case 'counter':
        this.#room.acknowledge(this, frame.value, this.#refused);
        return waitMs;
      case 'awareness':
        this.#present(frame.update);
        return waitMs;
      case 'ignored':
        return waitMs;
    }
  }

  #answer(stateVector: Uint8Array): number {
    if (stateVector.byteLength > stateVectorMax) {
      this.close(1009, 'state vector');
      return 0;
    }
    try {
      this.#room.answer(this, stateVector.slice());
    } catch {
      this.close(1007, 'unreadable state vector');
    }
    return this.#edits.take(answerCost);
  }

  #edit(update: Uint8Array, isStep2: boolean): void {
    // The log keeps these bytes until the commit; they are copied out of the shared receive buffer.
    const code = this.#room.edit(this, update.slice(), isStep2);
    if (code === null) {
      if (isStep2) this.#refused = null;
      return;
    }
    this.#refused = code;
    if (staysOpen(code)) return; // the counter that follows carries it
    this.send(webSocketFrame(refusedFrame(0, code)));
    this.close(CLOSE_CODE.refused, `refused ${code}`);
  }

  #present(update: Uint8Array): void {
    if (update.byteLength > this.#limits.awarenessMax || !this.#presenceRate.tryTake()) return;
    try {
      const entry = readAwareness(update).find(({ clientId }) => clientId === this.clientId);
      const last = this.#room.presence.clockOf(this.clientId);
      if (!entry || entry.clock <= last || entry.clock > clockMost) return;
      if (last >= 0 && entry.clock > last + clockJumpMost) return;
      const user: PersonView = { id: this.ticket.userId, name: this.ticket.name };
      this.#room.presence.set({ ...entry, state: entry.state && { ...entry.state, user } });
    } catch {
      // unreadable presence is not worth a connection
    }
  }

  #onDrained(): void {
    if (this.missingFrom) this.#room.catchUp(this, this.missingFrom);
    this.missingFrom = undefined;
  }

  #heartbeat(): void {
    if (!this.#isAlive) {
      this.#socket.terminate();
      return;
    }
    this.#isAlive = this.#isPaused; // a paused socket cannot hand us its pong
    this.#socket.ping();
    this.send(keepAliveFrame);
  }
}
