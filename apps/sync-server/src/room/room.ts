/** One open document: validate → apply → commit → broadcast and acknowledge. Nothing leaves before it is on disk. */
import { type AppendResult, loadTail, type UpdateLog } from '@tramline/store';
import {
  CLOSE_CODE,
  type DocumentKind,
  REFUSAL,
  type Refusal,
  refusedFrame,
  SYNC_STEP,
  savedFrame,
  syncFrame,
} from '@tramline/wire';
import * as Y from 'yjs';
import type { Limits } from '../limits.ts';
import { checkUpdate } from '../shape/checkUpdate.ts';
import type { Connection } from '../socket/connection.ts';
import { type WebSocketFrame, webSocketFrame } from '../socket/webSocketFrame.ts';
import { CommitLine, type Waiting } from './commitLine.ts';
import { CommittedState } from './committedState.ts';
import { encodeClocks, Joiners } from './joiners.ts';
import { type LoadedDocument, loadDocument } from './loadDocument.ts';
import { RoomLeases } from './roomLeases.ts';
import { RoomPresence } from './roomPresence.ts';
import { RoomSnapshots } from './roomSnapshots.ts';
import type { ClosedWhy, Mutant, RoomState } from './roomState.ts';
import type { SnapshotWriter } from './snapshotWriter.ts';

export interface RoomOptions {
  readonly log: UpdateLog;
  readonly snapshots: SnapshotWriter;
  readonly limits: Limits;
  readonly onClosed: (room: Room) => void;
  readonly mutant?: Mutant | undefined;
}

const watchEveryMs = 100;
const fillAgainMs = 500;

/** Loads a room; `undefined` when there is no such document. Throws when the database is away. */
export async function openRoom(documentId: string, options: RoomOptions): Promise<Room | undefined> {
  const loaded = await loadDocument(options.log.pool, documentId, (text) => options.log.emit('alarm', text));
  return loaded && new Room(loaded, options);
}

export class Room {
  readonly doc: Y.Doc;
  readonly documentId: string;
  readonly projectId: string;
  readonly kind: DocumentKind;
  readonly generation: number;
  readonly schemaVersion: number;
  readonly members = new Set<Connection>();
  readonly presence: RoomPresence;
  readonly leases: RoomLeases;
  state: RoomState;
  readonly #options: RoomOptions;
  readonly #line = new CommitLine();
  readonly #committed: CommittedState;
  readonly #joiners: Joiners;
  readonly #snapshots: RoomSnapshots;
  readonly #watch: NodeJS.Timeout;
  #seq: number;
  #bytes: number;
  /** What every reader that keeps up has been sent. */
  #clocks: Map<number, number>;
  readonly #onceClosed = new Set<(isCommitted: boolean) => void>();
  #filling = 0;
  /** How many hold the room open without being members, such as a decision. */
  #pins = 0;
  #isDoubtful = false;
  #isLeasing = false;

