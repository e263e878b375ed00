/** Fountain among pasted lines: read by its own reader where its marks and blank lines are there. */
import { type FountainDocument, readFountain } from '../fountain/readFountain.ts';
import { readTitlePage } from '../fountain/titlePage.ts';
import { hasTellingBlanks, readFlow } from './flow.ts';
import type { Recognised, RecognisedTitle, RecogniseOptions, Recognition, ScriptLine } from './recognition.ts';

/** Marks that hardly stand in other text at a line's start or end. */
const signs =
  /^[@＠]\S|^\.(?=[^.\s\d])|^．\S|^!\S|^>.+<$|^={3,}$|^\[\[|\]\]$|^\/\*|\*\/$|#[A-Za-z0-9.-]+#$|^~\s*\S|^#{1,6}\s+\S|\s\^$/;

const titleKeys = /^(?:title|credit|author|authors|source|draft date|contact)$/i;

/** Whether the lines are Fountain: a title page, or two of its marks. Lines with looks of their own are not. */
export function looksLikeFountain(lines: readonly ScriptLine[]): boolean {
  if (lines.some(hasLooks)) return false;
  const source = sourceOf(lines);
  if (readTitlePage(source).spans.some((span) => titleKeys.test(span.key))) return true;
  return lines.filter((line) => signs.test(line.text.trim())).length >= 2;
}

const hasLooks = (l: ScriptLine) =>
  l.style !== undefined || l.indent !== undefined || l.number !== undefined || (l.marks?.length ?? 0) > 0;

/** Whether Fountain's rules can hold: they need blank lines. */
export function hasFountainBlanks(lines: readonly ScriptLine[]): boolean {
  return hasTellingBlanks(readFlow(lines));
}

const sourceOf = (lines: readonly ScriptLine[]) => lines.map((line) => line.text).join('\n');

/** The reading of Fountain, line by line. */
export function readFountainLines(lines: readonly ScriptLine[], { newId }: RecogniseOptions): Recognition {
  const document = readFountain(sourceOf(lines), { newId });
  const starts = lineStarts(lines);
  const rangeOf = (from: number, to: number) =>
    [lineAt(starts, from), lineAt(starts, Math.max(from, to - 1)) + 1] as const;
  return { recognised: recognisedOf(document, rangeOf), title: titleOf(document, rangeOf), dropped: [] };
}

type RangeOf = (from: number, to: number) => readonly [number, number];

function recognisedOf({ spans }: FountainDocument, rangeOf: RangeOf): Recognised[] {
  return spans.map(({ element, from, to }) => ({
    element,
    confidence: 'sure',
    reason: 'fountain',
    lines: rangeOf(from, to),
  }));
}

function titleOf({ titleSpans }: FountainDocument, rangeOf: RangeOf): RecognisedTitle[] {
  return titleSpans.map(({ key, value, from, to }) => ({ key, value, label: key, lines: rangeOf(from, to - 1) }));
}

function lineStarts(lines: readonly ScriptLine[]): number[] {
  let at = 0;
  return lines.map((line) => {
    const start = at;
    at += line.text.length + 1;
    return start;
  });
}

/** The last line that begins at or before the offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low;
}
