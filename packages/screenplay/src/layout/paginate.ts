/** The page table of a script: where each page begins. Everything else on paper (MORE, CONT'D, numbers) follows from it. */
import { type Element, isHidden, isSpoken } from '../element.ts';
import { Blocks, type Piece, type Place } from './blocks.ts';
import { measure } from './measure.ts';
import type { Profile } from './profile.ts';

/**
 * One page. Shape: `index` and `id` of its first element (`id` undefined on the page of an empty script), `line` lines
 * and `offset` UTF-16 units of that element's printed text stand on the page before. `speech` means that the page
 * opens with the repeated cue `cue` and (CONT'D), and the page before ends with (MORE). `lines` is how many lines are
 * used; `reach` the highest element index that decided this page and where it ends.
 */
export interface Page {
  readonly index: number;
  readonly id: string | undefined;
  readonly line: number;
  readonly offset: number;
  readonly continuation: 'none' | 'paragraph' | 'speech';
  readonly cue: string | undefined;
  readonly lines: number;
  readonly reach: number;
}

export interface PageTable {
  readonly pages: readonly Page[];
  readonly profile: Profile;
  readonly elementCount: number;
}

/** Paginates a whole script. Always at least one page. Deterministic: only the elements and the profile count. */
export function paginate(elements: readonly Element[], profile: Profile): PageTable {
  const pages: Page[] = [];
  fillPages(new Blocks(elements, profile), { index: 0, line: 0 }, (page) => {
    pages.push(page);
    return true;
  });
  return { pages, profile, elementCount: elements.length };
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
    const opening = describe(blocks, at);
    const { lines, next } = fillPage(blocks, at, opening.cue === undefined ? 0 : 1);
    if (!accept({ ...opening, lines, reach: blocks.reach }, next)) return;
    at = next;
  }
}

interface Filled {
  readonly lines: number;
  readonly next: Place | undefined;
}

function fillPage(blocks: Blocks, start: Place, top: number): Filled {
  let at = start;
  let used = top;
  let isEmpty = true;
  for (let element = blocks.at(at.index); element !== undefined; element = blocks.at(at.index)) {
    const isBreak = element.type === 'pageBreak';
    if (!isEmpty && (isBreak || element.attrs.startsNewPage)) return ends(blocks, used, at.index + (isBreak ? 1 : 0));
    if (isBreak || isHidden(element)) {
      at = { index: at.index + 1, line: 0 };
      continue;
    }
    const blank = isEmpty ? 0 : blocks.blankBefore(element);
    const piece = placeBlock(blocks, at, blocks.profile.linesPerPage - used - blank, isEmpty);
    if (piece === undefined) return { lines: used, next: at };
    used += blank + piece.lines;
    at = piece.rest;
    if (!piece.complete) return { lines: used, next: at };
    isEmpty = false;
  }
  return { lines: used, next: undefined };
}

/** What of the block at `at` goes into `room`; undefined when it goes to the next page. An empty page takes anything. */
function placeBlock(blocks: Blocks, at: Place, room: number, isEmpty: boolean): Piece | undefined {
  const dual = at.line === 0 ? blocks.dual(at.index) : undefined;
  if (dual && dual.lines <= blocks.profile.linesPerPage) {
    return dual.lines > room ? undefined : { lines: dual.lines, rest: { index: dual.end, line: 0 }, complete: true };
  }
  const piece = blocks.fit(at, room);
  if (piece.lines > 0) return piece;
  return isEmpty ? force(blocks, at, room) : undefined;
}

/** After a page break: nothing printed left means no further page. */
function ends(blocks: Blocks, lines: number, index: number): Filled {
  let i = index;
  let e = blocks.at(i);
  while (e !== undefined && (isHidden(e) || e.type === 'pageBreak')) e = blocks.at(++i);
  return { lines, next: e === undefined ? undefined : { index: i, line: 0 } };
}

/** A block that fits no empty page by the rules goes on anyway, cut at the page's end, so that every page advances. */
function force(blocks: Blocks, at: Place, room: number): Piece {
  const height = Math.max(1, blocks.height(blocks.at(at.index)!) - at.line);
  const lines = Math.max(1, Math.min(height, room));
  if (lines === height) return { lines, rest: { index: at.index + 1, line: 0 }, complete: true };
  return { lines, rest: { index: at.index, line: at.line + lines }, complete: false };
}

function describe(blocks: Blocks, at: Place): Omit<Page, 'lines' | 'reach'> {
  const e = blocks.at(at.index);
  const { profile } = blocks;
  if (e === undefined) return { index: 0, id: undefined, line: 0, offset: 0, continuation: 'none', cue: undefined };
  const offset = at.line === 0 ? 0 : (measure(e, profile.width[e.type], profile.ambiguousWide)[at.line] ?? 0);
  const cue = openingCue(blocks.elements, at.index);
  const continuation = cue !== undefined ? 'speech' : at.line > 0 ? 'paragraph' : 'none';
  return { index: at.index, id: e.id, line: at.line, offset, continuation, cue: cue?.id };
}

/** The cue that a page opening at `index` repeats: that of the speech it goes on with; undefined where none does. */
export function openingCue(elements: readonly Element[], index: number): Element | undefined {
  let i = index;
  if (!isSpoken(elements[i]!)) return undefined;
  while (i >= 0 && (isSpoken(elements[i]!) || elements[i]!.type === 'note')) i--;
  return elements[i]?.type === 'character' ? elements[i] : undefined;
}
