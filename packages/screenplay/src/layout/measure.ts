/** Line breaking in whole cells. One answer per element object and column width, cached by identity. */
import { cellWidth, type Element, printedText } from '../element.ts';

/** Characters that may not begin a line (kinsoku; closing marks, small kana, iteration marks). */
const noStart = new Set([
  ...'，。、；：？！）》】」』〕〉｝］”’…—～·ー々〻ゝゞヽヾぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ.,;:?!)]}%',
]);
/** Characters that may not end a line (opening marks). */
const noEnd = new Set([...'（《【「『〔〈｛［“‘([{']);

interface Measured {
  readonly width: number;
  readonly wide: boolean;
  readonly indent: number;
  readonly starts: readonly number[];
  readonly next: Measured | undefined;
}
const cache = new WeakMap<Element, Measured>();
const oneLine: readonly number[] = Object.freeze([0]);

/**
 * Offsets in `printedText(element)` at which its lines begin; the first is 0, so the length is the line count, at least 1.
 * `width` and `indent`, which narrows the first line, in cells. The element must not be mutated: the answer is kept with
 * the object.
 */
export function measure(element: Element, width: number, ambiguousWide = false, indent = 0): readonly number[] {
  const first = cache.get(element);
  for (let m = first; m !== undefined; m = m.next)
    if (m.width === width && m.wide === ambiguousWide && m.indent === indent) return m.starts;
  const starts = breakLines(printedText(element), width, ambiguousWide, indent);
  cache.set(element, { width, wide: ambiguousWide, indent, starts, next: first });
  return starts;
}

/**
 * Breaks text into lines of at most `width` cells (at least 2): at `\n`; after spaces, which hang; after hyphens and
 * dashes; between two-cell characters by kinsoku; else, in a word longer than the line, anywhere. A tab counts four cells.
 * The first line begins `indent` cells in, less than the width. Returns the offsets of the line starts. Throws RangeError
 * for a width under 2 or an indent outside the line.
 */
export function breakLines(text: string, width: number, ambiguousWide = false, indent = 0): readonly number[] {
  if (!(width >= 2)) throw new RangeError(`width must be at least 2 cells: ${width}`);
  if (!(indent >= 0 && indent < width)) throw new RangeError(`indent must lie in the line: ${indent}`);
  if (notPlain.test(text)) return breakCells(text, width, ambiguousWide, indent);
  return text.length + indent <= width && !text.includes('\n') ? oneLine : breakPlain(text, width, indent);
}

const notPlain = /[^\n\x20-\x7e]/;

/** The same breaks for printable ASCII, where a cell is a character: looks only at the end of each line. */
function breakPlain(text: string, width: number, indent: number): readonly number[] {
  const starts = [0];
  let start = 0;
  let room = width - indent;
  while (true) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    while (end - start > room) {
      const at = plainBreak(text, start, start + room, end, room < width);
      if (at >= end) break;
      start = at;
      room = width;
      starts.push(start);
    }
    if (found < 0) return starts;
    start = end + 1;
    room = width;
    starts.push(start);
  }
}

/**
 * Where the line from `start` that may reach `limit` ends: after the spaces that hang there, or at the last chance. A
 * word longer than what is left beside an indent begins on the next line.
 */
function plainBreak(text: string, start: number, limit: number, end: number, isIndented: boolean): number {
  if (text.charCodeAt(limit) !== 32) return chanceBefore(text, start, limit, isIndented ? start : limit);
  let at = limit;
  while (at < end && text.charCodeAt(at) === 32) at++;
  return at;
}

function chanceBefore(text: string, start: number, limit: number, none: number): number {
  for (let at = limit; at > start; at--) {
    const c = text.charCodeAt(at - 1);
    if (c === 32 || (c === 45 && text.charCodeAt(at) !== 45)) return at;
  }
  return none;
}

/** A line in the making: `chance` is the last offset where it may end and `chanceAt` its cell; `column` counts from `start`. */
interface OpenLine {
  start: number;
  column: number;
  chance: number;
  chanceAt: number;
}

function breakCells(text: string, width: number, ambiguousWide: boolean, indent: number): readonly number[] {
  const starts = [0];
  // Beside an indent the line may end at once: what does not fit there begins on the next one.
  const line: OpenLine = { start: indent > 0 ? -1 : 0, column: indent, chance: 0, chanceAt: indent };
  let previousWide = false;
  for (let i = 0; i < text.length; ) {
    const c = text.charCodeAt(i);
    const isSpace = c === 32 || c === 9;
    if (c === 10) startLine(line, starts, i + 1);
    if (isSpace) addSpace(line, i, c === 9 ? 4 : 1);
    if (c === 10 || isSpace) {
      previousWide = false;
      i++;
      continue;
    }
    const point = c < 0xd800 ? c : text.codePointAt(i)!;
    const cells = c < 0x80 ? 1 : cellWidth(point, ambiguousWide);
    const isWide = cells === 2;
    if ((isWide || previousWide) && i > line.start && mayBreak(text, i)) setChance(line, i);
    while (line.column + cells > width && i > line.start) endLine(line, starts, i);
    line.column += cells;
    if (c === 45 && text.charCodeAt(i + 1) !== 45) setChance(line, i + 1);
    previousWide = isWide;
    i += point > 0xffff ? 2 : 1;
  }
  return starts;
}

function startLine(line: OpenLine, starts: number[], at: number): void {
  line.start = at;
  line.chance = at;
  line.column = 0;
  line.chanceAt = 0;
  starts.push(at);
}

/** Spaces hang: they never end a line themselves, but the line may end after them. */
function addSpace(line: OpenLine, at: number, cells: number): void {
  line.column += cells;
  if (line.column > 0) setChance(line, at + 1);
}

function setChance(line: OpenLine, at: number): void {
  line.chance = at;
  line.chanceAt = line.column;
}

/** Ends the line at its last chance, or before offset `at` where there was none; what comes after goes on the next. */
function endLine(line: OpenLine, starts: number[], at: number): void {
  if (line.chance <= line.start) setChance(line, at);
  line.start = line.chance;
  starts.push(line.start);
  line.column -= line.chanceAt;
  line.chanceAt = 0;
}

function mayBreak(text: string, at: number): boolean {
  return !noStart.has(text.charAt(at)) && !noEnd.has(text.charAt(at - 1));
}

/** The drawn lines of an element, without the spaces and breaks that hang at their ends. */
export function linesOf(element: Element, width: number, ambiguousWide = false): string[] {
  const text = printedText(element);
  const starts = measure(element, width, ambiguousWide);
  return starts.map((from, k) => text.slice(from, starts[k + 1]).trimEnd());
}
