/**
 * A document's connection to its room: y-websocket's provider with durable acknowledgement (frames 102 and 103), refusals,
 * a read-only mode, and a fresh ticket before every connection.
 */
import {
  CLOSE_CODE,
  counterFrame,
  FRAME,
  isFinalRefusal,
  REFUSAL,
  SYNC_PROTOCOL,
  SYNC_STEP,
  syncFrame,
  TICKET_PREFIX,
  type TicketAnswer,
} from '@tramline/wire';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { CommitCounter } from './commitCounter.ts';

/** `saved`: everything here is on the server's disk. `refused`: the server will never take some of it; keep the local copy. */
export type SyncState = 'saved' | 'saving' | 'offline' | 'refused' | 'readOnly';

/** Why the server closed the room for good. */
export type SyncEnd = 'sessionEnded' | 'forbidden' | 'gone';

/** What the web tier says to a wish for a ticket. `away`: worth trying again. */
export type TicketReply =
  | { readonly state: 'granted'; readonly answer: TicketAnswer }
  | { readonly state: 'refused'; readonly cause: SyncEnd }
  | { readonly state: 'away' };

export interface SyncClientOptions {
  /** Where rooms are served, `wss://host/sync`, without the document's id. */
  readonly serverUrl: string;
  readonly documentId: string;
  readonly doc: Y.Doc;
  readonly awareness?: Awareness;
  /** Asked before every connection; the ticket must name `doc.clientID`. */
  readonly askTicket: () => Promise<TicketReply>;
  /** Called after `state`, `waiting`, `mode`, `isSynced`, `refusedCode` or `ended` changed. */
  readonly onChange?: (client: SyncClient) => void;
  readonly WebSocketPolyfill?: typeof WebSocket;
}

const retryMs = { first: 50, most: 2500 };
/** An update that came from elsewhere than this client's own hand, such as a copy kept on the device, gathers this long. */
const foreignWaitMs = 100;

