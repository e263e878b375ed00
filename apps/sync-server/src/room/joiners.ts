/** Answers step 1: with nothing but what is on disk, and never later than the database's absence makes bearable. */
import { SYNC_STEP, syncFrame } from '@tramline/wire';
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { Connection } from '../socket/connection.ts';
import { type WebSocketFrame, webSocketFrame } from '../socket/webSocketFrame.ts';
import type { CommitLine } from './commitLine.ts';
import type { CommittedState } from './committedState.ts';

/** Who waits longer than this behind edits that do not get to disk is answered from what is there. */
const patienceMs = 250;

export interface JoinersOptions {
  readonly doc: Y.Doc;
  readonly line: CommitLine;
  readonly committed: CommittedState;
  /** Called when a peer has been answered: from now on it gets live edits. */
  readonly admit: (peer: Connection) => void;
}

/** The bytes of a state vector. */
export function encodeClocks(clocks: ReadonlyMap<number, number>): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, clocks.size);
  for (const [client, clock] of clocks) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, clock);
  }
  return encoding.toUint8Array(encoder);
}

export class Joiners {
  readonly #options: JoinersOptions;
  /** Peers that wait behind the line, with what they said they have. */
  readonly #waiting = new Map<Connection, Uint8Array>();

  constructor(options: JoinersOptions) {
    this.#options = options;
  }

  /** Answers a peer; a second question of one that waits is covered by the first answer. Throws on an unreadable vector. */
  answer(peer: Connection, stateVector: Uint8Array): void {
    const { doc, line, committed } = this.#options;
    if (this.#waiting.has(peer)) return;
    peer.isSynced = false;
    const isEmpty = stateVector.byteLength <= 1;
    if (line.isEmpty) {
      this.#send(peer, isEmpty ? committed.full(doc) : [this.#diff(stateVector)]);
      return;
    }
    if (line.waitedMs > patienceMs) {
      this.#sendCommitted(peer, stateVector);
      return;
    }
    // The answer holds edits that are on their way to disk: it leaves behind them.
    const frame = this.#diff(stateVector);
    this.#waiting.set(peer, stateVector);
    line.behind(() => {
      if (this.#waiting.delete(peer)) this.#send(peer, [frame]);
    });
  }

  /** Answers those who have waited too long from what is on disk; their uncommitted rest follows as live edits. */
  hurry(): void {
    if (this.#waiting.size === 0 || this.#options.line.waitedMs <= patienceMs) return;
    for (const [peer, stateVector] of [...this.#waiting]) {
      this.#waiting.delete(peer);
      this.#sendCommitted(peer, stateVector);
    }
  }

  leave(peer: Connection): void {
    this.#waiting.delete(peer);
  }

  #diff(stateVector: Uint8Array): WebSocketFrame {
    return webSocketFrame(syncFrame(SYNC_STEP.step2, Y.encodeStateAsUpdate(this.#options.doc, stateVector)));
  }

  #sendCommitted(peer: Connection, stateVector: Uint8Array): void {
    const { committed } = this.#options;
    this.#send(peer, stateVector.byteLength <= 1 ? committed.full(undefined) : committed.diff(stateVector));
  }

  #send(peer: Connection, frames: readonly WebSocketFrame[]): void {
    for (const frame of frames) peer.send(frame);
    this.#options.admit(peer);
  }
}
