/** Anchors of comments, beats and shots in the words: how one is made, and its four steps of resolution. */
import type { Anchor, AnchorEnd } from '@tramline/wire';
import type { Ground } from '../ground.ts';
import type { Row } from '../row.ts';
import { endNear, mayHaveBecome, startNear } from './nearWords.ts';
import { comparePlaces, type FoundPlace, findToken, nameToken, type Place } from './place.ts';

/** Where an anchor is now, and how it was found; `orphaned` carries no range. `start` never stands behind `end`. */
export type AnchorPlace =
  | {
      readonly state: 'placed';
      readonly start: Place;
      readonly end: Place;
      readonly by: 'rel' | 'offset' | 'quote' | 'near';
    }
  | { readonly state: 'orphaned' };

const CONTEXT_UNITS = 32;
const COMPARED_UNITS = 8;
/** The longest quote that the wire takes. A longer range keeps its ends and the beginning of its words. */
const MAX_QUOTE_UNITS = 20_000;
const ORPHANED: AnchorPlace = { state: 'orphaned' };

/** Words without the half of a character at either edge: half a surrogate pair cannot be stored. */
function withoutHalves(words: string): string {
  return words.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '');
}

/** What an anchor remembers of its words. */
const quoteOf = (words: string): string => withoutHalves(words.slice(0, MAX_QUOTE_UNITS));

/** The words between two places, elements joined by a line feed. */
export function wordsBetween({ rows }: Ground, start: Place, end: Place): string {
  if (start.ordinal === end.ordinal) return rows[start.ordinal]!.text.slice(start.offset, end.offset);
  const words = [rows[start.ordinal]!.text.slice(start.offset)];
  for (let at = start.ordinal + 1; at < end.ordinal; at++) words.push(rows[at]!.text);
  words.push(rows[end.ordinal]!.text.slice(0, end.offset));
  return words.join('\n');
}

function wordsBefore({ rows }: Ground, { ordinal, offset }: Place, units: number): string {
  let words = rows[ordinal]!.text.slice(0, offset);
  for (let at = ordinal - 1; at >= 0 && words.length < units; at--) words = `${rows[at]!.text}\n${words}`;
  return withoutHalves(words.slice(-units));
}

function wordsAfter({ rows }: Ground, { ordinal, offset }: Place, units: number): string {
  let words = rows[ordinal]!.text.slice(offset);
  for (let at = ordinal + 1; at < rows.length && words.length < units; at++) words += `\n${rows[at]!.text}`;
  return withoutHalves(words.slice(0, units));
}

/**
 * Anchors the words from `start` to `end`. The start holds on to the first word unit, the end to the last one, so words
 * typed at either edge stay outside. Equal places make a point, which holds on to the token before it.
 */
export function createAnchor(ground: Ground, start: Place, end: Place): Anchor {
  const name = (place: Place, side: 'before' | 'after'): AnchorEnd => ({
    element: ground.rows[place.ordinal]!.id,
    offset: place.offset,
    rel: nameToken(ground, place, side),
  });
  return {
    start: name(start, comparePlaces(start, end) === 0 ? 'before' : 'after'),
    end: name(end, 'before'),
    quote: quoteOf(wordsBetween(ground, start, end)),
    prefix: wordsBefore(ground, start, CONTEXT_UNITS),
    suffix: wordsAfter(ground, end, CONTEXT_UNITS),
  };
}

/** Where an anchor stood by its tokens, relative to the rows of its ends: good for as long as those rows are the same. */
interface Remembered {
  readonly body: unknown;
  readonly startRow: Row;
  readonly endRow: Row;
  readonly place: Extract<AnchorPlace, { state: 'placed' }>;
}

const remembered = new WeakMap<Anchor, Remembered>();

/**
 * Finds the words of an anchor: by their Yjs ids while any of them live; else at the stored offset of the element of
 * the stored id, if the quote stands there (a moved element keeps its id); else where the quote stands in that
 * element; else where it stands in the script, nearest to the old place among those with the best context. An anchor
 * found by its tokens is remembered by the identity of its rows, so asking again after a key elsewhere costs a look-up.
 */
export function resolveAnchor(ground: Ground, anchor: Anchor): AnchorPlace {
  const known = remembered.get(anchor);
  if (known && known.body === ground.body) {
    const [first, last] = [ground.ordinalOf(known.startRow), ground.ordinalOf(known.endRow)];
    if (first >= 0 && last >= 0) return shifted(known.place, first, last);
  }
  const place = locate(ground, anchor);
  if (place.state === 'placed' && place.by === 'rel' && place.start.ordinal <= place.end.ordinal) {
    const [startRow, endRow] = [ground.rows[place.start.ordinal]!, ground.rows[place.end.ordinal]!];
    remembered.set(anchor, { body: ground.body, startRow, endRow, place });
  }
  return place;
}

function shifted(place: Remembered['place'], first: number, last: number): AnchorPlace {
  if (place.start.ordinal === first && place.end.ordinal === last) return place;
  const start = { ordinal: first, offset: place.start.offset };
  return { ...place, start, end: { ordinal: last, offset: place.end.offset } };
}

