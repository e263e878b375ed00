/** Offers for a scene heading, part by part: the opening, the place, the time of day; in English and in Chinese. */
import { type Completions, isChinese, offer, rankByUse, type ScriptPlace } from './completion.ts';
import type { Element } from './element.ts';
import { type Heading, parseHeading, timesOfDay } from './heading.ts';

/** How headings begin. `EST` is left to those who type it. */
export const headingIntros = {
  en: ['INT. ', 'EXT. ', 'INT./EXT. ', 'I/E '],
  zh: ['内景 ', '外景 ', '内外景 '],
} as const;

const sides = ['内', '外', '内外'];

const openingEn = /^(?:(?:INT|EXT)\.?\/(?:INT|EXT)|I\.?\/E|E\/I|INT|EXT|EST)(?:\.(?=\S)|\.?\s+)/i;
const openingZh = /^(?:内外景?|[内外]景?)[.．。\s/]+\s*/;
const numberZh = /^\d+[A-Za-z]?(?:-\d+)?[、．.]\s*/;

/** The offers at the end of the heading at `at`, of which `typed` is there. */
export function completeHeading(elements: readonly Element[], at: ScriptPlace, typed: string): Completions {
  const others = elements.flatMap((e, i) => (e.type === 'heading' && i !== at.index ? [parseHeading(e.text)] : []));
  const isZh = isChinese(typed) || (!/[A-Za-z]/.test(typed) && isMostlyChinese(others));
  const number = numberZh.exec(typed)?.[0].length ?? 0;
  const opening = (isZh ? openingZh : openingEn).exec(typed.slice(number))?.[0] ?? '';
  const from = number + opening.length;
  const part = { others, typed: typed.slice(from), from, to: at.offset };
  if (isZh) return completeChinese(part, number > 0, opening !== '');
  if (opening === '') return offer('intro', rankIntros(others, headingIntros.en), part);
  return completeAfterOpening(part, parseHeading(typed).intExt);
}

/** The part being typed: `typed` stands at `[from, to)` of the heading. */
interface Part {
  readonly others: readonly Heading[];
  readonly typed: string;
  readonly from: number;
  readonly to: number;
}

function isMostlyChinese(headings: readonly Heading[]): boolean {
  return headings.filter((h) => isChinese(h.location)).length * 2 > headings.length;
}

function rankIntros(others: readonly Heading[], intros: readonly string[]): string[] {
  const count = (intro: string) => others.filter((h) => h.intExt === parseHeading(intro).intExt).length;
  return [...intros].sort((a, b) => count(b) - count(a));
}

/** Places on the same side first, by use; after a dash, or after a place that is known, the times of day. */
function completeAfterOpening(part: Part, side: Heading['intExt']): Completions {
  const places = offer('location', placesOf(part.others, side), part);
  const place = part.typed.trim().toUpperCase();
  if (place !== '' && part.others.some((h) => h.location.toUpperCase() === place)) {
    const times = completeTime({ ...part, from: part.to, typed: '' }, timesOfDay.en);
    const lead = /\s$/.test(part.typed) ? '- ' : ' - ';
    return { ...times, items: times.items.map((item) => ({ ...item, text: lead + item.text })) };
  }
  const dash = /^.*\s[-–—]\s*/.exec(part.typed)?.[0] ?? '';
  return dash === '' ? places : withTimes(places, part, dash.length, timesOfDay.en);
}

/** After `length` typed characters: the rest of longer places, then times of day. */
function withTimes(places: Completions, part: Part, length: number, known: readonly string[]): Completions {
  const word = { ...part, from: part.from + length, typed: part.typed.slice(length) };
  const times = completeTime(word, known);
  const longer = places.items.map((item) => ({ ...item, text: item.text.slice(length) }));
  return { ...times, items: [...longer, ...times.items] };
}

/** The script's own times, by use, and then the known ones of the same language. */
function completeTime(part: Part, known: readonly string[]): Completions {
  const isZh = known === timesOfDay.zh;
  const latest = [...part.others].reverse().map((h) => h.time);
  const used = latest.filter((time) => time !== '' && isChinese(time) === isZh);
  return offer('time', rankByUse(used, known), part);
}

/** Known places, those of headings on the same side first; each group by use, of equals the latest first. */
function placesOf(others: readonly Heading[], side: Heading['intExt']): string[] {
  const latest = [...others].reverse().filter((h) => h.location !== '');
  const same = latest.filter((h) => h.intExt === side).map((h) => h.location);
  return rankByUse(
    same,
    rankByUse(
      latest.map((h) => h.location),
      [],
    ),
  );
}

/**
 * `内景 地点 - 时间`, and the domestic `12、地点 时间 内外`: the place up to the first space, then a time, then a side.
 * Before anything is typed the openings, or after a number the places.
 */
function completeChinese(part: Part, isNumbered: boolean, isOpened: boolean): Completions {
  if (part.typed === '' && !isNumbered && !isOpened) {
    return offer('intro', rankIntros(part.others, headingIntros.zh), part);
  }
  const last = /(?:^|[\s，,]+|\s[-－–—]\s*)([^\s，,]*)$/.exec(part.typed)!;
  const word = { ...part, from: part.to - last[1]!.length, typed: last[1]! };
  const before = parseHeading(part.typed.slice(0, part.typed.length - word.typed.length));
  const places = offer('location', placesOf(part.others, undefined), part);
  if (before.location === '' && before.time === '') return isOpened || isNumbered ? places : withIntros(places, part);
  if (before.time !== '') return isOpened ? { ...word, items: [] } : completeSide(word);
  return withTimes(places, part, word.from - part.from, timesOfDay.zh);
}

/** A first word may be the beginning of `内景` as well as of a place. */
function withIntros(places: Completions, part: Part): Completions {
  return { ...places, items: [...offer('intro', headingIntros.zh, part).items, ...places.items] };
}

function completeSide(part: Part): Completions {
  return offer('intro', sides, part);
}
