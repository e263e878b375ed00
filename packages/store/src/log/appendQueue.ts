/** The lines of updates that wait for a commit: one per document, in order of arrival. */
import type { LogLimits, QueuedEntry } from './logEntry.ts';

/**
 * A document is in one flight at a time, so that order of commits is order of arrival. A document that was served goes to the
 * back: none starves the rest.
 */
export class AppendQueue {
  readonly #lines = new Map<string, QueuedEntry[]>();
  readonly #flying = new Set<string>();
  readonly #limits: LogLimits;
  #rows = 0;
  #bytes = 0;

  constructor(limits: LogLimits) {
    this.#limits = limits;
  }

  get isEmpty(): boolean {
    return this.#rows === 0;
  }
  /** How many entries wait. */
  get rows(): number {
    return this.#rows;
  }

  push(entry: QueuedEntry): void {
    const line = this.#lines.get(entry.documentId);
    if (line) line.push(entry);
    else this.#lines.set(entry.documentId, [entry]);
    this.#count(entry, 1);
  }

  /** Puts a batch that was not written back to the front of its lines. */
  putBack(batch: readonly QueuedEntry[]): void {
    for (const entry of batch.toReversed()) {
      const line = this.#lines.get(entry.documentId);
      if (line) line.unshift(entry);
      else this.#lines.set(entry.documentId, [entry]);
      this.#count(entry, 1);
    }
  }

  /** Takes one batch of documents that are not in flight; empty when there is none. */
  take(): QueuedEntry[] {
    const batch: QueuedEntry[] = [];
    let bytes = 0;
    const { batchRows, batchBytes } = this.#limits;
    for (const [documentId, line] of this.#lines) {
      if (this.#flying.has(documentId)) continue;
      let taken = 0;
      for (const entry of line) {
        const fits = batch.length === 0 || bytes + entry.bytes.byteLength <= batchBytes;
        if (batch.length >= batchRows || !fits) break;
        bytes += entry.bytes.byteLength;
        batch.push(entry);
        taken++;
      }
      if (taken === 0) break;
      this.#flying.add(documentId);
      this.#lines.delete(documentId);
      if (taken < line.length) this.#lines.set(documentId, line.slice(taken));
      if (batch.length >= batchRows || bytes >= batchBytes) break;
    }
    for (const entry of batch) this.#count(entry, -1);
    return batch;
  }

  /** The documents of a batch have landed. */
  land(batch: readonly QueuedEntry[]): void {
    for (const entry of batch) this.#flying.delete(entry.documentId);
  }

  /** Everything that waits, document by document. */
  *entries(): Iterable<QueuedEntry> {
    for (const line of this.#lines.values()) yield* line;
  }

  #count(entry: QueuedEntry, sign: 1 | -1): void {
    this.#rows += sign;
    this.#bytes += sign * entry.bytes.byteLength;
  }
}
