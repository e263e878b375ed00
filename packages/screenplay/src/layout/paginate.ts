/** The page table of a script: where each page begins. Everything else on paper (MORE, CONT'D, numbers) follows from it. */
import { type Element, isHidden, isSpoken } from '../element.ts';
import { Blocks, type LocksById, type Place } from './blocks.ts';
import { dualAt, dualRows, fitDual } from './dual.ts';
import { fitBlock, lockAt, type Piece, rowsBefore } from './fitBlock.ts';
import type { PageLock } from './pageLock.ts';
import type { Profile } from './profile.ts';

/**
 * One page. Shape: `index` and `id` of its first element (`id` undefined on the page of an empty script); `line` lines
 * and `offset` UTF-16 units of that element's printed text stand on the page before. `speech` means that the page
 * opens with the repeated cue `cue` and (CONT'D), and the page before ends with (MORE); `dual` the same for the halves of
 * a dual dialogue, whose right one goes on at `right`. `scene` is the heading of the scene that the page goes on with,
 * where the profile prints CONTINUED. `lock` is the label of a locked page that begins here. `lead` is how many cells
 * stand before the first element on its line, in a run-in speech. `lines` is how many lines are used; `reach` the highest
 * element index that decided this page and where it ends.
 */
export interface Page {
  readonly index: number;
  readonly id: string | undefined;
  readonly line: number;
  readonly offset: number;
  readonly continuation: 'none' | 'paragraph' | 'speech' | 'dual';
  readonly cue: string | undefined;
  readonly right: Place | undefined;
  readonly scene: string | undefined;
  readonly lock: string | undefined;
  readonly lead: number;
  readonly lines: number;
  readonly reach: number;
}

export interface PageTable {
  readonly pages: readonly Page[];
  readonly profile: Profile;
  readonly locks: readonly PageLock[];
  readonly elementCount: number;
}

/** No page is locked. */
export const noLocks: readonly PageLock[] = Object.freeze([]);

/**
 * Paginates a whole script. Always at least one page. Deterministic: only the elements, the profile and the locked pages
 * count. A lock whose element is gone, or not printed, begins no page.
 */
export function paginate(
  elements: readonly Element[],
  profile: Profile,
  locks: readonly PageLock[] = noLocks,
): PageTable {
  const pages: Page[] = [];
  fillPages(new Blocks(elements, profile, locksById(locks)), { index: 0, offset: 0 }, (page) => {
    pages.push(page);
    return true;
  });
  return { pages, profile, locks, elementCount: elements.length };
}

/** Locks by the element that they stand in. */
export function locksById(locks: readonly PageLock[]): LocksById {
  return Map.groupBy(locks, ({ id }) => id);
}

/**
 * Fills pages from `start` and hands each to `accept`, which gets the start of the page after it, or undefined at the
 * end, and may stop the work by answering false.
 */
export function fillPages(
  blocks: Blocks,
  start: Place,
  accept: (page: Page, next: Place | undefined) => boolean,
): void {
  let at: Place | undefined = start;
  while (at !== undefined) {
    blocks.reach = -1;
    const opening = openPage(blocks, at);
    const { lines, next } = fillPage(blocks, at, opening);
    if (!accept({ ...opening, lines, reach: blocks.reach }, next)) return;
    at = next;
  }
}

interface Filled {
  readonly lines: number;
  readonly next: Place | undefined;
}
type Opening = Omit<Page, 'lines' | 'reach'>;

/** Lines of CONTINUED: with the blank line under it, and of (CONTINUED) with the one above it. */
const continuedLines = 2;

/** Fills one page; a scene that goes on behind it leaves the room that (CONTINUED) takes. */
function fillPage(blocks: Blocks, start: Place, opening: Opening): Filled {
  const { linesPerPage, continueds } = blocks.profile;
  const top = (opening.scene === undefined ? 0 : continuedLines) + (opening.cue === undefined ? 0 : 1);
  const whole = fillTo(blocks, start, top, linesPerPage);
  if (!continueds || whole.next === undefined || continuedScene(blocks, whole.next) === undefined) return whole;
  const shorter = fillTo(blocks, start, top, linesPerPage - continuedLines);
  return { lines: shorter.lines, next: shorter.next ?? whole.next };
}

