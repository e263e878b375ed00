/**
 * Keeps a document in this browser's database, so that a closed browser loses nothing that was typed while the server
 * was away. Writes are grouped without a timer: while one transaction is on its way, the next one gathers.
 */
import * as Y from 'yjs';
import type { CopyStore, KeptCopy } from './copyStore.ts';

export type DeviceState = 'opening' | 'ready' | 'missing' | 'full';

export interface DeviceCopyOptions {
  readonly doc: Y.Doc;
  readonly open: () => Promise<CopyStore>;
  /** Own edits that the server has not committed; written beside the bytes. */
  readonly pending: () => number;
  readonly onState: (state: DeviceState) => void;
  /** Told how many updates the database has not committed. */
  readonly onUnkept: (unkept: number) => void;
}

/** More rows than this are joined into one when a document is opened. */
const MAX_ROWS = 100;

export class DeviceCopy {
  /** Resolves once the copy is in the document, or once it is known that there is none to be had. Never rejects. */
  readonly loaded: Promise<KeptCopy>;
  readonly #options: DeviceCopyOptions;
  #store: CopyStore | null = null;
  #queue: Uint8Array[] = [];
  #isOwn = false;
  #inFlight = 0;
  #closed = false;

  constructor(options: DeviceCopyOptions) {
    this.#options = options;
    this.loaded = this.#load();
    options.doc.on('update', this.#onUpdate);
  }

  /** Everything of these client ids, and of the document's own, is on the server's disk. */
  settle(clientIds: readonly number[]): void {
    this.#store?.settle(clientIds).catch(() => undefined);
  }

  /** Empties the copy: what the server has comes back at the next opening, what it refused is gone. */
  async discard(): Promise<void> {
    this.#closed = true;
    this.#queue = [];
    this.#options.doc.off('update', this.#onUpdate);
    await this.#store?.clear();
  }

  /** Follows the document no longer; what is in line is still written before the database is closed. */
  close(): void {
    this.#closed = true;
    this.#options.doc.off('update', this.#onUpdate);
    void this.#flush();
  }

  async #load(): Promise<KeptCopy> {
    const none: KeptCopy = { updates: [], writers: new Map() };
    try {
      const store = await this.#options.open();
      if (this.#closed) {
        this.#store = store;
        void this.#flush();
        return none;
      }
      const kept = await store.read();
      if (kept.updates.length > 0) Y.applyUpdate(this.#options.doc, Y.mergeUpdates([...kept.updates]), this);
      if (kept.updates.length > MAX_ROWS) await store.compact((updates) => Y.mergeUpdates([...updates]));
      this.#store = store;
      this.#options.onState('ready');
      void this.#flush();
      return kept;
    } catch (error) {
      this.#fail(error);
      return none;
    }
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction): void => {
    if (origin === this) return;
    this.#queue.push(update);
    this.#isOwn ||= transaction.local;
    this.#options.onUnkept(this.#queue.length + this.#inFlight);
    // After all other listeners of this update: the count of own edits has risen by then.
    queueMicrotask(() => void this.#flush());
  };

  async #flush(): Promise<void> {
    const store = this.#store;
    if (!store || this.#inFlight > 0) return;
    if (this.#queue.length === 0) {
      if (this.#closed) store.close();
      return;
    }
    const updates = this.#queue;
    const isOwn = this.#isOwn;
    this.#queue = [];
    this.#isOwn = false;
    this.#inFlight = updates.length;
    try {
      const writer = { clientId: this.#options.doc.clientID, pending: this.#options.pending() };
      await store.append({ updates, ...(isOwn ? { writer } : {}) });
      this.#inFlight = 0;
      this.#options.onState('ready');
      this.#options.onUnkept(this.#queue.length);
    } catch (error) {
      // Back to the head of the line: the next edit tries again with all of them.
      this.#inFlight = 0;
      this.#queue = [...updates, ...this.#queue];
      this.#isOwn ||= isOwn;
      this.#fail(error);
      if (this.#closed) store.close();
      return;
    }
    if (this.#queue.length > 0 || this.#closed) void this.#flush();
  }

  #fail(error: unknown): void {
    if (this.#closed) return;
    const isFull = error instanceof Error && error.name === 'QuotaExceededError';
    this.#options.onState(isFull ? 'full' : 'missing');
    this.#options.onUnkept(this.#queue.length);
  }
}
