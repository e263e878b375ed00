/** Emphasis, notes and boneyards inside one element: Fountain text to words and marks. Rules 12, 15 and 16 of Fountain. */
import type { Mark, MarkType } from '../element.ts';

/** Characters that a backslash makes literal. `<`, `#`, `~`, `(` and so on matter at line ends and starts only. */
const escapable = '*_\\[]/<#~(（!！～=@.．＠＃>+^';

interface Cut {
  readonly from: number;
  readonly to: number;
}

interface Opener {
  readonly char: string;
  readonly at: number;
  count: number;
}

/** What one pass over raw text has found so far: signs to take out, and marks in raw offsets. */
interface Findings {
  readonly raw: string;
  readonly cuts: Cut[];
  readonly marks: Mark[];
  open: Opener[];
}

/** Words of an element and the formats over them. */
export interface InlineText {
  readonly text: string;
  readonly marks: Mark[];
}

/** Whether `raw` holds anything that `readInline` would change; a cheap test before the real work. */
export function hasInline(raw: string): boolean {
  return /[*_\\]|\[\[/.test(raw) || raw.includes('/*');
}

/**
 * Words and marks of raw Fountain text. Offsets of the marks count in the returned text. Emphasis never crosses a line
 * break, needs no space inside its signs, and an unmatched sign stays a letter; `_` inside a word is a letter.
 */
export function readInline(raw: string): InlineText {
  const findings: Findings = { raw, cuts: [], marks: [], open: [] };
  for (let i = 0; i < raw.length; ) i = readAt(findings, i);
  return removeCuts(findings);
}

/** Reads what begins at `i` and gives the offset after it. */
function readAt(findings: Findings, i: number): number {
  const { raw, cuts } = findings;
  const c = raw[i]!;
  if (c === '\n') findings.open = [];
  if (c === '\\' && i + 1 < raw.length && escapable.includes(raw[i + 1]!)) {
    cuts.push({ from: i, to: i + 1 });
    return i + 2;
  }
  if (c === '[' && raw[i + 1] === '[') return readHidden(findings, i, ']]', 'note');
  if (c === '/' && raw[i + 1] === '*') return readHidden(findings, i, '*/', 'boneyard');
  if (c !== '*' && c !== '_') return i + 1;
  let end = i;
  while (raw[end] === c) end++;
  readSigns(findings, i, end);
  return end;
}

function readHidden({ raw, cuts, marks }: Findings, at: number, closing: string, type: MarkType): number {
  const end = raw.indexOf(closing, at + 2);
  if (end < 0 && type === 'note') return at + 2;
  const to = end < 0 ? raw.length : end;
  cuts.push({ from: at, to: at + 2 });
  if (end >= 0) cuts.push({ from: to, to: to + 2 });
  if (to > at + 2) marks.push({ type, from: at + 2, to });
  return to + (end < 0 ? 0 : 2);
}

const isSpace = (c: string | undefined) => c === undefined || c === ' ' || c === '\t' || c === '\n';
const isWord = (c: string | undefined) => c !== undefined && /[A-Za-z0-9]/.test(c);

/** A run of `*` or `_` over `[from, to)`: closes what it may, and what is left of it may open. */
function readSigns(findings: Findings, from: number, to: number): void {
  const { raw, open } = findings;
  const c = raw[from]!;
  const before = from === 0 ? undefined : raw[from - 1];
  const after = raw[to];
  const mayClose = !isSpace(before) && (c === '*' || !isWord(after));
  const mayOpen = !isSpace(after) && (c === '*' || !isWord(before));
  const at = mayClose ? closeSigns(findings, from, to) : from;
  if (at < to && mayOpen) open.push({ char: c, at, count: to - at });
}

/** Pairs the signs from `from` with openers, innermost first; the offset of the first sign that found none. */
function closeSigns({ raw, cuts, marks, open }: Findings, from: number, to: number): number {
  const c = raw[from]!;
  let at = from;
  while (at < to) {
    const k = open.findLastIndex((o) => o.char === c);
    const opener = open[k];
    // A lone star does not close two, and signs with nothing between them are letters.
    if (!opener || (opener.count === 2 && to - at === 1 && c === '*') || at === opener.at + opener.count) break;
    const n = Math.min(opener.count, to - at, c === '_' ? 1 : 3);
    const inner = opener.at + opener.count - n;
    cuts.push({ from: inner, to: inner + n }, { from: at, to: at + n });
    for (const type of typesOf(c, n)) marks.push({ type, from: inner + n, to: at });
    opener.count -= n;
    at += n;
    open.length = opener.count > 0 ? k + 1 : k;
  }
  return at;
}

function typesOf(sign: string, count: number): readonly MarkType[] {
  if (sign === '_') return ['underline'];
  return count === 1 ? ['italic'] : count === 2 ? ['bold'] : ['bold', 'italic'];
}

function removeCuts({ raw, cuts, marks }: Findings): InlineText {
  if (cuts.length === 0) return { text: raw, marks: [] };
  cuts.sort((a, b) => a.from - b.from);
  let text = '';
  let at = 0;
  for (const cut of cuts) {
    text += raw.slice(at, cut.from);
    at = cut.to;
  }
  const place = (offset: number) => offset - removedBefore(cuts, offset);
  const placed = marks.map((m) => ({ type: m.type, from: place(m.from), to: place(m.to) }));
  return { text: text + raw.slice(at), marks: placed.filter((m) => m.from < m.to).sort(compareMarks) };
}

function removedBefore(cuts: readonly Cut[], offset: number): number {
  let gone = 0;
  for (const cut of cuts) {
    if (cut.from >= offset) break;
    gone += Math.min(cut.to, offset) - cut.from;
  }
  return gone;
}

/** Outer marks before inner ones; the same stretch by name. */
export function compareMarks(a: Mark, b: Mark): number {
  return a.from - b.from || b.to - a.to || (a.type < b.type ? -1 : 1);
}
