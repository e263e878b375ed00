/** Counts what was made, what was sent, and what the server has said is on its disk. No clock, no socket. */

/**
 * Counters rise over the client's whole life. Edits made while away have none: they are covered by the counter that follows the
 * answer to the server's first step 1 of a connection, and until then nothing is covered.
 */
export class CommitCounter {
  /** The newest counter that was sent, and the newest that came back. */
  sent = 0;
  acknowledged = 0;
  #made = 0;
  #committed = 0;
  /** The counter behind the answer to this connection's first step 1. */
  #answer = Number.POSITIVE_INFINITY;
  /** How many updates had been made when a counter was sent; in order of counters. */
  #marks: { readonly counter: number; readonly made: number }[] = [];

  /** Updates made here that are not known to be committed. */
  get waiting(): number {
    return this.#made - this.#committed;
  }
  /** Whether everything made here, offline work included, is on the server's disk. */
  get isCovered(): boolean {
    return this.acknowledged >= this.sent && this.acknowledged >= this.#answer && this.waiting === 0;
  }

  made(): void {
    this.#made++;
  }

  /** The counter to send now. `answer`: it follows an answer to step 1. */
  next(why?: 'answer'): number {
    this.sent++;
    if (why === 'answer' && this.#answer === Number.POSITIVE_INFINITY) this.#answer = this.sent;
    this.#marks.push({ counter: this.sent, made: this.#made });
    return this.sent;
  }

  /** The server has everything up to a counter on its disk. A counter that was never sent is ignored. */
  acknowledge(counter: number): void {
    if (counter > this.sent) return;
    this.acknowledged = Math.max(this.acknowledged, counter);
    while (this.#marks[0] && this.#marks[0].counter <= this.acknowledged) {
      const { counter: reached, made } = this.#marks.shift()!;
      // Before the answer a counter says nothing about edits that were made while away.
      if (reached >= this.#answer) this.#committed = Math.max(this.#committed, made);
    }
  }

  /** The connection broke: counters of it may never come back, and what was made is covered by the next answer. */
  disconnect(): void {
    this.#answer = Number.POSITIVE_INFINITY;
    this.#marks = [];
  }
}
