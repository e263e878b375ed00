/** The flat element model of a script and the width of its characters in cells. Source: DESIGN.md sections 1 and 3. */

/** Every kind of block. `note` with `attrs.boneyard` is text cut out of the script but kept (Fountain boneyard). */
export type ElementType =
  | 'heading'
  | 'action'
  | 'character'
  | 'parenthetical'
  | 'dialogue'
  | 'lyrics'
  | 'transition'
  | 'shot'
  | 'general'
  | 'centered'
  | 'section'
  | 'synopsis'
  | 'note'
  | 'pageBreak'
  | 'actStart'
  | 'actEnd';

/** Every inline format. */
export const markTypes = [
  ...(['bold', 'italic', 'underline', 'strike', 'highlight', 'note', 'boneyard', 'revision', 'tag'] as const),
] as const;
export type MarkType = (typeof markTypes)[number];

/**
 * One inline format over `text.slice(from, to)`; UTF-16 offsets, `from < to`. Marks of different types may nest and
 * overlap. `value` is there for two types alone: the whole number of the revision set in which the words were written
 * (`revision`), the id of the tagged thing (`tag`).
 */
export interface Mark {
  readonly type: MarkType;
  readonly value?: string;
  readonly from: number;
  readonly to: number;
}

/** Facts about an element that are not words. Absent means "no" or "derived". */
export interface Attrs {
  /** A scene number that a person fixed; unlocked numbers are derived (`numberScenes`). */
  readonly number?: string;
  /** Depth of a section, 1 to 6. */
  readonly level?: number;
  /** On a cue only: the side of a dual dialogue. A `right` cue pairs with the speech directly before it. */
  readonly dual?: 'left' | 'right';
  readonly startsNewPage?: boolean;
  /** An omitted scene heading: printed, its body is not. */
  readonly omitted?: boolean;
  readonly boneyard?: boolean;
}

/**
 * One block. Shape: never mutated; an edit makes a new object, so identity is a cache key. `text` is what was typed,
 * without Fountain marks, in one or more lines parted by `\n`; parentheticals keep their brackets, cues their extension.
 * Text under a `note` or `boneyard` mark is not printed.
 */
export interface Element {
  readonly id: string;
  readonly type: ElementType;
  readonly text: string;
  readonly marks?: readonly Mark[];
  readonly attrs: Attrs;
}

/** Attributes of an element that has none; shared so that plain elements cost nothing. */
export const noAttrs: Attrs = Object.freeze({});

const spoken = new Set<ElementType>(['parenthetical', 'dialogue', 'lyrics']);
const silent = new Set<ElementType>(['section', 'synopsis', 'note']);

/** Whether the element belongs to a speech after its cue. */
export function isSpoken(element: Element): boolean {
  return spoken.has(element.type);
}

/** Whether the element never reaches paper: outline elements and notes. Page breaks are not hidden: they act. */
export function isHidden(element: Element): boolean {
  return silent.has(element.type);
}

/**
 * Whether two elements say the same under the same id: type, words, formats and attributes. Marks compare by what they
 * cover, so that one stretch cut in two (as a store may do) is the same as the whole; an absent attribute is `false`.
 */
export function isSameElement(a: Element, b: Element): boolean {
  if (a === b) return true;
  return a.id === b.id && a.type === b.type && a.text === b.text && isSameMarks(a, b) && isSameAttrs(a.attrs, b.attrs);
}

function isSameAttrs(a: Attrs, b: Attrs): boolean {
  return attrNames.every((name) => (a[name] || undefined) === (b[name] || undefined));
}

const attrNames = [
  'number',
  'level',
  'dual',
  'startsNewPage',
  'omitted',
  'boneyard',
] as const satisfies (keyof Attrs)[];

function isSameMarks(a: Element, b: Element): boolean {
  if (a.marks === b.marks || (!a.marks?.length && !b.marks?.length)) return true;
  const left = joinMarks(a.marks);
  const right = joinMarks(b.marks);
  return left.length === right.length && left.every((m, i) => isSameMark(m, right[i]!));
}

const isSameMark = (a: Mark, b: Mark) => isSameFormat(a, b) && a.from === b.from && a.to === b.to;
const isSameFormat = (a: Mark, b: Mark) => a.type === b.type && a.value === b.value;

/** Marks by type and place, with those of one type that touch or overlap made one. */
function joinMarks(marks: readonly Mark[] = []): Mark[] {
  const sorted = [...marks].sort((a, b) => (a.type === b.type ? a.from - b.from : a.type < b.type ? -1 : 1));
  const joined: Mark[] = [];
  for (const mark of sorted) {
    const last = joined.at(-1);
    if (last === undefined || !isSameFormat(last, mark) || last.to < mark.from) joined.push(mark);
    else joined[joined.length - 1] = { ...last, to: Math.max(last.to, mark.to) };
  }
  return joined;
}

/** Whether words under the mark stay off the paper. */
export function isHiddenMark(mark: Mark): boolean {
  return mark.type === 'note' || mark.type === 'boneyard';
}

/** The words that reach paper: `text` without notes and boneyards. The same string when there are none. */
export function printedText(element: Element): string {
  const { marks, text } = element;
  if (marks === undefined) return text;
  const hidden = marks.filter(isHiddenMark).sort((a, b) => a.from - b.from);
  if (hidden.length === 0) return text;
  let out = '';
  let at = 0;
  for (const m of hidden) {
    if (m.from > at) out += text.slice(at, m.from);
    at = Math.max(at, m.to);
  }
  return (out + text.slice(at)).replace(/[ \t]+$/gm, '');
}

/** The speaker's name of a cue: without extensions `(V.O.)` / `（画外音）`, notes and spaces. Cues compare by this. */
export function speakerOf(cue: Element): string {
  return printedText(cue)
    .replace(/[(（][^)）]*[)）]?/g, '')
    .trim();
}

/** First and last code points of the ranges that UAX #11 calls Wide or Fullwidth, coarse, ascending. */
const wide = [
  0x1100, 0x115f, 0x2e80, 0x303e, 0x3041, 0x33ff, 0x3400, 0x4dbf, 0x4e00, 0x9fff, 0xa000, 0xa4cf, 0xa960, 0xa97f,
  0xac00, 0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6f, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x1f300, 0x1f64f,
  0x1f680, 0x1f6ff, 0x1f900, 0x1f9ff, 0x20000, 0x3fffd,
];

/** Characters that UAX #11 calls Ambiguous and that Chinese and Japanese fonts draw two cells wide. */
const ambiguous = new Set([...'“”‘’…—·×÷°§△○●◎★☆■□◆◇※→←↑↓'].map((c) => c.codePointAt(0)));

/**
 * Cells that one code point takes: 0 for combining marks and joiners, 2 for wide ones, else 1.
 * `ambiguousWide` is the profile's answer for UAX #11 Ambiguous (true for Chinese and Japanese pages).
 */
export function cellWidth(codePoint: number, ambiguousWide = false): 0 | 1 | 2 {
  if (codePoint < 0x300) return ambiguousWide && codePoint > 0xa0 && ambiguous.has(codePoint) ? 2 : 1;
  if (codePoint < 0x370 || (codePoint >= 0x200b && codePoint <= 0x200f) || (codePoint >= 0xfe00 && codePoint <= 0xfe0f))
    return 0;
  if (ambiguousWide && ambiguous.has(codePoint)) return 2;
  if (codePoint < 0x1100) return 1;
  for (let i = 0; i < wide.length; i += 2) {
    if (codePoint < wide[i]!) return 1;
    if (codePoint <= wide[i + 1]!) return 2;
  }
  return 1;
}
