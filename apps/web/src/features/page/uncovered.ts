/** Which words no shot covers. Derived anew for the elements on the screen; nothing of it is stored. */
import type { Element } from '@tramline/screenplay';
import type { ShotView, WordPlace } from '../workspace/model/workspaceModel.ts';

/** What a camera can see or a microphone hear; the rest is no coverage's business. */
const COVERABLE: ReadonlySet<Element['type']> = new Set([
  'action',
  'dialogue',
  'lyrics',
  'shot',
  'general',
  'centered',
]);

/** A stretch of words of one element without a shot. */
export interface UncoveredWords {
  readonly ordinal: number;
  readonly from: number;
  readonly to: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The uncovered stretches of the elements `[first, last]`, in order. Stretches of white space do not count. */
export function uncoveredWords(
  elements: readonly Element[],
  shots: readonly ShotView[],
  first: number,
  last: number,
): readonly UncoveredWords[] {
  const placed = shots.flatMap(({ place }) => (place.state === 'placed' ? [place] : []));
  const gaps: UncoveredWords[] = [];
  for (let ordinal = first; ordinal <= last; ordinal++) {
    const element = elements[ordinal];
    if (!element || !COVERABLE.has(element.type)) continue;
    const spans: Span[] = [];
    for (const { start, end } of placed) {
      if (start.ordinal > ordinal || end.ordinal < ordinal) continue;
      spans.push({
        from: start.ordinal === ordinal ? start.offset : 0,
        to: end.ordinal === ordinal ? end.offset : element.text.length,
      });
    }
    for (const gap of between(spans, element.text.length)) {
      if (/[\p{L}\p{N}]/u.test(element.text.slice(gap.from, gap.to))) gaps.push({ ordinal, ...gap });
    }
  }
  return gaps;
}

function between(spans: readonly Span[], length: number): Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    if (from > at) gaps.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < length) gaps.push({ from: at, to: length });
  return gaps;
}

/** Uncovered words that follow each other, as one range to make a shot of. A heading or a covered word parts them. */
export interface Gap {
  readonly start: WordPlace;
  readonly end: WordPlace;
}

export function joinGaps(elements: readonly Element[], words: readonly UncoveredWords[]): readonly Gap[] {
  const gaps: Gap[] = [];
  for (const { ordinal, from, to } of words) {
    const last = gaps.at(-1);
    const follows = last && from === 0 && isSeamless(elements, last.end, ordinal);
    if (follows) gaps[gaps.length - 1] = { start: last.start, end: { ordinal, offset: to } };
    else gaps.push({ start: { ordinal, offset: from }, end: { ordinal, offset: to } });
  }
  return gaps;
}

function isSeamless(elements: readonly Element[], end: WordPlace, next: number): boolean {
  if (end.offset < (elements[end.ordinal]?.text.length ?? 0)) return false;
  for (let at = end.ordinal + 1; at < next; at++) {
    const element = elements[at];
    if (!element || element.type === 'heading' || (COVERABLE.has(element.type) && element.text.trim() !== ''))
      return false;
  }
  return true;
}
