/** What recognising gives: elements with how sure each is and why, and everything that was left out. Rules: SPEC.md RG. */
import type { Element, Mark } from '../element.ts';
import type { NewId } from '../fountain/readFountain.ts';
import type { TitleEntry } from '../fountain/titlePage.ts';

/**
 * One line (or paragraph) with what is known of its looks; every hint may be absent. `text` has no line ending; a `\n` in it
 * is a break inside a paragraph. `indent` is the distance from the left edge of the text, in tenths of an inch or cells,
 * without the spaces that `text` begins with. `blankAbove` adds to the empty lines that stand before it in the list.
 */
export interface ScriptLine {
  readonly text: string;
  readonly marks?: readonly Mark[];
  /** Name of the paragraph style, as the program shows it. */
  readonly style?: string;
  readonly indent?: number;
  readonly align?: 'left' | 'center' | 'right';
  readonly isBold?: boolean;
  readonly isCaps?: boolean;
  readonly blankAbove?: number;
  /** A number that the layout draws before the words (automatic lists), as drawn. */
  readonly number?: string;
  readonly startsNewPage?: boolean;
}

/** `sure`: the pattern allows nothing else; `likely`: usual; `guess`: a person should look. */
export type Confidence = 'sure' | 'likely' | 'guess';

/** Why a line was taken for what it is. */
export type RecogniseReason =
  | 'style'
  | 'column'
  | 'fountain'
  | 'forcedMark'
  | 'headingPattern'
  | 'sceneNumber'
  | 'cueCapitals'
  | 'cueName'
  | 'runInSpeech'
  | 'brackets'
  | 'afterCue'
  | 'transitionWords'
  | 'shotWords'
  | 'actionMark'
  | 'caption'
  | 'flashback'
  | 'peopleLine'
  | 'episode'
  | 'act'
  | 'alignment'
  | 'pageBreak'
  | 'noPattern'
  | 'person';

/** Lines `[from, to)` of the input, counted from 0. */
export type LineRange = readonly [from: number, to: number];

/** One element; several may come from one line (`张三：（低声）…`). */
export interface Recognised {
  readonly element: Element;
  readonly confidence: Confidence;
  readonly reason: RecogniseReason;
  readonly lines: LineRange;
}

/** Why words were left out of the elements. */
export type DropReason =
  | 'pageNumber'
  | 'pageHeader'
  | 'more'
  | 'continued'
  | 'continuedCue'
  | 'revisionMark'
  | 'listNumber'
  | 'person';

/** Page furniture: words that were printed around the script. */
export interface Dropped {
  readonly text: string;
  readonly reason: DropReason;
  readonly lines: LineRange;
}

/** One entry of the title page; `label` are words that said what it is (`编剧：`), empty for none. */
export interface RecognisedTitle extends TitleEntry {
  readonly label: string;
  readonly lines: LineRange;
}

/**
 * The whole reading, in order of the lines. Every character that is not white space stands in an element's text, a scene
 * number, a title entry or its label, or in `dropped`; the only others are marks of the format: `：` after a cue, `△`,
 * points after a number, brackets around a title, marks of Fountain.
 */
export interface Recognition {
  readonly recognised: readonly Recognised[];
  readonly dropped: readonly Dropped[];
  readonly title: readonly RecognisedTitle[];
}

/**
 * `unit`: whether a line is a whole paragraph (Word, web) or may be a piece of one (plain text; the default). `language`
 * decides where the patterns do not: without it, by the words.
 */
export interface RecogniseOptions {
  readonly newId: NewId;
  readonly language?: 'zh' | 'en';
  readonly unit?: 'line' | 'paragraph';
}
