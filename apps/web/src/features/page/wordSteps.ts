/** Steps from word to word through the script, for growing and shrinking a shot's range and for snapping a dragged end. */
import type { WordPlace } from '../workspace/model/workspaceModel.ts';

/** The words of the elements, by ordinal. */
export type Texts = readonly string[];

const segmenters = new Map<string, Intl.Segmenter>();
function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language, { granularity: 'word' });
    segmenters.set(language, segmenter);
  }
  return segmenter;
}

/** A word with the marks that stand right behind it: `[from, to)` in UTF-16 code units of one element. */
export interface Word {
  readonly from: number;
  readonly to: number;
}

/** The words of a text in order. What stands before a word without a space (a quote, a bracket) belongs to it as well. */
export function wordsOf(text: string, language: string): readonly Word[] {
  const words: { from: number; to: number }[] = [];
  let pendingFrom = -1;
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(text)) {
    const end = index + segment.length;
    if (isWordLike) {
      words.push({ from: pendingFrom >= 0 ? pendingFrom : index, to: end });
      pendingFrom = -1;
    } else if (/\s/.test(segment)) {
      pendingFrom = -1;
    } else {
      const last = words.at(-1);
      if (last && last.to === index && !/^[\p{Ps}\p{Pi}]/u.test(segment)) last.to = end;
      else if (pendingFrom < 0) pendingFrom = index;
    }
  }
  return words;
}

/** The end of the next word behind a place; undefined at the end of the script. */
export function nextWordEnd(texts: Texts, { ordinal, offset }: WordPlace, language: string): WordPlace | undefined {
  for (let at = ordinal; at < texts.length; at++) {
    const after = at === ordinal ? offset : -1;
    const word = wordsOf(texts[at]!, language).find(({ to }) => to > after);
    if (word) return { ordinal: at, offset: word.to };
  }
  return undefined;
}

/** The end of the last word that ends before a place; undefined at the beginning. */
export function previousWordEnd(texts: Texts, { ordinal, offset }: WordPlace, language: string): WordPlace | undefined {
  for (let at = ordinal; at >= 0; at--) {
    const before = at === ordinal ? offset : Number.POSITIVE_INFINITY;
    const word = wordsOf(texts[at]!, language).findLast(({ to }) => to < before);
    if (word) return { ordinal: at, offset: word.to };
  }
  return undefined;
}

/** The beginning of the next word behind a place. */
export function nextWordStart(texts: Texts, { ordinal, offset }: WordPlace, language: string): WordPlace | undefined {
  for (let at = ordinal; at < texts.length; at++) {
    const after = at === ordinal ? offset : -1;
    const word = wordsOf(texts[at]!, language).find(({ from }) => from > after);
    if (word) return { ordinal: at, offset: word.from };
  }
  return undefined;
}

/** The beginning of the last word that begins before a place. */
export function previousWordStart(
  texts: Texts,
  { ordinal, offset }: WordPlace,
  language: string,
): WordPlace | undefined {
  for (let at = ordinal; at >= 0; at--) {
    const before = at === ordinal ? offset : Number.POSITIVE_INFINITY;
    const word = wordsOf(texts[at]!, language).findLast(({ from }) => from < before);
    if (word) return { ordinal: at, offset: word.from };
  }
  return undefined;
}

/** The nearest word edge to a place in its element: a beginning for the first end of a range, an end for the last. */
export function snapToWord(texts: Texts, place: WordPlace, end: 'first' | 'last', language: string): WordPlace {
  const edges = wordsOf(texts[place.ordinal] ?? '', language).map(({ from, to }) => (end === 'first' ? from : to));
  if (edges.length === 0) return { ordinal: place.ordinal, offset: 0 };
  const offset = edges.reduce((best, edge) =>
    Math.abs(edge - place.offset) < Math.abs(best - place.offset) ? edge : best,
  );
  return { ordinal: place.ordinal, offset };
}

/** A range without the white space and the empty elements at its edges; undefined if no words are left. */
export function trimRange(
  texts: Texts,
  { start, end }: { readonly start: WordPlace; readonly end: WordPlace },
): { readonly start: WordPlace; readonly end: WordPlace } | undefined {
  let first: WordPlace | undefined;
  let last: WordPlace | undefined;
  for (let at = start.ordinal; at <= end.ordinal; at++) {
    const from = at === start.ordinal ? start.offset : 0;
    const to = at === end.ordinal ? end.offset : texts[at]!.length;
    const words = texts[at]!.slice(from, to);
    const trimmed = words.trim();
    if (trimmed === '') continue;
    const begins = from + words.indexOf(trimmed);
    first ??= { ordinal: at, offset: begins };
    last = { ordinal: at, offset: begins + trimmed.length };
  }
  return first && last && { start: first, end: last };
}
