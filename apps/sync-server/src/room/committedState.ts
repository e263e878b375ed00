/**
 * What of a document is on disk, as bytes: what joiners may be sent while edits wait. The live document has the waiting edits in
 * it already and cannot be asked.
 */
import { openDocument } from '@tramline/collab';
import type { DocumentBytes, LogRow } from '@tramline/store';
import { SYNC_STEP, syncFrame } from '@tramline/wire';
import * as Y from 'yjs';
import { type WebSocketFrame, webSocketFrame } from '../socket/webSocketFrame.ts';

/** A full answer to an empty client, shared by all joiners: an encoded state and the updates committed since. */
interface JoinAnswer {
  readonly state: Uint8Array;
  readonly frame: WebSocketFrame;
  readonly tail: WebSocketFrame[];
  tailBytes: number;
}
const tailMost = { rows: 256, bytes: 64 << 10 };

export class CommittedState {
  #snapshot: { readonly state: Uint8Array } | undefined;
  #rows: LogRow[];
  #join: JoinAnswer | undefined;

  constructor({ snapshot, tail }: DocumentBytes) {
    this.#snapshot = snapshot;
    this.#rows = [...tail];
  }

  /** A row is on disk, in order of numbers. `frame` is the update as it is broadcast. */
  add(row: LogRow, frame: WebSocketFrame): void {
    this.#rows.push(row);
    if (!this.#join) return;
    this.#join.tail.push(frame);
    this.#join.tailBytes += frame.length;
  }

  /** A row was missing in memory: what was encoded before does not hold it. */
  addMissing(row: LogRow): void {
    this.#rows.push(row);
    this.#join = undefined;
  }

  /** A snapshot holds every row up to `seq`: those need not be kept. */
  rebase(seq: number, state: Uint8Array): void {
    this.#snapshot = { state };
    this.#rows = this.#rows.filter((row) => row.seq > seq);
  }

  /** The frames for a client that has nothing. `doc` is the live document when nothing uncommitted is in it. */
  full(doc: Y.Doc | undefined): readonly WebSocketFrame[] {
    const { frame, tail } = this.#answer(doc);
    return tail.length === 0 ? [frame] : [frame, ...tail];
  }

  /** The frames for a client that has something, without asking the live document. */
  diff(stateVector: Uint8Array): readonly WebSocketFrame[] {
    const { state, tail } = this.#answer(undefined);
    return [webSocketFrame(syncFrame(SYNC_STEP.step2, Y.diffUpdate(state, stateVector))), ...tail];
  }

  #answer(doc: Y.Doc | undefined): JoinAnswer {
    const known = this.#join;
    const isLong = known && (known.tail.length > tailMost.rows || known.tailBytes > tailMost.bytes);
    if (known && !(isLong && doc)) return known;
    const state = doc ? Y.encodeStateAsUpdate(doc) : this.#encode();
    this.#join = { state, frame: webSocketFrame(syncFrame(SYNC_STEP.step2, state)), tail: [], tailBytes: 0 };
    return this.#join;
  }

  #encode(): Uint8Array {
    const doc = openDocument({ ...(this.#snapshot && { snapshot: this.#snapshot }), tail: this.#rows });
    const state = Y.encodeStateAsUpdate(doc);
    doc.destroy();
    return state;
  }
}
