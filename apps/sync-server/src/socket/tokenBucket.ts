/** Allows `rate` units a second with a burst. */
export class TokenBucket {
  readonly #rate: number;
  readonly #burst: number;
  #left: number;
  #at = performance.now();

  constructor(rate: number, burst: number) {
    this.#rate = rate;
    this.#burst = burst;
    this.#left = burst;
  }

  /** Takes one unit only if there is one. */
  tryTake(): boolean {
    if (this.take(0) > 0 || this.#left < 1) return false;
    this.#left--;
    return true;
  }

  /** Takes `amount`, going into debt, and returns the milliseconds to wait before the next take; 0 for none. */
  take(amount = 1): number {
    const now = performance.now();
    this.#left = Math.min(this.#burst, this.#left + ((now - this.#at) * this.#rate) / 1000) - amount;
    this.#at = now;
    return this.#left >= 0 ? 0 : (-this.#left / this.#rate) * 1000;
  }
}
