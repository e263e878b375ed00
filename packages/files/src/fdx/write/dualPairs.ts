/** Pairs of speeches side by side among the elements to write. */
import { isSpoken } from '@tramline/screenplay';
import type { Item } from './slotPlaces.ts';

export const isLeftCue = (items: readonly Item[], at: number) => isCue(items[at], 'left');

function isCue(item: Item | undefined, side: 'left' | 'right'): boolean {
  return item?.element.type === 'character' && item.element.attrs.dual === side;
}

/** The index after the second speech of a dual dialogue whose left cue is at `at`; undefined where no right cue follows before `to`. */
export function endOfPair(items: readonly Item[], at: number, to: number): number | undefined {
  const right = endOfSpeech(items, at, to);
  return right < to && isCue(items[right], 'right') ? endOfSpeech(items, right, to) : undefined;
}

function endOfSpeech(items: readonly Item[], cue: number, to: number): number {
  let end = cue + 1;
  while (end < to && isSpoken(items[end]!.element)) end++;
  return end;
}

/** The end of a stretch from `from` to `end`, moved up to `last` where it would part the speeches of a pair. */
export function closePair(items: readonly Item[], from: number, end: number, last: number): number {
  for (let at = from; at < end; ) {
    const next = isLeftCue(items, at) ? (endOfPair(items, at, last) ?? at + 1) : at + 1;
    if (next > end) return next;
    at = next;
  }
  return end;
}
