/** How much of a block fits into the room that is left on a page. One answer serves placing and looking ahead. */
import { type Element, isSpoken, printedText } from '../element.ts';
import { type Blocks, type Place, rowsFrom } from './blocks.ts';
import { sentenceStarts } from './sentences.ts';

/** How much goes on this page: lines used from the block's first line on, and where the rest begins. 0 lines: nothing fits. */
export interface Piece {
  readonly lines: number;
  readonly rest: Place;
  readonly complete: boolean;
}

/** What of the block at `from` fits into `room` lines. The blank lines above it are the caller's. */
export function fitBlock(blocks: Blocks, from: Place, room: number): Piece {
  const element = blocks.at(from.index)!;
  if (isSpoken(element) || element.type === 'character') return fitSpeech(blocks, from, room);
  if (element.type === 'heading' || element.type === 'shot' || element.type === 'actStart')
    return fitKept(blocks, from, room);
  return fitBody(blocks, from, room);
}

const all = (lines: number, index: number): Piece => ({ lines, rest: { index, offset: 0 }, complete: true });
const none = (from: Place): Piece => ({ lines: 0, rest: from, complete: false });

/** A heading or shot needs the first piece of what follows it on the same page; an omitted one needs nothing. */
function fitKept(blocks: Blocks, from: Place, room: number): Piece {
  const element = blocks.at(from.index)!;
  const lines = blocks.height(from.index, from.offset);
  if (lines > room) return none(from);
  const behind = blocks.after(from.index);
  if (element.attrs.omitted) return all(lines, behind);
  const next = blocks.nextPrinted(behind);
  const after = blocks.at(next);
  if (after === undefined || beginsPage(blocks, after)) return all(lines, behind);
  const left = room - lines - blocks.blankBefore(after);
  if (left <= 0 || fitBlock(blocks, { index: next, offset: 0 }, left).lines === 0) return none(from);
  return all(lines, behind);
}

/** Whether a page begins with this element whatever stands before it. */
export function beginsPage(blocks: Blocks, element: Element): boolean {
  return element.type === 'pageBreak' || element.attrs.startsNewPage === true || lockAt(blocks, element, 0);
}

/** Lines that must stay free under the block that ends before `index`, for a transition that belongs to it. */
function tail(blocks: Blocks, index: number): number {
  if (!blocks.profile.keepTransition) return 0;
  const next = blocks.nextPrinted(index);
  const element = blocks.at(next);
  if (element?.type !== 'transition' || beginsPage(blocks, element)) return 0;
  return blocks.blankBefore(element) + blocks.height(next);
}

function fitBody(blocks: Blocks, from: Place, room: number): Piece {
  const { index, offset } = from;
  const element = blocks.at(index)!;
  const rows = blocks.rows(index, offset);
  const lock = lockBehind(blocks, element, offset);
  if (lock !== undefined) {
    const before = rowsBefore(rows, lock);
    if (before <= room) return { lines: before, rest: { index, offset: lock }, complete: false };
    return split(blocks, from, rows, Math.min(room, before - 1)) ?? none(from);
  }
  if (element.type === 'transition' || element.type === 'actEnd')
    return rows.length <= room ? all(rows.length, index + 1) : none(from);
  if (rows.length + tail(blocks, index + 1) <= room) return all(rows.length, index + 1);
  return split(blocks, from, rows, Math.min(room, rows.length - blocks.profile.minSplit)) ?? none(from);
}

/**
 * The part of a paragraph that stays: at most `most` of its `rows`, to the end of a sentence where the profile asks for
 * it and one ends between the fewest lines of both sides; undefined when too few lines would stay.
 */
function split(blocks: Blocks, { index }: Place, rows: readonly number[], most: number): Piece | undefined {
  const { minSplit, splitAtSentences } = blocks.profile;
  if (most < minSplit) return undefined;
  const at = splitAtSentences ? sentenceSplit(blocks, index, rows, most) : undefined;
  const offset = at ?? rows[most]!;
  return { lines: rowsBefore(rows, offset), rest: { index, offset }, complete: false };
}

function sentenceSplit(blocks: Blocks, index: number, rows: readonly number[], most: number): number | undefined {
  const { minSplit, width, ambiguousWide } = blocks.profile;
  const element = blocks.at(index)!;
  const first = rows[minSplit - 1]!;
  const last = rows[most]!;
  return sentenceStarts(printedText(element)).findLast(
    (at) => at > first && at <= last && rowsFrom(element, width[element.type], ambiguousWide, 0, at).length >= minSplit,
  );
}

/**
 * A speech goes whole or breaks inside a paragraph with `minSplit` lines on both sides, or after a paragraph of
 * dialogue; never after a cue or a parenthetical. (MORE) needs a line of the room.
 */
function fitSpeech(blocks: Blocks, from: Place, room: number): Piece {
  const { minSplit, more } = blocks.profile;
  const end = blocks.speechEnd(from.index);
  const limit = room - (more ? 1 : 0);
  let used = 0;
  let body = 0;
  let best: Piece = none(from);
  let i = from.index;
  for (; i < end && used <= room; i++) {
    const e = blocks.at(i)!;
    const first = i === from.index ? from.offset : 0;
    if (i > from.index && lockAt(blocks, e, 0)) return cutAtLock(used, { index: i, offset: 0 }, room, best);
    const rows = blocks.rows(i, first);
    const lock = lockBehind(blocks, e, first);
    if (lock !== undefined && used + rowsBefore(rows, lock) <= room)
      return cutAtLock(used + rowsBefore(rows, lock), { index: i, offset: lock }, room, best);
    if (rows.length === 0) continue;
    const divides = e.type === 'dialogue' || e.type === 'lyrics';
    if (divides) {
      const part = split(blocks, { index: i, offset: first }, rows, Math.min(limit - used, rows.length - minSplit));
      if (part) best = { ...part, lines: used + part.lines };
    }
    used += rows.length;
    if (e.type !== 'character') body += rows.length;
    if (divides && used <= limit && body >= minSplit && i + 1 < end)
      best = { lines: used, rest: { index: i + 1, offset: 0 }, complete: false };
  }
  return i === end && used + tail(blocks, end) <= room ? all(used, end) : best;
}

/** The speech up to a locked page, when it fits; else the best part before it. */
function cutAtLock(lines: number, rest: Place, room: number, best: Piece): Piece {
  return lines > 0 && lines <= room ? { lines, rest, complete: false } : best;
}

/** How many of the rows begin before an offset. */
export function rowsBefore(rows: readonly number[], offset: number): number {
  let count = 0;
  while (count < rows.length && rows[count]! < offset) count++;
  return count;
}

/** Whether a locked page begins at an offset of an element. */
export function lockAt(blocks: Blocks, element: Element, offset: number): boolean {
  return blocks.hasLocks && blocks.locksIn(element).some((lock) => lock.offset === offset);
}

/** Where the first locked page behind an offset of an element begins; undefined where none does. */
export function lockBehind(blocks: Blocks, element: Element, offset: number): number | undefined {
  if (!blocks.hasLocks) return undefined;
  const length = printedText(element).length;
  return blocks.locksIn(element).find((lock) => lock.offset > offset && lock.offset < length)?.offset;
}
