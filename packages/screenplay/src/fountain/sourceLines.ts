/** Lines of Fountain text as the reader sees them: with the notes and boneyards that pull further lines in. */

/**
 * One line of the source. `[from, to)` without its line ending, `next` where the line after it begins; UTF-16 units.
 * `raw` is what stands there, `bare` the same without notes and boneyards, trimmed.
 */
export interface SourceLine {
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly raw: string;
  readonly bare: string;
}

/** Reads lines in order; a boneyard or a note that is open at a line's end pulls the next lines in. */
export class SourceLines {
  /** The next place of each opening sign: -1 when there is none left, so that plain text costs one search. */
  private boneyard = -2;
  private note = -2;
  private carriageReturn = -2;
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** The line that begins at `from`; undefined at the end of the source. Offsets must not go back. */
  read(from: number): SourceLine | undefined {
    const { source } = this;
    if (from >= source.length) return undefined;
    const end = this.lineEnd(from);
    if (this.boneyard !== -1 && this.boneyard < from) this.boneyard = source.indexOf('/*', from);
    if (this.note !== -1 && this.note < from) this.note = source.indexOf('[[', from);
    const isPlain = !isWithin(this.boneyard, end) && !isWithin(this.note, end);
    const { to, bare } = isPlain ? { to: end, bare: undefined } : this.stretch(from, end);
    const raw = source.slice(from, to);
    return { from, to, next: afterBreak(source, to), raw, bare: (bare ?? raw).trim() };
  }

  private lineEnd(from: number): number {
    if (this.carriageReturn !== -1 && this.carriageReturn < from) this.carriageReturn = this.source.indexOf('\r', from);
    const feed = this.source.indexOf('\n', from);
    const end = feed < 0 ? this.source.length : feed;
    return this.carriageReturn >= from && this.carriageReturn < end ? this.carriageReturn : end;
  }

  private stretch(from: number, end: number): { to: number; bare: string } {
    const { source } = this;
    let to = end;
    let bare = '';
    let at = from;
    while (true) {
      const found = nextHidden(source, at, to);
      if (!found) return { to, bare: bare + source.slice(at, to) };
      bare += source.slice(at, found.from) + (found.isText ? source.slice(found.from, found.to) : '');
      at = found.to;
      if (at > to) to = lineEnd(source, at);
    }
  }
}

const isWithin = (at: number, end: number) => at >= 0 && at < end;

/** The next note or boneyard that opens in `[at, to)`. `isText`: a note that never closes is words, sign included. */
function nextHidden(source: string, at: number, to: number): { from: number; to: number; isText: boolean } | undefined {
  const boneyard = findSign(source, '/*', at, to);
  const note = findSign(source, '[[', at, to);
  if (boneyard < 0 && note < 0) return undefined;
  if (boneyard >= 0 && (note < 0 || boneyard < note)) {
    const close = source.indexOf('*/', boneyard + 2);
    return { from: boneyard, to: close < 0 ? source.length : close + 2, isText: false };
  }
  const close = source.indexOf(']]', note + 2);
  const isText = close < 0 || hasBlankLine(source.slice(note, close));
  return { from: note, to: isText ? note + 2 : close + 2, isText };
}

/** The first place of `sign` in `[from, to)` that no backslash makes literal; -1 for none. */
function findSign(source: string, sign: string, from: number, to: number): number {
  let at = source.indexOf(sign, from);
  while (isWithin(at, to) && isEscaped(source, at)) at = source.indexOf(sign, at + 1);
  return isWithin(at, to) ? at : -1;
}

/** Whether the character at `at` is made literal by the backslashes before it, of which two stand for one. */
export function isEscaped(source: string, at: number): boolean {
  let count = 0;
  while (source.charCodeAt(at - 1 - count) === 92) count++;
  return count % 2 === 1;
}

/** Where the words of a line begin and end that are neither in a note nor in a boneyard, spaces aside. */
export interface VisibleRange {
  readonly from: number;
  readonly to: number;
}

/** The visible range of one line of Fountain: `[0, length)` of a plain one, `from === to` where nothing is visible. */
export function visibleRange(raw: string): VisibleRange {
  let from = -1;
  let to = 0;
  let at = 0;
  while (at < raw.length) {
    const hidden = nextHidden(raw, at, raw.length);
    const end = !hidden ? raw.length : hidden.isText ? hidden.to : hidden.from;
    const words = raw.slice(at, end);
    if (words.trim() !== '') {
      if (from < 0) from = at + words.length - words.trimStart().length;
      to = at + words.trimEnd().length;
    }
    at = hidden?.to ?? raw.length;
  }
  return from < 0 ? { from: 0, to: 0 } : { from, to };
}

/** A line without the `head` first and `tail` last of its visible characters: the marks that made it what it is. */
export function cutMarks(raw: string, head: number, tail = 0): string {
  const { from, to } = visibleRange(raw);
  return (raw.slice(0, from) + raw.slice(from + head, to - tail) + raw.slice(to)).trim();
}

/** Rule 15: only a truly blank line (fewer than two spaces) breaks a note off. CRLF is one line ending, never two. */
export function hasBlankLine(text: string): boolean {
  return /(?:\r\n|\r(?!\n)|\n)[ \t]?[\r\n]/.test(text);
}

/** The offset of the line ending at or after `from`, or of the end of the source. */
export function lineEnd(source: string, from: number): number {
  let i = from;
  for (; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (c === 10 || c === 13) break;
  }
  return i;
}

/** The offset after the line ending (CRLF, CR or LF) at `at`. */
export function afterBreak(source: string, at: number): number {
  const isPair = source.charCodeAt(at) === 13 && source.charCodeAt(at + 1) === 10;
  return isPair ? at + 2 : Math.min(at + 1, source.length);
}

/** Two spaces on an otherwise empty line hold a speech open (rules 5 and 6). */
export function isHeld(line: SourceLine): boolean {
  return line.raw.length >= 2 && line.raw.trim() === '';
}