export class SyncClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  state: SyncState = 'offline';
  mode: 'edit' | 'read' = 'edit';
  /** The code of the last refusal; from 10 on it is final. */
  refusedCode = 0;
  ended: SyncEnd | undefined;
  /** The number of the room's newest committed row that this client has heard of. */
  seq = 0;
  readonly #options: SyncClientOptions;
  readonly #commits = new CommitCounter();
  #isWanted = true;
  #isAsking = false;
  #attempt = 0;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #foreign: ReturnType<typeof setTimeout> | undefined;
  #shown = '';

  constructor(options: SyncClientOptions) {
    const { serverUrl, documentId, doc, awareness, WebSocketPolyfill } = options;
    this.#options = options;
    this.doc = doc;
    this.provider = new WebsocketProvider(serverUrl, documentId, doc, {
      connect: false,
      disableBc: true,
      ...(awareness && { awareness }),
      ...(WebSocketPolyfill && { WebSocketPolyfill }),
    });
    doc.off('update', this.provider._updateHandler); // ours below knows about modes and counters
    doc.on('update', this.#onUpdate);
    this.#handleFrames();
    this.provider.on('status', () => this.#show());
    this.provider.on('sync', (isSynced: boolean) => {
      if (isSynced) this.#attempt = 0;
      this.#show();
    });
    this.provider.on('connection-close', (event: CloseEvent | null) => this.#onClose(event));
    void this.#connect();
  }

  get awareness(): Awareness {
    return this.provider.awareness;
  }
  get isConnected(): boolean {
    return this.provider.wsconnected;
  }
  /** Whether the document holds what the server had when the connection was made. */
  get isSynced(): boolean {
    return this.provider.synced;
  }
  /** How many updates made here are not known to be on the server's disk. */
  get waiting(): number {
    return this.#commits.waiting;
  }
  /** Whether an update made now would be named by this counter once committed; for tests of what was promised. */
  get counters(): { readonly sent: number; readonly acknowledged: number } {
    return this.#commits;
  }

  /** Connects now instead of at the next try. Also ends `disconnect`. */
  reconnect(): void {
    const isBarred = isFinalRefusal(this.refusedCode) && this.refusedCode !== REFUSAL.readOnlyRole;
    if (this.ended || isBarred) return;
    this.#isWanted = true;
    this.#attempt = 0;
    void this.#connect();
  }

  /** Leaves the room until `reconnect`. */
  disconnect(): void {
    this.#isWanted = false;
    clearTimeout(this.#retry);
    this.provider.disconnect();
  }

  destroy(): void {
    this.disconnect();
    clearTimeout(this.#foreign);
    this.doc.off('update', this.#onUpdate);
    this.provider.destroy();
  }

  async #connect(): Promise<void> {
    if (this.#isAsking || !this.#isWanted || this.provider.ws) return;
    clearTimeout(this.#retry);
    this.#isAsking = true;
    const reply = await this.#options.askTicket().catch((): TicketReply => ({ state: 'away' }));
    this.#isAsking = false;
    if (!this.#isWanted) return;
    if (reply.state === 'granted') {
      this.mode = reply.answer.mode;
      // Who may edit again brings along what was refused while the role only read.
      if (this.mode === 'edit' && this.refusedCode === REFUSAL.readOnlyRole) this.refusedCode = 0;
      this.provider.protocols = [SYNC_PROTOCOL, `${TICKET_PREFIX}${reply.answer.token}`];
      this.provider.connect();
    } else if (reply.state === 'refused') this.#end(reply.cause);
    else this.#tryLater();
    this.#show();
  }

  #tryLater(): void {
    if (!this.#isWanted) return;
    clearTimeout(this.#retry);
    const waitMs = Math.min(retryMs.most, retryMs.first * 2 ** this.#attempt++);
    this.#retry = setTimeout(() => void this.#connect(), waitMs * (0.5 + Math.random() / 2));
  }

  #end(why: SyncEnd): void {
    this.ended = why;
    this.#isWanted = false;
    this.provider.shouldConnect = false;
  }

  #onClose(event: CloseEvent | null): void {
    this.#commits.disconnect();
    this.provider.shouldConnect = false; // the provider's own next try would reuse a stale ticket
    const code = event?.code ?? 0;
    if (code === CLOSE_CODE.sessionEnded) this.#end('sessionEnded');
    else if (code === CLOSE_CODE.forbidden) this.#end('forbidden');
    else if (code === CLOSE_CODE.gone) this.#end('gone');
    else if (code === CLOSE_CODE.refused) this.#refuse(this.refusedCode || REFUSAL.malformed);
    else this.#tryLater();
    queueMicrotask(() => this.#show()); // the provider marks itself as away after this event
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === this.provider) return;
    if (!transaction.local) {
      this.#onForeignUpdate();
      return;
    }
    this.#commits.made();
    if (this.mode === 'edit') {
      this.#send(syncFrame(SYNC_STEP.update, update));
      this.#sendCounter();
    }
    this.#show();
  };

  /** Words of another session of this person: they travel in step 2 of a new connection, whose ticket names their client ids. */
  #onForeignUpdate(): void {
    if (this.provider.ws === null) return;
    clearTimeout(this.#foreign);
    this.#foreign = setTimeout(() => {
      if (!this.#isWanted) return;
      this.provider.disconnect();
      this.#attempt = 0;
      void this.#connect();
    }, foreignWaitMs);
    this.#commits.disconnect();
    this.#show();
  }

  #handleFrames(): void {
    const handlers = this.provider.messageHandlers as ((
      encoder: encoding.Encoder,
      decoder: decoding.Decoder,
      provider: WebsocketProvider,
      emitSynced: boolean,
      type: number,
    ) => void)[];
    const readSync = handlers[FRAME.sync]!;
    handlers[FRAME.sync] = (encoder, decoder, provider, emitSynced, type) => {
      if (this.mode === 'read' && decoding.peekVarUint(decoder) === SYNC_STEP.step1) return this.#compare(decoder);
      readSync(encoder, decoder, provider, emitSynced, type);
      // An answer to the server's step 1 leaves right after this handler; it covers everything made before, offline work included.
      if (encoding.length(encoder) > 1) queueMicrotask(() => this.#sendCounter('answer'));
      this.#show();
    };
    handlers[FRAME.saved] = (_encoder, decoder) => {
      this.#commits.acknowledge(decoding.readVarUint(decoder));
      this.seq = decoding.readVarUint(decoder);
      this.#show();
    };
    handlers[FRAME.refused] = (_encoder, decoder) => {
      const counter = decoding.readVarUint(decoder);
      this.#onRefused(counter, decoding.readVarUint(decoder));
      this.#show();
    };
  }

  /** A reader answers no step 1; it only looks whether it holds words that the server will never take. */
  #compare(decoder: decoding.Decoder): void {
    decoding.readVarUint(decoder);
    const theirs = Y.decodeStateVector(decoding.readVarUint8Array(decoder));
    const own = Y.decodeStateVector(Y.encodeStateVector(this.doc));
    const isAhead = [...own].some(([client, clock]) => clock > (theirs.get(client) ?? 0));
    if (isAhead) this.refusedCode = REFUSAL.readOnlyRole;
    this.#show();
  }

  #onRefused(counter: number, code: number): void {
    this.refusedCode = code;
    if (code === REFUSAL.readOnlyRole || code === REFUSAL.schemaVersion) {
      this.mode = 'read';
      // A notice to somebody with nothing under way loses nothing.
      if (counter === 0 && this.waiting === 0) this.refusedCode = 0;
    } else if (isFinalRefusal(code)) this.#refuse(code);
  }

  #refuse(code: number): void {
    this.refusedCode = code;
    this.#isWanted = false;
    this.provider.shouldConnect = false;
  }

  #send(frame: Uint8Array): void {
    const { ws } = this.provider;
    if (this.isConnected && ws?.readyState === ws?.OPEN) ws?.send(frame as Uint8Array<ArrayBuffer>);
  }

  #sendCounter(why?: 'answer'): void {
    const { ws } = this.provider;
    if (!this.isConnected || !ws || ws.readyState !== ws.OPEN) return;
    this.#send(counterFrame(this.#commits.next(why)));
    this.#show();
  }

  #stateNow(): SyncState {
    if (isFinalRefusal(this.refusedCode)) return 'refused';
    if (this.mode === 'read') return 'readOnly';
    if (!this.isConnected) return 'offline';
    return this.isSynced && this.#commits.isCovered ? 'saved' : 'saving';
  }

  #show(): void {
    this.state = this.#stateNow();
    const shown = `${this.state} ${this.waiting} ${this.mode} ${this.isSynced} ${this.refusedCode} ${this.ended}`;
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#options.onChange?.(this);
  }
}
