/** Words and marks to Fountain text. What Fountain cannot say about the words is left away; the words never are. */
import { isHiddenMark, type Mark, type MarkType } from '../element.ts';
import { compareMarks, readInline } from './readInline.ts';

const signs: Partial<Record<MarkType, string>> = { underline: '_', bold: '**', italic: '*' };

/**
 * Fountain text of words with marks. Literal signs get a backslash; emphasis is cut at line breaks and drawn in from
 * spaces. Strike and highlight have no sign. An emphasis that would not read back (underline inside a word, marks that
 * overlap without nesting) is cut into nested pieces, and left away where even that does not read back.
 */
export function writeInline(text: string, formats: readonly Mark[] = []): string {
  if (formats.length === 0) return escapeText(text);
  const marks = formats.map(({ type, from, to }) => ({ type, from, to: Math.min(to, text.length) }));
  const hidden = partHidden(marks.filter(isHiddenMark)).filter((m) => text.slice(m.from, m.to).trim() !== '');
  const sayable = marks.filter((m) => signs[m.type] !== undefined).flatMap((m) => outsideOf(m, hidden));
  const emphasis = nestMarks(sayable).filter((m) => hasVisible(text, m, hidden));
  const first = compose(text, hidden, emphasis);
  if (readsAs(first, text, emphasis)) return first;
  const kept: Mark[] = [];
  for (const mark of emphasis) {
    if (readsAs(compose(text, hidden, [...kept, mark]), text, [...kept, mark])) kept.push(mark);
  }
  return compose(text, hidden, kept);
}

/** Notes and boneyards do not nest in Fountain: of two that overlap, the later one begins where the first ends. */
function partHidden(hidden: readonly Mark[]): Mark[] {
  const parted: Mark[] = [];
  for (const mark of [...hidden].sort(compareMarks)) {
    const from = Math.max(mark.from, parted.at(-1)?.to ?? 0);
    if (from < mark.to) parted.push({ type: mark.type, from, to: mark.to });
  }
  return parted;
}

/** The pieces of an emphasis that neither begin nor end inside a note or boneyard, where its sign would be a letter. */
function outsideOf(mark: Mark, hidden: readonly Mark[]): Mark[] {
  const cut = hidden.find((h) => h.from < mark.to && mark.from < h.to && !(mark.from <= h.from && h.to <= mark.to));
  if (!cut) return mark.from < mark.to ? [mark] : [];
  const before = { type: mark.type, from: mark.from, to: Math.min(mark.to, cut.from) };
  const after = { type: mark.type, from: Math.max(mark.from, cut.to), to: mark.to };
  return [before, after].filter((m) => m.from < m.to).flatMap((m) => outsideOf(m, hidden));
}

/** Whether a mark lies over at least one character that is printed. */
function hasVisible(text: string, { from, to }: Mark, hidden: readonly Mark[]): boolean {
  for (let i = from; i < to; i++) {
    if (text[i]!.trim() !== '' && !hidden.some((h) => h.from <= i && i < h.to)) return true;
  }
  return false;
}

/** Cuts marks that overlap without nesting, so that every later one lies inside or outside each earlier one. */
function nestMarks(marks: readonly Mark[]): Mark[] {
  const done: Mark[] = [];
  const rest = [...marks].sort(compareMarks);
  for (let mark = rest.shift(); mark !== undefined; mark = rest.shift()) {
    const { type, from, to } = mark;
    const outer = done.find((d) => d.from < from && from < d.to && d.to < to);
    if (outer) rest.unshift({ type, from, to: outer.to }, { type, from: outer.to, to });
    else done.push(mark);
  }
  return done.sort(compareMarks);
}

/** Whether written text gives back the words and, over what is no space, the emphasis. */
function readsAs(written: string, text: string, emphasis: readonly Mark[]): boolean {
  const back = readInline(written);
  // Spaces put in by `keepOpen` move the offsets, so that only the words can be compared.
  if (back.text !== text) return withoutSpaces(back.text) === withoutSpaces(text);
  const wanted = formatsOf(text, emphasis);
  return formatsOf(text, back.marks).every((formats, i) => formats === wanted[i]);
}

const withoutSpaces = (text: string) => text.replace(/\s/g, '');