function fillTo(blocks: Blocks, start: Place, top: number, most: number): Filled {
  let at = start;
  let used = top;
  let isEmpty = true;
  for (let element = blocks.at(at.index); element !== undefined; element = blocks.at(at.index)) {
    const isBreak = element.type === 'pageBreak';
    if (!isEmpty && (isBreak || element.attrs.startsNewPage)) return ends(blocks, used, at.index + (isBreak ? 1 : 0));
    if (isBreak || isHidden(element)) {
      at = { index: at.index + 1, offset: 0 };
      continue;
    }
    if (!isEmpty && lockAt(blocks, element, at.offset)) return { lines: used, next: at };
    const blank = isEmpty ? 0 : blocks.blankBefore(element);
    const piece = placeBlock(blocks, at, most - used - blank, isEmpty);
    if (piece === undefined) return { lines: used, next: at };
    used += blank + piece.lines;
    at = piece.rest;
    if (!piece.complete) return { lines: used, next: at };
    if (piece.lines > 0) isEmpty = false;
  }
  return { lines: used, next: undefined };
}

/** What of the block at `at` goes into `room`; undefined when it goes to the next page. An empty page takes anything. */
function placeBlock(blocks: Blocks, at: Place, room: number, isEmpty: boolean): Piece | undefined {
  const dual = dualAt(blocks, at);
  const piece = dual ? fitDual(blocks, at, dual, room) : fitBlock(blocks, at, room);
  if (piece.lines > 0 || piece.complete) return piece;
  return isEmpty ? force(blocks, at, room) : undefined;
}

/** After a page break: nothing printed left means no further page. */
function ends(blocks: Blocks, lines: number, index: number): Filled {
  let i = index;
  let e = blocks.at(i);
  while (e !== undefined && (isHidden(e) || e.type === 'pageBreak')) e = blocks.at(++i);
  return { lines, next: e === undefined ? undefined : { index: i, offset: 0 } };
}

/** A block that fits no empty page by the rules goes on anyway, cut at the page's end, so that every page advances. */
function force(blocks: Blocks, at: Place, room: number): Piece {
  const rows = blocks.rows(at.index, at.offset);
  const height = Math.max(1, rows.length);
  const lines = Math.max(1, Math.min(height, room));
  if (lines === height) return { lines, rest: { index: blocks.after(at.index), offset: 0 }, complete: true };
  return { lines, rest: { index: at.index, offset: rows[lines]! }, complete: false };
}

/** What a page that begins at a place opens with. */
export function openPage(blocks: Blocks, at: Place): Opening {
  const { index, offset, right } = at;
  const element = blocks.at(index);
  if (element === undefined && right === undefined)
    return {
      index: 0,
      id: undefined,
      line: 0,
      offset: 0,
      continuation: 'none',
      cue: undefined,
      right: undefined,
      scene: undefined,
      lock: undefined,
      lead: 0,
    };
  const rows = right && element ? dualRows(blocks, index) : offset > 0 ? blocks.rows(index) : [];
  const line = rowsBefore(rows, offset);
  const cue = blocks.profile.repeatCue ? (right ? dualCue(blocks, at) : openingCue(blocks.elements, index)) : undefined;
  const continuation = right ? 'dual' : cue !== undefined ? 'speech' : offset > 0 ? 'paragraph' : 'none';
  const scene = blocks.profile.continueds ? continuedScene(blocks, at)?.id : undefined;
  const lock = element && blocks.hasLocks ? blocks.locksIn(element).find((l) => l.offset === offset)?.label : undefined;
  const lead = element ? blocks.lead(index) : 0;
  return { index, id: element?.id, line, offset, continuation, cue: cue?.id, right, scene, lock, lead };
}

/** The cue that a page opening at `index` repeats: that of the speech it goes on with; undefined where none does. */
export function openingCue(elements: readonly Element[], index: number): Element | undefined {
  let i = index;
  if (elements[i] === undefined || !isSpoken(elements[i]!)) return undefined;
  while (i >= 0 && (isSpoken(elements[i]!) || elements[i]!.type === 'note')) i--;
  return elements[i]?.type === 'character' ? elements[i] : undefined;
}

/** The cue of the half that goes on: the left one's, or the right one's when the left one is through. */
function dualCue(blocks: Blocks, { index, right }: Place): Element | undefined {
  return openingCue(blocks.elements, index) ?? openingCue(blocks.elements, right!.index);
}

/** The heading of the scene that goes on at a place; undefined before the first scene and where a new one begins. */
function continuedScene(blocks: Blocks, { index, offset }: Place): Element | undefined {
  const { elements } = blocks;
  const first = elements[index];
  if (first === undefined || (offset === 0 && (first.type === 'heading' || first.type === 'actStart')))
    return undefined;
  for (let i = index; i >= 0; i--) {
    if (elements[i]!.type === 'actStart' || elements[i]!.type === 'actEnd') return undefined;
    if (elements[i]!.type === 'heading') return elements[i];
  }
  return undefined;
}
