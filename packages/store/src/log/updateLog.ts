/** The append-only log of updates: the only truth of a document. Appends are grouped into commits without a timer. */
import { EventEmitter } from 'node:events';
import type { Pool } from 'pg';
import { AppendQueue } from './appendQueue.ts';
import { appendRows, isOutage } from './appendRows.ts';
import { type AppendResult, defaultLogLimits, type LogEntry, type LogLimits, type QueuedEntry } from './logEntry.ts';
import type { Spool } from './spool.ts';

interface Flight {
  readonly batch: readonly QueuedEntry[];
  readonly since: number;
}
const probeAfterMs = { first: 50, most: 1000 };

/**
 * Emits `down` and `up` when the database goes and returns, `alarm` with a text for what an operator must look at.
 * Nothing that was taken is dropped: a flush that failed is tried again until it works or the document is fenced.
 */
export class UpdateLog extends EventEmitter<{ down: []; up: []; alarm: [string] }> {
  readonly pool: Pool;
  readonly #limits: LogLimits;
  readonly #queue: AppendQueue;
  readonly #spool: Spool | undefined;
  readonly #flights = new Set<Flight>();
  readonly #watch: NodeJS.Timeout;
  #spooling = false;
  #inSpool = 0;
  #isScheduled = false;
  #backoffMs = 0;
  #probe: NodeJS.Timeout | undefined;

  constructor({ pool, limits, spool }: { pool: Pool; limits?: Partial<LogLimits>; spool?: Spool | undefined }) {
    super();
    this.pool = pool;
    this.#limits = { ...defaultLogLimits, ...limits };
    this.#queue = new AppendQueue(this.#limits);
    this.#spool = spool;
    pool.on('error', () => {}); // an idle connection that breaks; the next query says so
    this.#watch = setInterval(() => this.#checkFlights(), 250).unref();
  }

  /** Whether the last flush failed because the database is away. */
  get isDown(): boolean {
    return this.#backoffMs > 0;
  }

  /** Queues one row; `settle` is called once, after the commit or when it will never be. */
  append(entry: LogEntry, settle: (result: AppendResult) => void): void {
    this.#push({ ...entry, settle });
  }

  /** Writes what an earlier process left in the spool; resolves when all of it is in the log. To be called before any room opens. */
  recover(): Promise<void> {
    const left = this.#spool?.left ?? [];
    if (left.length === 0) return Promise.resolve();
    this.emit('alarm', `spool: ${left.length} edits of an outage are written to the log`);
    this.#inSpool += left.length;
    const written = left.map(
      (entry) =>
        new Promise<void>((resolve) => {
          const settle = (result: AppendResult): void => {
            if (!result.ok) this.#refuseSpooled(entry, result.message);
            resolve();
          };
          this.#push({ ...entry, settle, spooled: true });
        }),
    );
    return Promise.all(written).then(() => this.#spool?.settled());
  }

  /** Stops the timers. The pool is the caller's. */
  async close(): Promise<void> {
    clearInterval(this.#watch);
    clearTimeout(this.#probe);
    await this.#spool?.close();
  }

  #refuseSpooled(entry: LogEntry, why: string): void {
    this.emit('alarm', `spool: an edit of document ${entry.documentId} was set aside: ${why}`);
    this.#spool?.setAside(entry);
  }

  #push(entry: QueuedEntry): void {
    this.#queue.push(entry);
    if (this.#spooling) this.#spoolOne(entry);
    // A burst: the first part is committed while the rest is still read.
    if (this.#queue.rows >= this.#limits.eagerRows && this.#flights.size < this.#limits.flightsMax) this.#pump();
    if (this.#isScheduled || this.#queue.isEmpty) return;
    this.#isScheduled = true; // frames that arrive in the same turn of the loop share a flush
    setImmediate(() => {
      this.#isScheduled = false;
      this.#pump();
    });
  }

  #pump(): void {
    while (!this.isDown && !this.#queue.isEmpty) {
      const batch = this.#flights.size < this.#limits.flightsMax ? this.#queue.take() : [];
      if (batch.length === 0) return;
      void this.#fly(batch);
    }
  }

  async #fly(batch: readonly QueuedEntry[]): Promise<void> {
    const flight = { batch, since: performance.now() };
    this.#flights.add(flight);
    const settled: (() => void)[] = [];
    try {
      const results = await appendRows(this.pool, batch);
      batch.forEach((entry, at) => {
        settled.push(() => this.#settle(entry, results[at]!));
      });
      this.#markUp();
    } catch (error) {
      if (isOutage(error)) this.#markDown(batch);
      else settled.push(...(await this.#writeApart(batch)));
    }
    this.#queue.land(batch);
    this.#flights.delete(flight);
    for (const run of settled) run();
    if (this.isDown) this.#probe = setTimeout(() => this.#tryAgain(), this.#backoffMs);
    else this.#pump();
  }

  /** The database refused the data of one document: the others of the batch must not suffer. */
  async #writeApart(batch: readonly QueuedEntry[]): Promise<(() => void)[]> {
    const settled: (() => void)[] = [];
    for (const [documentId, entries] of Map.groupBy(batch, (entry) => entry.documentId)) {
      try {
        const results = await appendRows(this.pool, entries);
        entries.forEach((entry, at) => {
          settled.push(() => this.#settle(entry, results[at]!));
        });
      } catch (error) {
        if (isOutage(error)) {
          this.#markDown(entries);
          continue;
        }
        const message = String(error);
        this.emit('alarm', `document ${documentId}: the database refused an update: ${message}`);
        settled.push(...entries.map((entry) => () => this.#settle(entry, { ok: false, why: 'refused', message })));
      }
    }
    return settled;
  }

  #settle(entry: QueuedEntry, result: AppendResult): void {
    entry.settle(result);
    if (!entry.spooled) return;
    this.#inSpool--;
    this.#clearSpool();
  }

  #markUp(): void {
    const wasDown = this.isDown;
    this.#backoffMs = 0;
    this.#spooling = false;
    this.#clearSpool();
    if (wasDown) this.emit('up');
  }

  #markDown(batch: readonly QueuedEntry[]): void {
    const wasDown = this.isDown;
    this.#queue.putBack(batch);
    this.#backoffMs = Math.min(probeAfterMs.most, Math.max(probeAfterMs.first, this.#backoffMs * 2));
    this.#startSpooling();
    if (!wasDown) this.emit('down');
  }

  /** After an outage one flush tests the water before the rest follows. */
  #tryAgain(): void {
    if (this.#flights.size > 0) return;
    const batch = this.#queue.take();
    if (batch.length > 0) void this.#fly(batch);
  }

  #checkFlights(): void {
    const now = performance.now();
    const isSlow = [...this.#flights].some((flight) => now - flight.since > this.#limits.spoolAfterMs);
    if (isSlow) this.#startSpooling();
  }

  #startSpooling(): void {
    if (this.#spooling || !this.#spool) return;
    this.#spooling = true;
    for (const flight of this.#flights) for (const entry of flight.batch) this.#spoolOne(entry);
    for (const entry of this.#queue.entries()) this.#spoolOne(entry);
  }

  #spoolOne(entry: QueuedEntry): void {
    if (entry.spooled || !this.#spool) return;
    entry.spooled = true;
    this.#inSpool++;
    this.#spool.add(entry);
  }

  /** The file is emptied when the last of its entries is in the database, and not before. */
  #clearSpool(): void {
    if (this.#inSpool === 0 && !this.#spooling && this.#spool?.isUsed) this.#spool.clear();
  }
}
