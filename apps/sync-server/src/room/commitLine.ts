/** The one line of a room: edits wait for their commit, and everything that may happen only behind them waits with them. */

export interface Waiting {
  readonly bytes: number;
  readonly since: number;
  readonly run: () => void;
  isCommitted: boolean;
}

/** First in, first out. `run` of an edit is called once it and everything before it is on disk. */
export class CommitLine {
  #line: Waiting[] = [];
  #next = 0;
  #bytes = 0;

  get isEmpty(): boolean {
    return this.#next >= this.#line.length;
  }
  /** The uncommitted bytes. */
  get bytes(): number {
    return this.#bytes;
  }
  /** How long the first in line has waited, in milliseconds; 0 when nobody does. */
  get waitedMs(): number {
    return this.isEmpty ? 0 : performance.now() - this.#line[this.#next]!.since;
  }

  /** Puts an edit in line; `commit` is to be called with the result. */
  add(bytes: number, run: () => void): Waiting {
    const waiting = { bytes, since: performance.now(), run, isCommitted: false };
    this.#line.push(waiting);
    this.#bytes += bytes;
    return waiting;
  }

  /** Runs something behind everything that is in line now; at once when nothing is. */
  behind(run: () => void): void {
    if (this.isEmpty) run();
    else this.#line.push({ bytes: 0, since: performance.now(), run, isCommitted: true });
  }

  /** An edit is on disk: it and all before the next uncommitted one run. */
  commit(waiting: Waiting): void {
    waiting.isCommitted = true;
    while (!this.isEmpty && this.#line[this.#next]!.isCommitted) {
      const first = this.#line[this.#next++]!;
      this.#bytes -= first.bytes;
      if (this.isEmpty || this.#next > 1024) {
        this.#line = this.#line.slice(this.#next);
        this.#next = 0;
      }
      first.run();
    }
  }

  /** Forgets everybody in line. */
  drop(): void {
    this.#line = [];
    this.#next = 0;
    this.#bytes = 0;
  }
}
