/** Which words of a text are gone in another that grew out of it. */
import type { Trace } from '../row.ts';

/** A stretch `[from, to)` of a text, in UTF-16 code units. Neither end parts a surrogate pair. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The stretch of a text between what it has in common with another at both ends. */
export function removedBetween(before: string, after: string): Range {
  const most = Math.min(before.length, after.length);
  let from = 0;
  while (from < most && before[from] === after[from]) from++;
  let tail = 0;
  while (tail < most - from && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  let to = before.length - tail;
  if (isLow(before, from)) {
    from--;
    // What went, or came, is the same if it began one unit further to the left.
    const isShifted = to === from + 1 || (after.length - tail === from + 1 && before[to - 1] === before[from]);
    if (isShifted) to--;
  }
  if (isLow(before, to)) to++;
  return { from, to };
}

function isLow(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code < 0xe000;
}

/** The stretch that is gone if nothing else happened to a text; `undefined` if something else did, or nothing. */
export function onlyRemoved(before: string, after: string): Range | undefined {
  const range = removedBetween(before, after);
  const isOnly = range.to > range.from && before.length - after.length === range.to - range.from;
  return isOnly ? range : undefined;
}

/** One edit of a text: what happened to each stretch, in order; the lengths of what was kept or removed add up to the text. */
export interface Step {
  /** Whether what went in it counts. */
  readonly isOwn: boolean;
  readonly trace: readonly Trace[];
}

/** What became of a text after several edits. */
export interface Outcome {
  /** Which stretches are gone by own edits, in order. */
  readonly gone: readonly Range[];
  /** For every unit of the text as it is now: where it stood at first; -1 for what came later. */
  readonly places: readonly number[];
}

/** What became of a text of some length after several edits. */
export function followSteps(length: number, steps: readonly Step[]): Outcome {
  let places = Array.from({ length }, (_, at) => at);
  const gone = new Set<number>();
  for (const { isOwn, trace } of steps) {
    const next: number[] = [];
    let at = 0;
    for (const { kind, length: some } of trace) {
      const part = kind === 'added' ? Array<number>(some).fill(-1) : places.slice(at, at + some);
      if (kind !== 'added') at += some;
      if (kind !== 'removed') next.push(...part);
      else if (isOwn) for (const place of part) gone.add(place);
    }
    places = next;
  }
  const ranges: { from: number; to: number }[] = [];
  for (let at = 0; at < length; at++) {
    if (!gone.has(at)) continue;
    const last = ranges.at(-1);
    if (last?.to === at) last.to++;
    else ranges.push({ from: at, to: at + 1 });
  }
  return { gone: ranges, places };
}
