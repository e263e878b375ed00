/** The title page of a Fountain script, in and out. Rule 1 of Fountain. */
import { isHeadingLine, isTransitionLine } from './line.ts';
import { afterBreak, lineEnd } from './sourceLines.ts';

/** One entry of the title page. `value` joins its lines with `\n`, each without indent. Unknown keys are kept. */
export interface TitleEntry {
  readonly key: string;
  readonly value: string;
}

/** An entry and the stretch of source that says it, its last line ending included. */
export interface TitleSpan extends TitleEntry {
  readonly from: number;
  readonly to: number;
}

/** The entries in source order, and the offset after the title page (after a byte order mark, when there is none). */
export interface TitlePage {
  readonly spans: readonly TitleSpan[];
  readonly end: number;
}

const keyLine = /^([^:：\s.!@>#=~([{/][^:：]*)[:：](.*)$/;

/** Sentences end in a colon too, so a key is short and holds no sentence marks. */
const isTitleKey = (key: string) => key.length <= 40 && !/[.!?,;。，！？]/.test(key) && key.split(' ').length <= 4;

function opensTitlePage(line: string): boolean {
  const key = keyLine.exec(line)?.[1];
  return key !== undefined && isTitleKey(key) && !isHeadingLine(line) && !isTransitionLine(line.trim());
}

/**
 * Reads the title page. The first line must be `Key: …` with a short key, and neither a heading, a transition, nor a
 * forced line. A line without key and indent begins the script even where the blank line was forgotten.
 */
export function readTitlePage(source: string): TitlePage {
  const start = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  const spans: TitleSpan[] = [];
  if (!opensTitlePage(source.slice(start, lineEnd(source, start)))) return { spans, end: start };
  let at = start;
  while (at < source.length) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end);
    const to = afterBreak(source, end);
    const match = /^(?:\t| {3})/.test(line) ? null : keyLine.exec(line);
    if (line.trim() === '' || (match === null && !/^[ \t]/.test(line))) break;
    if (match) spans.push({ key: match[1]!.trim(), value: match[2]!.trim(), from: at, to });
    else spans.push(addLine(spans.pop()!, line.trim(), to));
    at = to;
  }
  return { spans, end: at };
}

function addLine(span: TitleSpan, line: string, to: number): TitleSpan {
  return { ...span, value: span.value === '' ? line : `${span.value}\n${line}`, to };
}

/** Whether two title pages say the same; the order of the entries does not count, and of equal keys the last does. */
export function isSameTitle(a: readonly TitleEntry[], b: readonly TitleEntry[]): boolean {
  const left = new Map(a.map(({ key, value }) => [key, value]));
  const right = new Map(b.map(({ key, value }) => [key, value]));
  return left.size === right.size && [...left].every(([key, value]) => right.get(key) === value);
}

/**
 * Fountain text of a title page, each line with its ending, without the blank line after it; empty for no entries.
 * Entries that `source` says in the same words are copied from it.
 */
export function writeTitlePage(title: readonly TitleEntry[], page: TitlePage, source: string, newline: string): string {
  const copied = (entry: TitleEntry) => {
    const span = page.spans.findLast((s) => s.key === entry.key && s.value === entry.value);
    const text = span && source.slice(span.from, span.to);
    return text !== undefined && /[\r\n]$/.test(text) ? text : undefined;
  };
  return inReadableOrder(title)
    .map((entry) => copied(entry) ?? writeEntry(entry).replaceAll('\n', newline))
    .join('');
}

/** Only a short, plain key opens a title page, so one of those goes first; an empty `Title` where there is none. */
function inReadableOrder(title: readonly TitleEntry[]): readonly TitleEntry[] {
  const first = title.findIndex((entry) => opensTitlePage(`${cleanKey(entry.key)}: `));
  if (title.length === 0 || first === 0) return title;
  return first < 0 ? [{ key: 'Title', value: '' }, ...title] : [title[first]!, ...title.toSpliced(first, 1)];
}

/** A key in one line that a reader takes for a key: without colons, forced marks and leading space. */
function cleanKey(key: string): string {
  const plain = key.replace(/[:：\s]+/g, ' ').trim();
  return keyLine.test(`${plain}:`) ? plain : `Key ${plain}`.trim();
}

/** A blank line would end the title page, so lines without words are left out. */
function writeEntry({ key, value }: TitleEntry): string {
  const lines = value.split(/\r\n?|\n/).map((line) => line.trim());
  const worded = lines.filter((line) => line !== '');
  const name = cleanKey(key);
  if (worded.length < 2) return `${name}:${worded.length === 0 ? '' : ` ${worded[0]}`}\n`;
  return `${name}:\n${worded.map((line) => `    ${line}\n`).join('')}`;
}
