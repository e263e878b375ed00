/**
 * Finds words again in an element that was moved and edited since: by what stood around them, else by how they began and
 * ended. A pure function of text, so that all peers find the same place.
 */
import { changeBetween } from '../textChange.ts';

/** What is remembered of words that stood in one element. `before` and `after` are the words around them in it. */
export interface WordsThere {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  /** Whether `before` begins where the element began, and `after` ends where it ended. */
  readonly isFromStart: boolean;
  readonly isToEnd: boolean;
  /** Where the words began. */
  readonly offset: number;
}

/** Fewer units prove nothing; so many tell more than what stands around them. */
const FEWEST_UNITS = 4;
const TELLING_UNITS = 8;

/** What is looked for: all of it, then half of it, and so on. */
function halves(length: number, fewest: number, most = length): number[] {
  const lengths: number[] = [];
  for (let some = length; some >= fewest; some = Math.floor(some / 2)) if (some <= most) lengths.push(some);
  return lengths;
}

/** An end of the words that was found. `isSure`: all that was remembered around it stands there. */
export interface NearEnd {
  readonly at: number;
  readonly isSure: boolean;
}

/** Where words begin in the text as it is now; `undefined` if nothing tells. */
export function startNear(text: string, { before, words, isFromStart, offset }: WordsThere): NearEnd | undefined {
  const byWords = (lengths: readonly number[]): NearEnd | undefined => {
    for (const length of lengths) {
      const at = nearest(text, words.slice(0, length), offset);
      if (at !== undefined) return { at, isSure: false };
    }
    return undefined;
  };
  const told = byWords(halves(words.length, TELLING_UNITS));
  if (told) return told;
  if (isFromStart && text.startsWith(before)) return { at: before.length, isSure: true };
  for (const length of halves(before.length, FEWEST_UNITS)) {
    const at = nearest(text, before.slice(-length), offset - length);
    if (at !== undefined) return { at: at + length, isSure: length === before.length };
  }
  return byWords(halves(words.length, FEWEST_UNITS, TELLING_UNITS - 1));
}

/** Where words end in the text as it is now: where they begin when all is read backwards. */
export function endNear(
  text: string,
  { before, words, after, isFromStart, isToEnd, offset }: WordsThere,
): NearEnd | undefined {
  const found = startNear(backwards(text), {
    before: backwards(after),
    words: backwards(words),
    after: backwards(before),
    isFromStart: isToEnd,
    isToEnd: isFromStart,
    offset: text.length - offset - words.length,
  });
  return found && { ...found, at: text.length - found.at };
}

/** The units from the last to the first; good for comparing only. */
const backwards = (text: string): string => text.split('').reverse().join('');

/** Whether words may have become others: a third of the shorter ones stands at the ends of both. */
export function mayHaveBecome(words: string, now: string): boolean {
  const same = words.length - changeBetween(words, now).remove;
  return same * 3 >= Math.min(words.length, now.length);
}

/** The occurrence of some words that is nearest to an offset; of two, the first. */
function nearest(text: string, words: string, offset: number): number | undefined {
  let best: number | undefined;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (best === undefined || Math.abs(at - offset) < Math.abs(best - offset)) best = at;
  }
  return best;
}
