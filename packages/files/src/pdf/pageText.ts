/** Texts on a page, at points from its upper left corner, and the stretches of a row that have a style of their own. */
import { cellsOf, type DrawnRow, type Mark, type MarkType, type Profile } from '@tramline/screenplay';
import type { FontStyle } from './fonts/fontFamily.ts';
import type { StyledText } from './fonts/fontSet.ts';

/** Size of all words, in points: a cell of a tenth of an inch is one of twelve-point Courier. */
export const fontSize = 12;

/** Stretches that follow each other on one base line. `x` is where the first begins, `y` the base line. */
export interface PageText {
  readonly x: number;
  readonly y: number;
  readonly parts: readonly StyledText[];
}

/** A filled rectangle: `y` is its upper edge. `colour` as three numbers from 0 to 1. */
export interface PageRule {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: Colour;
}
export type Colour = readonly [red: number, green: number, blue: number];

export const black: Colour = [0, 0, 0];
const marker: Colour = [1, 0.93, 0.45];

const none: readonly PageRule[] = [];

export const plainStyle: FontStyle = { isBold: false, isItalic: false };

/** One text in one style. */
export function textAt(x: number, y: number, text: string, style: FontStyle = plainStyle): PageText {
  return { x, y, parts: [{ text, style }] };
}

/** The base line of a line of the script, counted from 0. */
export function baseLine({ paper }: Profile, line: number): number {
  return paper.top + line * paper.line + (paper.line - fontSize) / 2 + 9.4;
}

/** A row's words at their place. Lyrics slant; with `isBold` all are bold. */
export function rowText(row: DrawnRow, profile: Profile, isBold: boolean): PageText {
  const { paper } = profile;
  const base = { isBold, isItalic: row.type === 'lyrics' };
  return { x: paper.left + row.column * paper.cell, y: baseLine(profile, row.line), parts: readParts(row, base) };
}

function readParts({ text, marks }: DrawnRow, base: FontStyle): StyledText[] {
  if (marks.length === 0) return [{ text, style: base }];
  const styled = marks.filter(({ type }) => type === 'bold' || type === 'italic');
  if (styled.length === 0) return [{ text, style: base }];
  const edges = new Set([0, text.length, ...styled.flatMap(({ from, to }) => [from, to])]);
  const cuts = [...edges].sort((a, b) => a - b);
  const has = (type: MarkType, at: number) => styled.some((m) => m.type === type && m.from <= at && m.to > at);
  return cuts.slice(0, -1).map((from, k) => ({
    text: text.slice(from, cuts[k + 1]),
    style: { isBold: base.isBold || has('bold', from), isItalic: base.isItalic !== has('italic', from) },
  }));
}

/** Highlights of a row, which lie under its words. */
export function rowHighlights(row: DrawnRow, profile: Profile): readonly PageRule[] {
  return rulesOf(row, profile, 'highlight', { above: 9.6, height: 12, colour: marker });
}

/** Lines under and through the words of a row. */
export function rowLines(row: DrawnRow, profile: Profile): readonly PageRule[] {
  return [
    ...rulesOf(row, profile, 'underline', { above: -1.4, height: 0.7, colour: black }),
    ...rulesOf(row, profile, 'strike', { above: 3.4, height: 0.7, colour: black }),
  ];
}

function rulesOf(
  row: DrawnRow,
  profile: Profile,
  type: MarkType,
  { above, height, colour }: { above: number; height: number; colour: Colour },
): readonly PageRule[] {
  if (row.marks.length === 0) return none;
  const { paper } = profile;
  const cells = ({ from, to }: Mark) => [
    cellsOf(row.text.slice(0, from), profile),
    cellsOf(row.text.slice(from, to), profile),
  ];
  return row.marks
    .filter((mark) => mark.type === type)
    .map((mark) => {
      const [before, taken] = cells(mark) as [number, number];
      const x = paper.left + (row.column + before) * paper.cell;
      return { x, y: baseLine(profile, row.line) - above, width: taken * paper.cell, height, colour };
    });
}
