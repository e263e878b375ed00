/** What a script screen draws over the words: covered and uncovered words, comment threads, places that were found. */
import type { Place } from '@tramline/collab';
import type { WordMatch } from '../commands/findReplace.ts';
import type { MarkedRange } from './rangeMarks.ts';

/** The words of one shot that is lit (hovered) or selected. */
export interface TramlineRange {
  readonly shotId: string;
  readonly start: Place;
  readonly end: Place;
  readonly state: 'lit' | 'selected';
  /** The name of the line's colour token. */
  readonly hue: string;
}

/** The wash over the words of lit and selected shots. */
export function tramlineRanges(shots: readonly TramlineRange[]): MarkedRange[] {
  return shots.map(({ shotId, start, end, state, hue }) => ({
    start,
    end,
    attrs: { class: `tramline ${state}`, 'data-shot': shotId, style: `--line: var(--${hue})` },
  }));
}

/** Words that no shot covers, drawn on demand: give only those near what is on screen. */
export function uncoveredRanges(ranges: readonly { readonly start: Place; readonly end: Place }[]): MarkedRange[] {
  return ranges.map(({ start, end }) => ({ start, end, attrs: { class: 'uncovered' } }));
}

/** The words of one comment thread. */
export interface ThreadRange {
  readonly threadId: string;
  readonly start: Place;
  readonly end: Place;
  readonly state: 'open' | 'active' | 'resolved';
}

/** The marks of comment threads; a resolved one is drawn only if it is given. */
export function threadRanges(threads: readonly ThreadRange[]): MarkedRange[] {
  return threads.map(({ threadId, start, end, state }) => ({
    start,
    end,
    attrs: { class: `cmt ${state}`, 'data-thread': threadId },
  }));
}

/** The places that a search found; `current` is the index of the one that the person stands on. */
export function foundRanges(matches: readonly WordMatch[], current: number): MarkedRange[] {
  return matches.map(({ start, end }, at) => ({
    start,
    end,
    attrs: { class: at === current ? 'found current' : 'found' },
  }));
}
