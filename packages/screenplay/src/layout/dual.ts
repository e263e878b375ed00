/** Dual dialogue on a page: two speeches side by side, as high as the taller one, parted only when no page holds it. */
import { type Element, type ElementType, isHidden } from '../element.ts';
import { Blocks, type Place, rowsFrom } from './blocks.ts';
import type { Piece } from './fitBlock.ts';
import type { Profile } from './profile.ts';

/** Two speeches side by side: the left one is `[from, middle)`, the right one `[middle, end)`. */
export interface Dual {
  readonly from: number;
  readonly middle: number;
  readonly end: number;
}

/** The dual dialogue that begins, or goes on, at a place; undefined where there is none. */
export function dualAt(blocks: Blocks, { index, offset, right }: Place): Dual | undefined {
  if (right) {
    const middle = blocks.at(index)?.attrs.dual === 'right' ? index : blocks.speechEnd(index);
    return { from: index, middle, end: blocks.speechEnd(right.index) };
  }
  const left = blocks.at(index);
  if (offset > 0 || left?.type !== 'character' || left.attrs.dual !== 'left') return undefined;
  const middle = blocks.speechEnd(index);
  const second = blocks.at(middle);
  if (second?.type !== 'character' || second.attrs.dual !== 'right') return undefined;
  return { from: index, middle, end: blocks.speechEnd(middle) };
}

/** The column of an element inside one half of a dual dialogue, in cells. */
export function dualColumn(type: ElementType, { dualWidth }: Profile): number {
  if (type === 'character') return dualWidth.character;
  return type === 'parenthetical' ? dualWidth.parenthetical : dualWidth.dialogue;
}

/** Offsets of the lines of one element in its half of a dual dialogue. */
export function dualRows(blocks: Blocks, index: number, offset = 0): readonly number[] {
  const element = blocks.at(index)!;
  if (isHidden(element)) return [];
  const { profile } = blocks;
  return rowsFrom(element, dualColumn(element.type, profile), profile.ambiguousWide, 0, offset);
}

/** Lines of one half from a place on. */
export function columnHeight(blocks: Blocks, from: Place, end: number): number {
  let lines = 0;
  for (let i = from.index; i < end; i++) lines += dualRows(blocks, i, i === from.index ? from.offset : 0).length;
  return lines;
}

/** Lines that the whole of a dual dialogue takes from a place on. */
export function dualHeight(blocks: Blocks, at: Place, { middle, end }: Dual): number {
  const right = at.right ?? { index: middle, offset: 0 };
  return Math.max(columnHeight(blocks, at, middle), columnHeight(blocks, right, end));
}

/** Fewest lines worth beginning a tall dual dialogue with: a cue, two lines, and (MORE). */
const fewestLines = 4;

/**
 * What of a dual dialogue fits into `room` lines: all of it; nothing when a page of its own would hold it; else each half
 * up to the page's end, where (MORE) stands under the halves that go on.
 */
export function fitDual(blocks: Blocks, at: Place, dual: Dual, room: number): Piece {
  const { middle, end } = dual;
  const lines = dualHeight(blocks, at, dual);
  if (lines <= room) return { lines, rest: { index: end, offset: 0 }, complete: true };
  if (!at.right && (lines <= blocks.profile.linesPerPage || room < fewestLines))
    return { lines: 0, rest: at, complete: false };
  const limit = Math.max(1, room - (blocks.profile.more ? 1 : 0));
  const left = fillColumn(blocks, at, middle, limit);
  const right = fillColumn(blocks, at.right ?? { index: middle, offset: 0 }, end, limit);
  return { lines: room, rest: { index: left.index, offset: left.offset, right }, complete: false };
}

/** Where one half goes on after `limit` lines; its end when it is through. No page ends with a cue or a parenthetical. */
function fillColumn(blocks: Blocks, from: Place, end: number, limit: number): Place {
  let used = 0;
  for (let i = from.index; i < end; i++) {
    const rows = dualRows(blocks, i, i === from.index ? from.offset : 0);
    const here = limit - used;
    if (rows.length <= here) used += rows.length;
    else if (here > 0) return { index: i, offset: rows[here]! };
    else return stepBack(blocks, i, from.index);
  }
  return { index: end, offset: 0 };
}

function stepBack(blocks: Blocks, index: number, first: number): Place {
  let at = index;
  while (at - 1 > first && blocks.at(at - 1)!.type === 'parenthetical') at--;
  return { index: at, offset: 0 };
}

/** A dual dialogue with the lines of its halves. */
export interface MeasuredDual extends Dual {
  readonly leftLines: number;
  readonly rightLines: number;
}

/** All dual dialogues of a script that a profile sets side by side, in order. */
export function readDuals(elements: readonly Element[], profile: Profile): MeasuredDual[] {
  if (profile.runIn) return [];
  const duals: MeasuredDual[] = [];
  let blocks: Blocks | undefined;
  for (let index = 0; index < elements.length; index++) {
    if (elements[index]!.attrs.dual !== 'left') continue;
    blocks ??= new Blocks(elements, profile);
    const dual = dualAt(blocks, { index, offset: 0 });
    if (!dual) continue;
    const leftLines = columnHeight(blocks, { index, offset: 0 }, dual.middle);
    const rightLines = columnHeight(blocks, { index: dual.middle, offset: 0 }, dual.end);
    duals.push({ ...dual, leftLines, rightLines });
    index = dual.end - 1;
  }
  return duals;
}