function locate(ground: Ground, anchor: Anchor): AnchorPlace {
  const [start, end] = [findToken(ground, anchor.start.rel), findToken(ground, anchor.end.rel)];
  if (start && end && lives(ground, anchor, start, end)) {
    const [from, to] = [placeOf(start), placeOf(end)];
    return { state: 'placed', start: from, end: comparePlaces(from, to) > 0 ? from : to, by: 'rel' };
  }
  const home = ground.index.ofId(anchor.start.element);
  const inHome = home < 0 ? undefined : locateAtHome(ground, anchor, home);
  if (inHome) return inHome;
  return anchor.quote === '' ? ORPHANED : searchQuote(ground, anchor, start ?? { ordinal: 0, offset: 0 });
}

const placeOf = ({ ordinal, offset }: FoundPlace): Place => ({ ordinal, offset });

function lives(ground: Ground, { quote }: Anchor, start: FoundPlace, end: FoundPlace): boolean {
  if (quote === '') return !start.gone;
  if (comparePlaces(start, end) >= 0) return false;
  return !start.gone || !end.gone || wordsBetween(ground, start, end).trim() !== '';
}

/** By the element's id: the stored offsets if the quote stands there, else the quote anywhere in that element. */
function locateAtHome(ground: Ground, anchor: Anchor, home: number): AnchorPlace | undefined {
  const { start, end, quote } = anchor;
  const clamp = (ordinal: number, offset: number): Place => ({
    ordinal,
    offset: Math.min(offset, ground.rows[ordinal]!.text.length),
  });
  const tail = ground.index.ofId(end.element);
  const from = clamp(home, start.offset);
  const to = tail < 0 ? clamp(home, start.offset + quote.length) : clamp(tail, end.offset);
  const stands = comparePlaces(from, to) <= 0 && quoteOf(wordsBetween(ground, from, to)) === quote;
  if (stands) return { state: 'placed', start: from, end: to, by: 'offset' };
  if (quote === '') return undefined;
  const at = ground.rows[home]!.text.indexOf(quote);
  if (at < 0) return locateNear(ground, anchor, home, tail);
  const found = { ordinal: home, offset: at };
  return { state: 'placed', start: found, end: { ordinal: home, offset: at + quote.length }, by: 'quote' };
}

/** In the elements of the ids, when their words were edited since: between what stood before and behind the quote. */
function locateNear(ground: Ground, anchor: Anchor, home: number, tail: number): AnchorPlace | undefined {
  const { quote, prefix, suffix } = anchor;
  const lines = quote.split('\n');
  const isOne = lines.length === 1;
  const last = isOne ? home : tail;
  if (quote.length >= MAX_QUOTE_UNITS || last < home) return undefined;
  const [before, after] = [prefix.split('\n'), suffix.split('\n')];
  const there = {
    before: before.at(-1)!,
    after: after[0]!,
    isFromStart: before.length > 1 || prefix.length < CONTEXT_UNITS,
    isToEnd: after.length > 1 || suffix.length < CONTEXT_UNITS,
    offset: anchor.start.offset,
  };
  const from = startNear(ground.rows[home]!.text, { ...there, words: lines[0]! });
  const to = endNear(ground.rows[last]!.text, { ...there, words: lines.at(-1)!, ...(isOne ? {} : { offset: 0 }) });
  if (!from || !to) return undefined;
  const [start, end] = [
    { ordinal: home, offset: from.at },
    { ordinal: last, offset: to.at },
  ];
  if (comparePlaces(start, end) >= 0) return undefined;
  const words = wordsBetween(ground, start, end);
  const isThere = words.trim() !== '' && ((from.isSure && to.isSure) || mayHaveBecome(quote, words));
  return isThere ? { state: 'placed', start, end, by: 'near' } : undefined;
}

/** The last element that starts at or before an index of the joined words. */
function placeAt(starts: readonly number[], index: number): Place {
  let low = 0;
  for (let high = starts.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= index) low = middle + 1;
    else high = middle;
  }
  return { ordinal: low - 1, offset: index - starts[low - 1]! };
}

function searchQuote(ground: Ground, { quote, prefix, suffix }: Anchor, near: Place): AnchorPlace {
  const { text, starts } = ground.joined;
  const before = prefix.slice(-COMPARED_UNITS);
  const after = suffix.slice(0, COMPARED_UNITS);
  const old = starts[near.ordinal]! + near.offset;
  let best: { at: number; score: number; distance: number } | undefined;
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) {
    const fitsBefore = before !== '' && text.startsWith(before, at - before.length) && at >= before.length;
    const fitsAfter = after !== '' && text.startsWith(after, at + quote.length);
    const score = Number(fitsBefore) + Number(fitsAfter);
    const distance = Math.abs(at - old);
    if (!best || score > best.score || (score === best.score && distance < best.distance))
      best = { at, score, distance };
  }
  if (!best) return ORPHANED;
  const end = placeAt(starts, best.at + quote.length);
  return { state: 'placed', start: placeAt(starts, best.at), end, by: 'quote' };
}
