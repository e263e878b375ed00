/** Cuts free words into pieces that can be dropped whole. Offsets are kept, so that a piece still knows its words. */

/** A piece of text. `from` and `to` are its UTF-16 offsets in the text; white space in it is written as plain spaces. */
export interface Piece {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** What stood between the piece before and this one, white space included. Empty for the first. */
  readonly between: string;
}

const opening = '(（[【“「『《';
const closing = ')）]】”」』》';

/** Length of the separator that begins at `at`, or 0. */
type Separator = (text: string, at: number) => number;

const spaces = /\s*/y;
function spacesAt(text: string, at: number): number {
  spaces.lastIndex = at;
  return spaces.exec(text)![0].length;
}

/** A comma of any kind, a full stop that ends a sentence, or a line end. */
const clauseSeparator: Separator = (text, at) => {
  const character = text[at]!;
  if (character === '\n') return spacesAt(text, at);
  if ('，；、。'.includes(character)) return 1 + spacesAt(text, at + 1);
  const gap = spacesAt(text, at + 1);
  if (',;.'.includes(character) && (gap > 0 || at + 1 === text.length)) return 1 + gap;
  return 0;
};

/** A line end. */
const lineSeparator: Separator = (text, at) => (text[at] === '\n' ? spacesAt(text, at) : 0);

/** White space after the end of a sentence, no space where Chinese sentences meet, or a line end. */
const sentenceSeparator: Separator = (text, at) => {
  if (text[at] === '\n') return spacesAt(text, at);
  if (text[at] !== ' ' && !/\s/.test(text[at]!)) return 0;
  return /[.!?…]["”’)]*$/.test(text.slice(Math.max(0, at - 4), at)) ? spacesAt(text, at) : 0;
};
const isFullStop = (text: string, at: number): boolean =>
  '。！？'.includes(text[at]!) && !'。！？”」』）'.includes(text[at + 1] ?? '');

interface Cut {
  readonly from: number;
  readonly to: number;
}
function piecesOf(text: string, cuts: readonly Cut[]): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  let between = '';
  const add = (end: number): void => {
    const raw = text.slice(start, end);
    const from = start + raw.length - raw.trimStart().length;
    const to = from + raw.trim().length;
    if (to > from)
      pieces.push({
        text: text.slice(from, to).replace(/\s/g, ' '),
        from,
        to,
        between: pieces.length === 0 ? '' : between,
      });
  };
  for (const cut of cuts) {
    add(cut.from);
    between = text.slice(cut.from, cut.to);
    start = cut.to;
  }
  add(text.length);
  return pieces;
}

/** What separators begin with: text without one of these is not cut. */
const mayCut = /[\s,;.，；、。]/;

function cutsOf(text: string, separator: Separator, keepsBrackets: boolean): Cut[] {
  const cuts: Cut[] = [];
  if (!mayCut.test(text)) return cuts;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (keepsBrackets && opening.includes(text[at]!)) depth++;
    else if (keepsBrackets && closing.includes(text[at]!)) depth = Math.max(0, depth - 1);
    const length = depth > 0 ? 0 : separator(text, at);
    if (length === 0) continue;
    cuts.push({ from: at, to: at + length });
    at += length - 1;
  }
  return cuts;
}

/** The clauses of a description: cut at commas, full stops and line ends, but not inside brackets or quotation marks. */
export function splitClauses(text: string): Piece[] {
  return piecesOf(text, cutsOf(text, clauseSeparator, true));
}

/** The lines of a list. Marks at the end of a line are taken off. */
export function splitLines(text: string): Piece[] {
  return piecesOf(text, cutsOf(text, lineSeparator, false))
    .map((piece) => {
      const kept = piece.text.replace(/[\s.,;，；、。]+$/, '');
      return { ...piece, text: kept, to: piece.from + kept.length };
    })
    .filter((piece) => piece.text !== '');
}

/** The sentences of a text, each with the mark that ends it. */
export function splitSentences(text: string): Piece[] {
  const cuts = cutsOf(text, sentenceSeparator, false);
  for (let at = 0; at < text.length; at++)
    if (isFullStop(text, at)) cuts.push({ from: at + 1, to: at + 1 + spacesAt(text, at + 1) });
  return piecesOf(
    text,
    cuts.sort((a, b) => a.from - b.from || a.to - b.to).filter((cut, i, all) => i === 0 || cut.from >= all[i - 1]!.to),
  );
}
