/** Contestants in one process, in turns, each round beginning with another one, so that noise meets all alike. */

/** One contestant: does its work once and gives something that depends on it, so that no work is dropped. */
export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
}

export interface Summary {
  readonly name: string;
  readonly p50: number;
  readonly p95: number;
  readonly min: number;
}

/** Times in milliseconds, after a warm-up; in the order of the contestants. */
export function race(contestants: readonly Contestant[], rounds: number, warmUps = 15): Summary[] {
  const times = contestants.map(() => [] as number[]);
  for (let round = -warmUps; round < rounds; round++) {
    for (let k = 0; k < contestants.length; k++) {
      const at = (((k + round) % contestants.length) + contestants.length) % contestants.length;
      const start = performance.now();
      contestants[at]!.run();
      if (round >= 0) times[at]!.push(performance.now() - start);
    }
  }
  return contestants.map(({ name }, k) => ({ name, ...summarize(times[k]!) }));
}

/** Median, 95th percentile and least of some times. */
export function summarize(times: readonly number[]): Omit<Summary, 'name'> {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Number(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(3));
  return { p50: at(0.5), p95: at(0.95), min: at(0) };
}

/** Our median over the best of the others', the first contestant being ours. Lower is better. */
export function ratioOf([ours, ...others]: readonly Summary[]): number {
  return Number((ours!.p50 / Math.min(...others.map((other) => other.p50))).toFixed(3));
}

/** Prints the table, and with `--json` the one line that machines read, last. */
export function printTable(title: string, results: readonly Summary[]): void {
  if (process.argv.includes('--json')) return;
  console.log(`\n${title}`);
  for (const { name, p50, p95, min } of results)
    console.log(
      `${name.padEnd(28)} p50 ${p50.toFixed(3).padStart(9)}  p95 ${p95.toFixed(3).padStart(9)}  min ${min.toFixed(3).padStart(9)} ms`,
    );
}
