/** The lines of the input made ready: without white space around them, with their cells of indent and blank lines above. */
import type { ScriptLine } from './recognition.ts';
import { typeOfStyle } from './styleNames.ts';
import { sliceWords, type Words } from './words.ts';

/** A line with words. `at` is its index in the input; `indent` counts its leading spaces too (a tab is five cells). */
export interface FlowLine extends Words {
  readonly at: number;
  readonly indent: number;
  readonly blankAbove: number;
  readonly hint: ScriptLine;
  /** Whether a form feed stands before it. */
  readonly startsPage: boolean;
}

/** Full-width letters, digits, points and spaces as ASCII, one for one, so that places stay. */
export function foldWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/**
 * Lines with words, in order. A paragraph with breaks inside gives one line for each, unless its style says what it is.
 * Empty lines count as blank lines above the next.
 */
export function readFlow(lines: readonly ScriptLine[]): FlowLine[] {
  const flow: FlowLine[] = [];
  let blanks = 0;
  let startsPage = false;
  lines.forEach((hint, at) => {
    blanks += hint.blankAbove ?? 0;
    startsPage ||= hint.startsNewPage === true;
    let own = hint;
    for (const [from, to] of piecesOf(hint)) {
      const raw = hint.text.slice(from, to);
      startsPage ||= /^\s*\f/.test(raw);
      const words = sliceWords({ text: hint.text, marks: hint.marks ?? [] }, from, to);
      if (words.text === '') blanks++;
      else {
        flow.push({
          ...words,
          at,
          indent: (hint.indent ?? 0) + leadOf(raw),
          blankAbove: blanks,
          hint: own,
          startsPage,
        });
        own = withoutNumber(hint);
        blanks = 0;
        startsPage = false;
      }
    }
  });
  return flow;
}

/** What hints say of the lines after the first of a paragraph. */
function withoutNumber({ number: _number, startsNewPage: _startsNewPage, ...hint }: ScriptLine): ScriptLine {
  return hint;
}

function piecesOf({ text, style }: ScriptLine): [number, number][] {
  if (!text.includes('\n') || (style !== undefined && typeOfStyle(style))) return [[0, text.length]];
  const pieces: [number, number][] = [];
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from);
    const to = found < 0 ? text.length : found;
    pieces.push([from, to]);
    from = to + 1;
  }
  return pieces;
}

/** Cells of the white space that a line begins with. */
function leadOf(raw: string): number {
  let cells = 0;
  for (const c of raw) {
    if (c === '\t') cells += 5;
    else if (c === '\u3000') cells += 2;
    else if (c === ' ' || c === '\u00a0') cells++;
    else if (c !== '\f' && c !== '\ufeff') break;
  }
  return cells;
}

/**
 * Whether blank lines tell where speeches end: some neighbours have one between them, some have none. Where all lines are
 * spaced alike, blank lines say nothing.
 */
export function hasTellingBlanks(flow: readonly FlowLine[]): boolean {
  const gaps = flow.slice(1).filter((line) => !line.startsPage);
  return gaps.some((l) => l.blankAbove > 0) && gaps.some((l) => l.blankAbove === 0);
}

/** Whether the text has Chinese characters. */
export function hasHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
