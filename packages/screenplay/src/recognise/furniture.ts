/** What pages print around a script: numbers, headers, (MORE), CONTINUED. Found, taken out, and listed. */
import { isHeadingLine, isTransitionLine } from '../fountain/line.ts';
import { looksLikeCue } from './columns.ts';
import { type FlowLine, foldWidth, hasHan } from './flow.ts';
import type { Dropped, DropReason } from './recognition.ts';
import { sliceWords } from './words.ts';

/** The lines that are left, and what was taken out. `afterFurniture` holds lines that a page edge stood before. */
export interface WithoutFurniture {
  readonly flow: readonly FlowLine[];
  readonly dropped: readonly Dropped[];
  readonly pageStarts: ReadonlySet<FlowLine>;
}

const more = /^\(?\s*(?:MORE|更多|未完|转下页)\s*\)?$/i;
const continued =
  /^\(?\s*CONTINUED:?\s*\)?:?\s*(?:\(\d+\))?$|^\d+[A-Z]?\s+CONTINUED:(?:\s*\(\d+\))?(?:\s+\d+[A-Z]?)?$/i;
const namedPage =
  /^(?:page\s+\d{1,4}(?:\s*(?:of|\/)\s*\d{1,4})?\.?|第\s*\d{1,4}\s*页(?:\s*[/,，共]*\s*\d{1,4}\s*页)?|[-–—]\s*\d{1,4}\s*[-–—])$/i;
const barePage = /^(?:\d{1,3}[A-Z]?\.?|\d{1,4}\s*\/\s*\d{1,4})$/;

/** Takes the furniture out. Paragraphs of a word processor have none but what is named so. */
export function takeFurniture(flow: readonly FlowLine[], unit: 'line' | 'paragraph'): WithoutFurniture {
  const reasons = flow.map((line, i) => surelyFurniture(flow, line, i));
  if (unit === 'line') addHeaders(flow, reasons);
  const left: FlowLine[] = [];
  const dropped: Dropped[] = [];
  const pageStarts = new Set<FlowLine>();
  let isEdge = false;
  flow.forEach((line, i) => {
    const reason = reasons[i];
    if (reason !== undefined) {
      dropped.push({ text: line.text, reason, lines: [line.at, line.at + 1] });
      isEdge = true;
      return;
    }
    const kept = withoutRevisionMark(line, dropped);
    if (isEdge || line.startsPage) pageStarts.add(kept);
    isEdge = false;
    left.push(kept);
  });
  return { flow: left, dropped, pageStarts };
}

function withoutRevisionMark(line: FlowLine, dropped: Dropped[]): FlowLine {
  let at = line.text.length;
  while (line.text.charAt(at - 1) === '*') at--;
  if (at === line.text.length || !/^(?:\s{2}|\t)$/.test(line.text.slice(Math.max(0, at - 2), at))) return line;
  dropped.push({ text: line.text.slice(at), reason: 'revisionMark', lines: [line.at, line.at + 1] });
  return { ...line, ...sliceWords(line, 0, at) };
}

function surelyFurniture(flow: readonly FlowLine[], line: FlowLine, i: number): DropReason | undefined {
  const folded = foldWidth(line.text).trim();
  if (folded.length > 40 || line.hint.number !== undefined) return undefined;
  if (more.test(folded) && (folded.startsWith('(') || line.text !== folded) && isSpeechBefore(flow, i)) return 'more';
  if (/CONTINUED/i.test(folded) && folded === folded.toUpperCase() && continued.test(folded)) return 'continued';
  if (namedPage.test(folded)) return 'pageNumber';
  return barePage.test(folded) && isPagePlace(flow, i) ? 'pageNumber' : undefined;
}

/** (MORE) ends a page in the middle of a speech: never the first line. */
const isSpeechBefore = (flow: readonly FlowLine[], i: number) => i > 0 && flow[i - 1] !== undefined;

/** A number alone on its line: at the right edge, at a page's start, or with blank lines on both sides; never under a cue. */
function isPagePlace(flow: readonly FlowLine[], i: number): boolean {
  const line = flow[i]!;
  const before = flow[i - 1];
  const next = flow[i + 1];
  if (line.hint.style !== undefined && line.hint.indent === undefined) return false;
  if (line.startsPage || line.indent >= 45 || line.hint.align === 'right') return true;
  if (before === undefined) return next !== undefined && next.blankAbove > 0;
  const isApart = line.blankAbove > 0 && (next === undefined || next.startsPage || next.blankAbove > 0);
  return isApart && !looksLikeCue(before.text);
}

/** Lines that stand again and again next to page numbers or form feeds, or that carry a rising page number. */
function addHeaders(flow: readonly FlowLine[], reasons: (DropReason | undefined)[]): void {
  const groups = new Map<string, number[]>();
  flow.forEach((line, i) => {
    if (reasons[i] !== undefined || line.text.length > 100 || line.hint.number !== undefined) return;
    const key = line.text.replace(/\d+/g, '#').replace(/\s+/g, ' ');
    const places = groups.get(key);
    if (places) places.push(i);
    else groups.set(key, [i]);
  });
  for (const places of groups.values()) {
    if (!isHeader(flow, reasons, places)) continue;
    for (const i of places) reasons[i] = 'pageHeader';
  }
}

function isHeader(
  flow: readonly FlowLine[],
  reasons: readonly (DropReason | undefined)[],
  places: readonly number[],
): boolean {
  const text = flow[places[0]!]!.text;
  if (places.length < 2 || isHeadingLine(text) || isTransitionLine(text) || hasColonSpeech(text)) return false;
  const atEdge = places.filter((i) => isAtEdge(flow, reasons, i)).length;
  if (atEdge === places.length) return true;
  const numbers = places.map((i) => Number(/(\d+)\.?\s*$/.exec(flow[i]!.text)?.[1] ?? Number.NaN));
  const rises = numbers.every((n, k) => k === 0 || n > numbers[k - 1]!);
  return places.length >= 3 && rises && /\s{2,}\d+\.?$|\D\s+\d+\.$/.test(text) && !/^\d/.test(text);
}

const hasColonSpeech = (text: string) => hasHan(text) && /^[^\s：:]{1,8}[：:]/.test(text);

/** Whether the line stands directly beside furniture or a form feed, cues before a speech aside. */
function isAtEdge(flow: readonly FlowLine[], reasons: readonly (DropReason | undefined)[], i: number): boolean {
  const next = flow[i + 1];
  const line = flow[i]!;
  const isCue = looksLikeCue(line.text) && next !== undefined && next.blankAbove === 0 && reasons[i + 1] === undefined;
  if (isCue) return false;
  return (
    line.startsPage || reasons[i - 1] === 'pageNumber' || reasons[i + 1] === 'pageNumber' || next?.startsPage === true
  );
}