/** The emphasis over each character as bits; 0 for spaces, which no sign can be told apart over. */
function formatsOf(text: string, marks: readonly Mark[]): number[] {
  const formats = new Array<number>(text.length).fill(0);
  for (const { type, from, to } of marks) {
    const bit = type === 'bold' ? 1 : type === 'italic' ? 2 : type === 'underline' ? 4 : 0;
    for (let i = from; i < to; i++) if (text[i]!.trim() !== '') formats[i]! |= bit;
  }
  return formats;
}

function compose(text: string, hidden: readonly Mark[], emphasis: readonly Mark[]): string {
  const edges = new Edges();
  const nested = [...hidden, ...emphasis].sort(compareMarks);
  for (const mark of nested) {
    if (isHiddenMark(mark)) edges.put(mark.from, mark.to, mark.type === 'note' ? ['[[', ']]'] : ['/*', '*/']);
    else for (const [from, to] of tightRanges(text, mark)) edges.put(from, to, [signs[mark.type]!, signs[mark.type]!]);
  }
  const stops = edges.stops(text.length);
  return stops.map((stop, k) => edges.at(stop) + piece(text, stop, stops[k + 1] ?? stop, hidden)).join('');
}

/** The signs to put in at each offset: closing ones innermost first, then opening ones outermost first. */
class Edges {
  private readonly opens = new Map<number, string>();
  private readonly closes = new Map<number, string>();

  put(from: number, to: number, [opening, closing]: readonly [string, string]): void {
    this.opens.set(from, (this.opens.get(from) ?? '') + opening);
    this.closes.set(to, closing + (this.closes.get(to) ?? ''));
  }

  at(offset: number): string {
    return (this.closes.get(offset) ?? '') + (this.opens.get(offset) ?? '');
  }

  stops(length: number): number[] {
    return [...new Set([0, ...this.opens.keys(), ...this.closes.keys(), length])].sort((a, b) => a - b);
  }
}

/** Words between two stops: as they are inside a note or boneyard, but for what would close it; escaped elsewhere. */
function piece(text: string, from: number, to: number, hidden: readonly Mark[]): string {
  const around = hidden.find((m) => from >= m.from && from < m.to);
  const words = text.slice(from, to);
  return around ? keepOpen(words, around.type) : escapeText(words);
}

/** Words of a note or boneyard with nothing in them that closes it: a space parts closing signs, two hold blank lines. */
export function keepOpen(words: string, type: MarkType): string {
  if (type === 'boneyard') return words.replace(/\*(?=\/)/g, '* ');
  return words
    .replace(/\](?=\])/g, '] ')
    .replace(/\]$/, '] ')
    .replace(/\n[ \t]?(?=\n)/g, '\n  ');
}

/** The stretches of a mark line by line, without spaces at their ends: no sign stands beside a space. */
function tightRanges(text: string, mark: Mark): [number, number][] {
  const ranges: [number, number][] = [];
  let from = mark.from;
  for (const line of text.slice(mark.from, mark.to).split('\n')) {
    const lead = line.length - line.trimStart().length;
    const body = line.trim().length;
    if (body > 0) ranges.push([from + lead, from + lead + body]);
    from += line.length + 1;
  }
  return ranges;
}

const hiddenStretch = /(?<=(?<!\\)(?:\\\\)*)(?:\[\[.*?\]\]|\/\*.*?\*\/)/gs;

/** The lines of written Fountain; a line break inside a note or a boneyard does not part them. */
export function splitLines(words: string): string[] {
  const stretches = [...words.matchAll(hiddenStretch)].map((m) => ({ from: m.index, to: m.index + m[0].length }));
  const lines: string[] = [];
  let start = 0;
  for (let at = words.indexOf('\n'); at >= 0; at = words.indexOf('\n', at + 1)) {
    if (stretches.some((s) => s.from < at && at < s.to)) continue;
    lines.push(words.slice(start, at));
    start = at + 1;
  }
  return [...lines, words.slice(start)];
}

/** Written Fountain without its notes and boneyards, trimmed: what decides the kind of a line. */
export function bareOf(written: string): string {
  return written.replace(hiddenStretch, '').trim();
}

function escapeText(text: string): string {
  return text.replace(/\\(?=[*_\\[\]/<#~(（!！～=@.．＠＃>+^])|[*_]|\[(?=\[)|\/(?=\*)/g, '\\$&').replace(/\\$/, '\\\\');
}
