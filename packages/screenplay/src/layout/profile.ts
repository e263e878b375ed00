/**
 * Page profiles as data: everything a layout depends on besides the words. Sources: the geometry table of Final Draft's
 * templates and of other programs, and the page counts that they compute for known scripts.
 */
import type { ElementType } from '../element.ts';

/** A sheet and where the words stand on it. Points, 72 to the inch; the origin is the upper left corner. */
export interface Paper {
  readonly name: 'letter' | 'a4';
  readonly width: number;
  readonly height: number;
  /** Where column 0 begins, and the top of the first line. */
  readonly left: number;
  readonly top: number;
  /** Size of one cell: its width, and the height of a line. */
  readonly cell: number;
  readonly line: number;
}

/** Widths in cells, heights in lines; see {@link Paper} for their size. */
export interface Profile {
  readonly name: string;
  readonly paper: Paper;
  readonly linesPerPage: number;
  /** Column width of each type, in cells. */
  readonly width: Readonly<Record<ElementType, number>>;
  /** Where the column of each type begins, in cells from the text's left edge. Transitions end at their column's right edge. */
  readonly indent: Readonly<Record<ElementType, number>>;
  /** Blank lines above each type; dropped at the top of a page. */
  readonly blankBefore: Readonly<Record<ElementType, number>>;
  /** Column widths inside one half of a dual dialogue, in cells. */
  readonly dualWidth: { readonly character: number; readonly parenthetical: number; readonly dialogue: number };
  /** Indents inside one half of a dual dialogue, and where the right half begins, in cells. */
  readonly dualIndent: {
    readonly character: number;
    readonly parenthetical: number;
    readonly dialogue: number;
    readonly right: number;
  };
  /** Fewest lines of one paragraph on either side of a page edge. */
  readonly minSplit: number;
  /** Whether a paragraph that goes over a page edge is parted at the end of a sentence, if one lies where it may be parted. */
  readonly splitAtSentences: boolean;
  /** Whether a transition stays with the lines before it. */
  readonly keepTransition: boolean;
  /** Whether (MORE) takes a line at the page's end. */
  readonly more: boolean;
  /** Whether the cue of a speech that goes on stands again at the top of the next page. */
  readonly repeatCue: boolean;
  /** Whether a scene that goes on says so: (CONTINUED) in the last two lines of a page, CONTINUED: in the first two of the next. */
  readonly continueds: boolean;
  /** Whether a speech is one paragraph: the cue, a colon, and the words behind it. */
  readonly runIn: boolean;
  /** Whether action is led by a triangle, two cells wide, where none is typed. */
  readonly deltas: boolean;
  /** UAX #11 Ambiguous characters (quotes, dashes, ellipsis) take two cells. */
  readonly ambiguousWide: boolean;
}

/** One value for each of the columns that differ; every other type stands in the action's. */
interface Columns {
  readonly action: number;
  readonly character: number;
  readonly parenthetical: number;
  readonly dialogue: number;
  readonly transition: number;
}

const columns = ({ action, character, parenthetical, dialogue, transition }: Columns): Record<ElementType, number> => ({
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

const letter: Paper = { name: 'letter', width: 612, height: 792, left: 108, top: 72, cell: 7.2, line: 12 };
const a4: Paper = { name: 'a4', width: 595, height: 842, left: 90, top: 75, cell: 7.2, line: 12 };

/** Final Draft's US Letter template: 30 of 30 scene starts of the public FD10 file. */
export const finalDraftLetter: Profile = {
  name: 'final-draft-letter',
  paper: letter,
  linesPerPage: 54,
  width: columns({ action: 60, character: 37, parenthetical: 25, dialogue: 35, transition: 16 }),
  indent: columns({ action: 0, character: 20, parenthetical: 15, dialogue: 10, transition: 40 }),
  blankBefore: blanks(2, 2),
  dualWidth: { character: 25, parenthetical: 20, dialogue: 26 },
  dualIndent: { character: 7, parenthetical: 4, dialogue: 2, right: 31 },
  minSplit: 2,
  splitAtSentences: false,
  keepTransition: true,
  more: true,
  repeatCue: true,
  continueds: false,
  runIn: false,
  deltas: false,
  ambiguousWide: false,
};

/** The same on A4: 58 lines, dialogue 37 cells (FD12 A4 file; not calibrated against more than one page). */
export const finalDraftA4: Profile = {
  ...finalDraftLetter,
  name: 'final-draft-a4',
  paper: a4,
  linesPerPage: 58,
  width: columns({ action: 60, character: 35, parenthetical: 20, dialogue: 37, transition: 15 }),
  indent: columns({ action: 0, character: 25, parenthetical: 20, dialogue: 13, transition: 40 }),
};

/** One blank line before headings, else Final Draft Letter. */
export const singleSpacedLetter: Profile = {
  ...finalDraftLetter,
  name: 'single-spaced-letter',
  blankBefore: blanks(1, 1),
};

/** afterwriting and Better Fountain, US Letter: 55 lines. */
export const afterwritingLetter: Profile = {
  ...finalDraftLetter,
  name: 'afterwriting-letter',
  paper: { ...letter, top: 66 },
  linesPerPage: 55,
  width: columns({ action: 61, character: 33, parenthetical: 26, dialogue: 36, transition: 61 }),
  indent: columns({ action: 0, character: 20, parenthetical: 15, dialogue: 10, transition: 0 }),
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
  paper: { ...letter, top: 54 },
  linesPerPage: 57,
  width: columns({ action: 60, character: 38, parenthetical: 25, dialogue: 35, transition: 20 }),
  indent: columns({ action: 0, character: 22, parenthetical: 16, dialogue: 10, transition: 45 }),
  blankBefore: blanks(1, 1),
};

/**
 * Chinese domestic page: A4, 12 pt full-width characters at 34 to the line (68 cells of 6 pt), 34 lines of 20 pt, all
 * flush left, each speech one paragraph behind its name. A common Word page; no program was found to measure against.
 */
export const chineseDomestic: Profile = {
  ...finalDraftLetter,
  name: 'chinese-domestic',
  paper: { name: 'a4', width: 595, height: 842, left: 108, top: 76, cell: 6, line: 20 },
  linesPerPage: 34,
  width: columns({ action: 68, character: 68, parenthetical: 68, dialogue: 68, transition: 68 }),
  indent: columns({ action: 0, character: 0, parenthetical: 0, dialogue: 0, transition: 0 }),
  blankBefore: { ...blanks(1, 0), action: 0, character: 0, transition: 0, centered: 0 },
  dualWidth: { character: 32, parenthetical: 32, dialogue: 32 },
  dualIndent: { character: 0, parenthetical: 0, dialogue: 0, right: 36 },
  more: false,
  repeatCue: false,
  runIn: true,
  deltas: true,
  ambiguousWide: true,
};

/** Hollywood's columns for a script in Chinese: A4, a character as wide as two letters. */
export const hollywoodChinese: Profile = {
  ...finalDraftA4,
  name: 'hollywood-chinese',
  width: columns({ action: 60, character: 34, parenthetical: 20, dialogue: 36, transition: 16 }),
  ambiguousWide: true,
};

/** The profiles that a person may choose, in the order of the list. */
export const profiles: readonly Profile[] = [
  finalDraftLetter,
  finalDraftA4,
  singleSpacedLetter,
  afterwritingLetter,
  trelbyLetter,
  chineseDomestic,
  hollywoodChinese,
];

/** The profile of a name; undefined for a name that this version does not know. */
export function profileOf(name: string): Profile | undefined {
  return profiles.find((profile) => profile.name === name);
}