  constructor({ doc, bytes }: LoadedDocument, options: RoomOptions) {
    this.doc = doc;
    this.documentId = bytes.documentId;
    this.projectId = bytes.projectId;
    this.kind = bytes.kind;
    this.generation = bytes.generation;
    this.schemaVersion = bytes.schemaVersion;
    this.#options = options;
    this.#seq = bytes.seq;
    this.#bytes = bytes.bytes;
    this.#clocks = Y.decodeStateVector(Y.encodeStateVector(doc));
    this.leases = new RoomLeases({
      pool: options.log.pool,
      documentId: bytes.documentId,
      leases: bytes.leases,
      isInUse: (clientId) => this.#clocks.has(clientId),
    });
    this.#committed = new CommittedState(bytes);
    this.#snapshots = new RoomSnapshots({
      bytes,
      writer: options.snapshots,
      limits: options.limits,
      // What was committed meanwhile may be in the snapshot and is kept beside it: applying twice changes nothing.
      onWritten: ({ seq, state }) => this.#committed.rebase(seq, state),
    });
    this.#joiners = new Joiners({
      doc,
      line: this.#line,
      committed: this.#committed,
      admit: (peer) => this.#admit(peer),
    });
    this.presence = new RoomPresence(options.limits.awarenessEveryMs, (frame) => this.#sendPresence(frame));
    this.state = this.#drain(); // until somebody joins
    this.#watch = setInterval(() => this.#look(), watchEveryMs);
    options.log.on('up', this.#onUp);
  }

  /** The number of the newest committed row. */
  get seq(): number {
    return this.#seq;
  }
  get isClosed(): boolean {
    return this.state.kind === 'closed';
  }

  join(peer: Connection): void {
    if (this.state.kind === 'draining') {
      clearTimeout(this.state.timer);
      this.state = { kind: 'live' };
    }
    for (const other of this.members)
      if (other.clientId === peer.clientId) other.close(CLOSE_CODE.replaced, 'connected again');
    this.members.add(peer);
    if (peer.refusal !== null) peer.becomeReader(peer.refusal);
    this.#ask(peer);
    if (this.state.kind === 'readOnly') peer.send(webSocketFrame(refusedFrame(0, REFUSAL.busy)));
  }

  leave(peer: Connection): void {
    if (!this.members.delete(peer)) return;
    this.#joiners.leave(peer);
    this.presence.leave(peer.clientId);
    this.#drainIfEmpty();
  }

  /** Answers step 1; throws on an unreadable state vector. */
  answer(peer: Connection, stateVector: Uint8Array): void {
    this.#joiners.answer(peer, stateVector);
  }

  /** After a lagging reader has drained: one diff from what it was last sent. */
  catchUp(peer: Connection, from: ReadonlyMap<number, number>): void {
    this.#joiners.answer(peer, encodeClocks(from));
  }

  /** Takes an edit. `null` when it is in line for the disk, or held nothing new; otherwise why not. */
  edit(peer: Connection, update: Uint8Array, isStep2: boolean): Refusal | null {
    const { limits } = this.#options;
    if (peer.refusal !== null) return peer.refusal;
    if (this.state.kind === 'readOnly') return this.state.reason === 'full' ? REFUSAL.docFull : REFUSAL.busy;
    if (this.state.kind !== 'live' || this.#isDoubtful || !peer.isLeased) return REFUSAL.busy;
    if (update.byteLength > (isStep2 ? limits.frameMax : limits.updateMax)) return REFUSAL.tooBig;
    // A step 2 may bring offline work made under ids that the same person held before.
    const mayWrite = (id: number): boolean => peer.mayWrite(id) || (isStep2 && this.leases.ownerOf(id) === peer.userId);
    const verdict = checkUpdate({ doc: this.doc, kind: this.kind, update, mayWrite, runMax: limits.runMax });
    if (!verdict.ok) {
      if (verdict.code === REFUSAL.gap) this.#ask(peer);
      return verdict.code;
    }
    if (!verdict.hasNews) return null;
    if (!this.#apply(update)) return REFUSAL.malformed;
    this.#queue(peer, update, verdict.ends);
    return null;
  }

  /** Answers a client's counter when everything before it is on disk. `refused`: an edit before it was not taken. */
  acknowledge(peer: Connection, counter: number, refused: Refusal | null): void {
    const answer = (): void => {
      peer.send(webSocketFrame(refused === null ? savedFrame(counter, this.#seq) : refusedFrame(counter, refused)));
    };
    if (this.#options.mutant === 'acknowledgeFromMemory') answer();
    else this.#line.behind(answer);
  }

  /** Resolves true when everything that is in the document now is on disk; false when the room closed first. */
  committed(): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    if (this.isClosed) return Promise.resolve(false);
    this.#onceClosed.add(resolve);
    this.#line.behind(() => {
      this.#onceClosed.delete(resolve);
      resolve(true);
    });
    return promise;
  }

  /** Keeps the room open until the answer is called. */
  pin(): () => void {
    this.#pins++;
    return () => {
      this.#pins--;
    };
  }

  /** Waits for the line to empty, but not for ever, then closes; what is not committed by then is in the spool. */
  async shutdown(patienceMs: number): Promise<void> {
    for (const peer of this.members) peer.close(CLOSE_CODE.restart, 'restart');
    const timeout = new Promise((resolve) => setTimeout(resolve, patienceMs).unref());
    await Promise.race([this.committed(), timeout]);
    this.#close('shutdown');
  }

  /** The document was deleted: everybody is sent away for good. */
  end(): void {
    for (const peer of this.members) peer.close(CLOSE_CODE.gone, 'deleted');
    this.#close('gone');
  }

  #queue(peer: Connection, update: Uint8Array, ends: ReadonlyMap<number, number>): void {
    const frame = webSocketFrame(syncFrame(SYNC_STEP.update, update));
    const isEarly = this.#options.mutant === 'broadcastBeforeCommit';
    if (isEarly) this.#broadcast(peer, frame, ends);
    let seq = 0;
    const waiting = this.#line.add(update.byteLength, () => {
      this.#committed.add({ seq, bytes: update }, frame);
      if (!isEarly) this.#broadcast(peer, frame, ends);
    });
    const { documentId, generation } = this;
    const { clientId, userId } = peer;
    const entry = { documentId, generation, userId, sessionId: peer.ticket.sessionId, clientId, bytes: update };
    this.#options.log.append(entry, (result: AppendResult) => {
      if (!result.ok) {
        this.#close(result.why === 'fenced' ? 'fenced' : 'damaged');
        return;
      }
      seq = result.seq;
      this.#onCommitted(waiting, seq);
    });
    if (this.#line.bytes > this.#options.limits.queueMax) this.#freeze('database');
  }

  #admit(peer: Connection): void {
    peer.isSynced = true;
    const { frame } = this.presence;
    if (frame) peer.send(frame);
  }

  #sendPresence(frame: WebSocketFrame): void {
    for (const peer of this.members) if (peer.isSynced) peer.offerPresence(frame);
  }

  #ask(peer: Connection): void {
    peer.send(webSocketFrame(syncFrame(SYNC_STEP.step1, Y.encodeStateVector(this.doc))));
  }

  #apply(update: Uint8Array): boolean {
    try {
      Y.applyUpdate(this.doc, update, this);
      if (!this.doc.store.pendingStructs && !this.doc.store.pendingDs) return true;
    } catch {
      // below
    }
    // The check let through what Yjs could not integrate: memory is in doubt, the log is not.
    const start = Buffer.from(update.subarray(0, 64)).toString('hex');
    this.#options.log.emit('alarm', `document ${this.documentId}: an update passed the check but not Yjs (${start})`);
    this.#isDoubtful = true;
    this.#line.behind(() => this.#close('damaged'));
    return false;
  }

  #onCommitted(waiting: Waiting, seq: number): void {
    if (this.isClosed) return;
    if (seq > this.#seq + 1) void this.#fill(this.#seq, seq);
    this.#seq = seq;
    this.#bytes += waiting.bytes;
    this.#snapshots.add(waiting.bytes);
    this.#line.commit(waiting);
    const { limits } = this.#options;
    if (!this.#line.isEmpty) return;
    if (this.state.kind === 'readOnly' && this.state.reason === 'database') this.#thaw();
    if (this.#bytes > limits.docMax && this.state.kind === 'live') this.#checkFull();
    this.#drainIfEmpty();
  }

  /** Somebody else wrote rows between ours (another process, or a commit whose answer was lost): read, apply, pass on. */
  async #fill(after: number, before: number): Promise<void> {
    this.#filling++;
    try {
      for (const row of await loadTail(this.#options.log.pool, this.documentId, after, before)) {
        if (this.isClosed) break;
        Y.applyUpdate(this.doc, row.bytes, this);
        this.#committed.addMissing(row);
        this.#broadcast(
          undefined,
          webSocketFrame(syncFrame(SYNC_STEP.update, row.bytes)),
          Y.parseUpdateMeta(row.bytes).to,
        );
      }
    } catch {
      setTimeout(() => {
        if (!this.isClosed) void this.#fill(after, before);
      }, fillAgainMs);
    } finally {
      this.#filling--;
    }
  }

  #broadcast(sender: Connection | undefined, frame: WebSocketFrame, ends: ReadonlyMap<number, number>): void {
    for (const peer of this.members) {
      if (peer === sender || !peer.isSynced) continue;
      if (!peer.isLagging && !peer.offerEdit(frame)) peer.missingFrom = new Map(this.#clocks);
    }
    for (const [client, end] of ends) this.#clocks.set(client, Math.max(end, this.#clocks.get(client) ?? 0));
  }

  #checkFull(): void {
    if (Y.encodeStateAsUpdate(this.doc).byteLength > this.#options.limits.docMax) this.#freeze('full');
    else this.#bytes = 0; // the log is long but the document is not; looked at again after as much has been added
  }

  #look(): void {
    this.#joiners.hurry();
    if (this.state.kind === 'live' && this.#line.waitedMs > this.#options.limits.stallMaxMs) this.#freeze('database');
    void this.#leaseLater();
  }

  /** Sockets that came while the database was away get their client ids as soon as it is back. */
  async #leaseLater(): Promise<void> {
    if (this.#isLeasing || this.#options.log.isDown) return;
    this.#isLeasing = true;
    for (const peer of [...this.members].filter((member) => !member.isLeased)) {
      const answer = await this.leases.lease(peer.ticket);
      if (answer === 'taken') peer.close(CLOSE_CODE.refused, 'client id');
      if (answer !== 'leased') continue;
      peer.isLeased = true;
      this.#ask(peer); // brings the edits that were put off
    }
    this.#isLeasing = false;
  }

  #freeze(reason: 'database' | 'full'): void {
    if (this.state.kind !== 'live') return;
    this.state = { kind: 'readOnly', reason };
    this.#notice(reason === 'full' ? REFUSAL.docFull : REFUSAL.busy);
  }

  #thaw(): void {
    this.state = { kind: 'live' };
    this.#notice(REFUSAL.resumed);
    for (const peer of this.members) this.#ask(peer); // brings the edits refused meanwhile
    this.#drainIfEmpty();
  }

  #notice(code: Refusal): void {
    const frame = webSocketFrame(refusedFrame(0, code));
    for (const peer of this.members) peer.send(frame);
  }

  readonly #onUp = (): void => {
    if (this.state.kind === 'readOnly' && this.state.reason === 'database' && this.#line.isEmpty) this.#thaw();
  };

  /** Nobody is here: the room goes when time is up, unless somebody comes. */
  #drain(): RoomState {
    const timer = setTimeout(() => void this.#evict(), this.#options.limits.evictAfterMs);
    this.state = { kind: 'draining', timer };
    return this.state;
  }

  #drainIfEmpty(): void {
    const isFull = this.state.kind === 'readOnly' && this.state.reason === 'full';
    if (this.members.size === 0 && (this.state.kind === 'live' || isFull)) this.#drain();
  }

  async #evict(): Promise<void> {
    if (this.state.kind !== 'draining') return;
    if (!this.#mustStay()) await this.#snapshots.finish();
    if (this.state.kind !== 'draining') return;
    if (this.#mustStay()) this.#drain();
    else this.#close('evicted');
  }

  /** Uncommitted bytes stay in memory as long as the database is away. */
  #mustStay(): boolean {
    return !this.#line.isEmpty || this.#filling > 0 || this.#pins > 0;
  }

  #close(why: ClosedWhy): void {
    if (this.state.kind === 'closed') return;
    if (this.state.kind === 'draining') clearTimeout(this.state.timer);
    this.state = { kind: 'closed', why };
    clearInterval(this.#watch);
    this.presence.stop();
    this.#options.log.off('up', this.#onUp);
    for (const peer of this.members) peer.close(CLOSE_CODE.restart, why);
    this.#line.drop();
    for (const tell of this.#onceClosed) tell(false);
    this.#options.onClosed(this);
    this.doc.destroy();
  }
}
