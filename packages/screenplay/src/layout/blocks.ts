/** The elements of one script as a page sees them: which come next on paper, in what column, in how many lines. */
import { cellWidth, type Element, isHidden, isSpoken, printedText } from '../element.ts';
import { measure } from './measure.ts';
import type { PageLock } from './pageLock.ts';
import type { Profile } from './profile.ts';

/**
 * A place in the script: an element's index and an offset in its printed text, UTF-16 units. `right` is there only
 * inside a dual dialogue that goes over a page edge: where its right half goes on; `index` is then the left half's.
 */
export interface Place {
  readonly index: number;
  readonly offset: number;
  readonly right?: Place;
}

/** The locks of a script by the id of the element in which the locked page begins, ascending by offset. */
export type LocksById = ReadonlyMap<string, readonly PageLock[]>;

const noLocks: readonly PageLock[] = [];
/** What stands between a name and the words in a run-in speech: a wide colon. */
const colonCells = 2;
const deltaCells = 2;

/**
 * Reads the elements of one script under one profile. `reach` is the highest index that any answer looked at: a page
 * whose reach lies before an edit cannot change by it.
 */
export class Blocks {
  reach = -1;
  readonly elements: readonly Element[];
  readonly profile: Profile;
  readonly #locks: LocksById | undefined;
  constructor(elements: readonly Element[], profile: Profile, locks?: LocksById) {
    this.elements = elements;
    this.profile = profile;
    this.#locks = locks?.size ? locks : undefined;
  }

  at(index: number): Element | undefined {
    if (index > this.reach) this.reach = index;
    return this.elements[index];
  }

  /** The locked pages that begin in an element. */
  locksIn(element: Element): readonly PageLock[] {
    return this.#locks?.get(element.id) ?? noLocks;
  }

  /** Whether any page is locked at all. */
  get hasLocks(): boolean {
    return this.#locks !== undefined;
  }

  /** Offsets of the lines of the element at `index` from `offset` on; none for what is not printed. Never mutate it. */
  rows(index: number, offset = 0): readonly number[] {
    const element = this.at(index)!;
    if (isHidden(element) || element.type === 'pageBreak') return nothing;
    const { profile } = this;
    if (!profile.runIn) return rowsFrom(element, profile.width[element.type], profile.ambiguousWide, 0, offset);
    if (this.#isLead(index)) return nothing;
    const indent = this.lead(index) % profile.width[element.type];
    return rowsFrom(element, profile.width[element.type], profile.ambiguousWide, indent, offset);
  }

  /** Lines of the element at `index` from `offset` on. */
  height(index: number, offset = 0): number {
    return this.rows(index, offset).length;
  }

  blankBefore(element: Element): number {
    return this.profile.blankBefore[element.type];
  }

  /** The index that follows on paper: behind an omitted heading comes the next heading, its scene is not printed. */
  after(index: number): number {
    const element = this.at(index);
    if (element?.type !== 'heading' || !element.attrs.omitted) return index + 1;
    let next = index + 1;
    for (let e = this.at(next); e !== undefined && e.type !== 'heading'; ) e = this.at(++next);
    return next;
  }

  /** Index of the first printed element, or page break, at or after `index`. */
  nextPrinted(index: number): number {
    let e = this.at(index);
    while (e !== undefined && isHidden(e)) e = this.at(++index);
    return index;
  }

  /** The index after the speech that begins at `index`: a cue and all that is spoken under it. */
  speechEnd(index: number): number {
    if (this.at(index)?.type === 'character') index++;
    let e = this.at(index);
    while (e !== undefined && (isSpoken(e) || e.type === 'note')) e = this.at(++index);
    return index;
  }

  /** Whether the words of a run-in speech stand behind this element on its line: a cue, or a parenthetical before words. */
  #isLead(index: number): boolean {
    const { type } = this.elements[index]!;
    if (type !== 'character' && type !== 'parenthetical') return false;
    const next = this.at(this.#nextSaid(index));
    return next !== undefined && isSpoken(next);
  }

  /** Cells that stand before an element on its first line. */
  lead(index: number): number {
    if (!this.profile.runIn) return 0;
    const element = this.elements[index]!;
    if (element.type === 'action') return this.profile.deltas && !/^[△▲Δ【]/.test(element.text) ? deltaCells : 0;
    if (!isSpoken(element)) return 0;
    let cells = 0;
    for (let i = index - 1; i >= 0; i--) {
      const e = this.elements[i]!;
      if (e.type === 'note') continue;
      if (e.type !== 'character' && e.type !== 'parenthetical') break;
      cells += cellsOf(printedText(e), this.profile.ambiguousWide);
      if (e.type === 'character') return cells + colonCells;
    }
    return cells;
  }

  #nextSaid(index: number): number {
    let next = index + 1;
    while (this.at(next)?.type === 'note') next++;
    return next;
  }
}

const nothing: readonly number[] = Object.freeze([]);

/** Offsets of an element's lines from an offset on. A paragraph that was parted inside a line is broken anew from there. */
export function rowsFrom(
  element: Element,
  width: number,
  ambiguousWide: boolean,
  indent: number,
  offset: number,
): readonly number[] {
  const starts = measure(element, width, ambiguousWide, indent);
  if (offset === 0) return starts;
  const from = starts.indexOf(offset);
  if (from >= 0) return starts.slice(from);
  return restOf(element, width, ambiguousWide, offset);
}

interface Rest {
  readonly width: number;
  readonly offset: number;
  readonly starts: readonly number[];
}
const rests = new WeakMap<Element, Rest>();

function restOf(element: Element, width: number, ambiguousWide: boolean, offset: number): readonly number[] {
  const known = rests.get(element);
  if (known?.width === width && known.offset === offset) return known.starts;
  const text = printedText(element).slice(offset);
  const rest = measure({ ...element, text, marks: [] }, width, ambiguousWide).map((start) => start + offset);
  rests.set(element, { width, offset, starts: rest });
  return rest;
}

function cellsOf(text: string, ambiguousWide: boolean): number {
  let cells = 0;
  for (const character of text) cells += cellWidth(character.codePointAt(0)!, ambiguousWide);
  return cells;
}
