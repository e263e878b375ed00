/** Text as the stretches that are drawn as one glyph each: a character with its marks, or a word of a joining script. */
import { cellWidth } from '@tramline/screenplay';

/** `text` is what a reader copies; `cells` how many cells it stands in; `isRightToLeft` for words that run that way. */
export interface Cluster {
  readonly text: string;
  readonly cells: number;
  readonly kind: 'character' | 'word' | 'rightToLeftWord';
}

/** Cells of one glyph at most: its coordinates are 16 bits wide. */
const maxWordCells = 40;

/** Printable ASCII: each character is a cluster of one cell. */
export const plainText = /^[\x20-\x7e]*$/;
const word =
  /(?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]+(?:[\x20\u200c-\u200f]+(?=[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]))?)+|[\u0900-\u0d7f\u200c\u200d]{2,}|[\u0e00-\u0eff]{2,}/gu;

/** Cells of a code point on paper: a tab fills four, as where lines are broken. */
const cellsOfCodePoint = (codePoint: number, isWide: boolean) => (codePoint === 9 ? 4 : cellWidth(codePoint, isWide));

/** The clusters of a text in the order in which they stand on the line. `isWide`: UAX #11 Ambiguous takes two cells. */
export function readClusters(text: string, isWide: boolean): Cluster[] {
  if (plainText.test(text)) return [...text].map((c) => ({ text: c, cells: 1, kind: 'character' }));
  const clusters: Cluster[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(word)) {
    readCharacters(text.slice(at, index), isWide, clusters);
    clusters.push(...readWords(found, isWide));
    at = index + found.length;
  }
  readCharacters(text.slice(at), isWide, clusters);
  return clusters;
}

/** Each code point that takes cells begins a cluster; those that take none belong to the one before. */
function readCharacters(text: string, isWide: boolean, clusters: Cluster[]): void {
  let isFirst = true;
  for (const character of text) {
    const cells = cellsOfCodePoint(character.codePointAt(0)!, isWide);
    const last = clusters.at(-1);
    if (cells === 0 && !isFirst && last) clusters[clusters.length - 1] = { ...last, text: last.text + character };
    else clusters.push({ text: character, cells, kind: 'character' });
    isFirst = false;
  }
}

/** Words together as long as one glyph may hold them; those from right to left in the order of the line. */
function readWords(run: string, isWide: boolean): Cluster[] {
  const kind = /^[\u0590-\u08ff\ufb1d-\ufefc]/.test(run) ? 'rightToLeftWord' : 'word';
  const clusters: { text: string; cells: number; kind: Cluster['kind'] }[] = [];
  for (const piece of run.match(/[^ ]{1,20}| +/g) ?? []) {
    let cells = 0;
    for (const c of piece) cells += cellsOfCodePoint(c.codePointAt(0)!, isWide);
    const last = clusters.at(-1);
    if (last && last.cells + cells <= maxWordCells) {
      last.text += piece;
      last.cells += cells;
    } else clusters.push({ text: piece, cells, kind });
  }
  return kind === 'rightToLeftWord' ? clusters.reverse() : clusters;
}
