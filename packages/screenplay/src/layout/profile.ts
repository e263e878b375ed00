/** Page profiles as data: everything a layout depends on besides the words. Source: screenwriting.md 2.1 to 2.3. */
import type { ElementType } from '../element.ts';

/** Widths in cells (10 to the inch), heights in lines (6 to the inch). */
export interface Profile {
  readonly name: string;
  readonly linesPerPage: number;
  /** Column width of each type, in cells. */
  readonly width: Readonly<Record<ElementType, number>>;
  /** Blank lines above each type; dropped at the top of a page. */
  readonly blankBefore: Readonly<Record<ElementType, number>>;
  /** Column widths inside one half of a dual dialogue, in cells. */
  readonly dualWidth: { readonly character: number; readonly parenthetical: number; readonly dialogue: number };
  /** Fewest lines of one paragraph on either side of a page edge. */
  readonly minSplit: number;
  /** Whether a transition stays with the lines before it. */
  readonly keepTransition: boolean;
  /** Whether (MORE) takes a line at the page's end. The repeated cue always takes one at the top. */
  readonly more: boolean;
  /** UAX #11 Ambiguous characters (quotes, dashes, ellipsis) take two cells. */
  readonly ambiguousWide: boolean;
}

const columns = (
  action: number,
  character: number,
  parenthetical: number,
  dialogue: number,
  transition: number,
): Record<ElementType, number> => ({
  heading: action,
  action,
  character,
  parenthetical,
  dialogue,
  lyrics: dialogue,
  transition,
  shot: action,
  general: action,
  centered: action,
  section: action,
  synopsis: action,
  note: action,
  pageBreak: action,
  actStart: action,
  actEnd: action,
});

const blanks = (heading: number, shot: number): Record<ElementType, number> => ({
  heading,
  action: 1,
  character: 1,
  parenthetical: 0,
  dialogue: 0,
  lyrics: 0,
  transition: 1,
  shot,
  general: 0,
  centered: 1,
  section: 0,
  synopsis: 0,
  note: 0,
  pageBreak: 0,
  actStart: 1,
  actEnd: 1,
});

/** Final Draft's US Letter template: 30 of 30 scene starts of the public FD10 file (section 0, result 1). */
export const finalDraftLetter: Profile = {
  name: 'final-draft-letter',
  linesPerPage: 54,
  width: columns(60, 37, 25, 35, 16),
  blankBefore: blanks(2, 2),
  dualWidth: { character: 25, parenthetical: 20, dialogue: 26 },
  minSplit: 2,
  keepTransition: true,
  more: true,
  ambiguousWide: false,
};

/** The same on A4: 58 lines, dialogue 37 cells (FD12 A4 file; not calibrated against more than one page). */
export const finalDraftA4: Profile = {
  ...finalDraftLetter,
  name: 'final-draft-a4',
  linesPerPage: 58,
  width: columns(60, 37, 20, 37, 15),
};

/** One blank line before headings, else Final Draft Letter. */
export const singleSpacedLetter: Profile = {
  ...finalDraftLetter,
  name: 'single-spaced-letter',
  blankBefore: blanks(1, 1),
};

/** afterwriting and Better Fountain, US Letter. */
export const afterwritingLetter: Profile = {
  ...finalDraftLetter,
  name: 'afterwriting-letter',
  linesPerPage: 55,
  width: columns(61, 33, 26, 36, 61),
  blankBefore: blanks(1, 1),
  dualWidth: { character: 24, parenthetical: 19, dialogue: 27 },
};

/** afterwriting with two blank lines before headings. */
export const afterwritingDouble: Profile = {
  ...afterwritingLetter,
  name: 'afterwriting-double',
  blankBefore: blanks(2, 1),
};

/** Trelby, US Letter: 57 lines. */
export const trelbyLetter: Profile = {
  ...finalDraftLetter,
  name: 'trelby-letter',
  linesPerPage: 57,
  width: columns(60, 38, 25, 35, 20),
  blankBefore: blanks(1, 1),
};

/**
 * Chinese domestic page: A4, 12 pt full-width characters at 36 to the line (72 cells of 6 pt), 40 lines, all flush left.
 * The numbers are a common Word page, not measured on a peer.
 */
export const chineseDomestic: Profile = {
  ...finalDraftLetter,
  name: 'chinese-domestic',
  linesPerPage: 40,
  width: columns(72, 72, 72, 72, 72),
  blankBefore: blanks(1, 1),
  dualWidth: { character: 34, parenthetical: 34, dialogue: 34 },
  ambiguousWide: true,
};
