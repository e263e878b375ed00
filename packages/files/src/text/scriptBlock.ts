/** A script laid out as paragraphs of runs: what text, HTML and Word are written from. Rules: SPEC.md TX. */
import {
  type Attrs,
  type Element,
  type ElementType,
  isHidden,
  isSpoken,
  type Mark,
  type MarkType,
} from '@tramline/screenplay';

/**
 * What a run is. The first are words of an element of that kind; the others are put there by the layout: `number` a fixed
 * scene number, `derivedNumber` one that is counted, `mark` a colon, a triangle or a label, `continued` a `(CONT'D)`.
 */
export type RunRole = 'words' | 'cue' | 'parenthetical' | 'dialogue' | 'lyrics' | LaidRole;
export type LaidRole = 'number' | 'derivedNumber' | 'mark' | 'continued';

/** Words of one role and one set of formats; breaks in them are `\n`. */
export interface ScriptRun {
  readonly text: string;
  readonly role: RunRole;
  readonly marks: readonly MarkType[];
}

/**
 * One paragraph. `speech` holds a whole run-in speech; every other type is that of its one element. `blankAbove` counts
 * empty lines. `attrs` are the element's (a speech's cue's).
 */
export interface ScriptParagraph {
  readonly type: ElementType | 'speech';
  readonly runs: readonly ScriptRun[];
  readonly blankAbove: number;
  readonly attrs: Attrs;
}

/** A paragraph, or the two halves of a dual dialogue. */
export type ScriptBlock =
  | { readonly kind: 'paragraph'; readonly paragraph: ScriptParagraph }
  | { readonly kind: 'dual'; readonly left: readonly ScriptParagraph[]; readonly right: readonly ScriptParagraph[] };

/** `withHidden`: sections, synopses, notes and boneyards are laid out too, for programs that can hide them. */
export interface BlockOptions {
  readonly withHidden?: boolean;
  /** Which headings show a number: those with a fixed one, all, none. */
  readonly numbers?: 'fixed' | 'all' | 'none';
}

/** Lays out one run of elements that belong together: one element, or a speech. */
export type LayOut = (elements: readonly Element[], from: number, to: number) => ScriptParagraph[];

/** The blocks of a script: speeches stay together, a dual dialogue is one block; hidden elements only where asked for. */
export function readBlocks(elements: readonly Element[], layOut: LayOut, options: BlockOptions): ScriptBlock[] {
  const shown = options.withHidden ? elements : elements.filter((e) => !isHidden(e) || isEpisode(e));
  const blocks: ScriptBlock[] = [];
  for (let at = 0; at < shown.length; ) {
    const middle = speechEnd(shown, at);
    const isPair = shown[at]!.attrs.dual === 'left' && shown[middle]?.attrs.dual === 'right';
    const end = isPair ? speechEnd(shown, middle) : middle;
    if (isPair) blocks.push({ kind: 'dual', left: layOut(shown, at, middle), right: layOut(shown, middle, end) });
    else for (const paragraph of layOut(shown, at, middle)) blocks.push({ kind: 'paragraph', paragraph });
    at = end;
  }
  return blocks;
}

/** The heading of an episode is printed, although it is a section. */
export function isEpisode(element: Element): boolean {
  return (
    element.type === 'section' && /^\s*第\s*[0-9０-９〇零一二三四五六七八九十百两]+\s*[集回季部幕章]/.test(element.text)
  );
}

function speechEnd(elements: readonly Element[], at: number): number {
  if (elements[at]!.type !== 'character') return at + 1;
  let end = at + 1;
  while (elements[end] !== undefined && isSpoken(elements[end]!)) end++;
  return end;
}

const hiding: readonly MarkType[] = ['note', 'boneyard'];

/** The runs of an element's words. Words under a note or boneyard mark only where hidden ones are laid out. */
export function runsOf(element: Element, role: RunRole, options: BlockOptions): ScriptRun[] {
  const { text } = element;
  const marks = (element.marks ?? []).map((m) => ({
    ...m,
    from: wholeCharacter(text, m.from),
    to: wholeCharacter(text, m.to),
  }));
  if (marks.length === 0) return text === '' ? [] : [{ text, role, marks: [] }];
  const edges = [...new Set([0, text.length, ...marks.flatMap((m) => [m.from, m.to])])].sort((a, b) => a - b);
  const runs: ScriptRun[] = [];
  let open: Mark[] = [];
  const starts = [...marks].sort((a, b) => a.from - b.from);
  let next = 0;
  edges.slice(0, -1).forEach((from, i) => {
    while (next < starts.length && starts[next]!.from <= from) open.push(starts[next++]!);
    open = open.filter((m) => m.to > from);
    const types = [...new Set(open.map((m) => m.type))].filter((type) => type !== 'revision' && type !== 'tag').sort();
    if (!options.withHidden && types.some((type) => hiding.includes(type))) return;
    runs.push({ text: text.slice(from, edges[i + 1]), role, marks: types });
  });
  return runs.filter((run) => run.text !== '');
}

/** An offset that parts no surrogate pair: the one after it. */
function wholeCharacter(text: string, at: number): number {
  const isInside = at > 0 && at < text.length && (text.codePointAt(at - 1) ?? 0) > 0xffff;
  return isInside ? at + 1 : Math.min(at, text.length);
}

/** The words of a paragraph without formats. */
export function textOf(paragraph: ScriptParagraph): string {
  return paragraph.runs.map((run) => run.text).join('');
}
