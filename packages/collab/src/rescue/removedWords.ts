/** Which words of a text are gone in another that grew out of it. */
import type { Trace } from '../row.ts';
import { changeBetween } from '../textChange.ts';

/** A stretch `[from, to)` of a text, in UTF-16 code units. Neither end parts a surrogate pair. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** The stretch of a text between what it has in common with another at both ends. */
export function removedBetween(before: string, after: string): Range {
  const { index, remove } = changeBetween(before, after);
  return { from: index, to: index + remove };
}

/** The stretch that is gone if nothing else happened to a text; `undefined` if something else did, or nothing. */
export function onlyRemoved(before: string, after: string): Range | undefined {
  const { index, remove, insert } = changeBetween(before, after);
  return remove > 0 && insert === '' ? { from: index, to: index + remove } : undefined;
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
