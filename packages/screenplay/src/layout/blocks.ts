/** What may stand on a page together: heights, and how much of a block fits into the room that is left. Rules: screenwriting.md 2.2. */
import { type Element, isHidden, isSpoken } from '../element.ts';
import { measure } from './measure.ts';
import type { Profile } from './profile.ts';

/** A place in the script: element index and line within it. */
export interface Place {
  readonly index: number;
  readonly line: number;
}

/** How much goes on this page: `lines` used from the block's first line on, and where the rest begins. 0 lines: nothing fits. */
export interface Piece {
  readonly lines: number;
  readonly rest: Place;
  readonly complete: boolean;
}

/**
 * Reads blocks of one script under one profile. `reach` is the highest index that any answer looked at: a page whose
 * reach lies before an edit cannot change by it.
 */
export class Blocks {
  reach = -1;
  readonly elements: readonly Element[];
  readonly profile: Profile;
  constructor(elements: readonly Element[], profile: Profile) {
    this.elements = elements;
    this.profile = profile;
  }

  at(index: number): Element | undefined {
    if (index > this.reach) this.reach = index;
    return this.elements[index];
  }

  /** Lines of one element in its own column; 0 for what is not printed. */
  height(element: Element): number {
    if (isHidden(element) || element.type === 'pageBreak') return 0;
    return measure(element, this.profile.width[element.type], this.profile.ambiguousWide).length;
  }

  blankBefore(element: Element): number {
    return this.profile.blankBefore[element.type];
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

  /** What of the block at `from` fits into `room` lines. The blank lines above it are the caller's. */
  fit(from: Place, room: number): Piece {
    const e = this.at(from.index)!;
    if (isSpoken(e) || e.type === 'character') return this.fitSpeech(from, room);
    if (e.type === 'heading' || e.type === 'shot' || e.type === 'actStart') return this.fitKept(from, room);
    return this.fitBody(from, room);
  }

  private all(lines: number, index: number): Piece {
    return { lines, rest: { index, line: 0 }, complete: true };
  }
  private none(from: Place): Piece {
    return { lines: 0, rest: from, complete: false };
  }

  /** A heading or shot needs the first piece of what follows it on the same page. */
  private fitKept(from: Place, room: number): Piece {
    const e = this.at(from.index)!;
    const lines = this.height(e) - from.line;
    if (lines > room) return this.none(from);
    const next = this.nextPrinted(from.index + 1);
    const after = this.at(next);
    if (after === undefined || after.type === 'pageBreak' || after.attrs.startsNewPage)
      return this.all(lines, from.index + 1);
    const left = room - lines - this.blankBefore(after);
    if (left <= 0 || this.fit({ index: next, line: 0 }, left).lines === 0) return this.none(from);
    return this.all(lines, from.index + 1);
  }

  /** Lines that must stay free under the block that ends before `index`, for a transition that belongs to it. */
  private tail(index: number): number {
    if (!this.profile.keepTransition) return 0;
    const e = this.at(this.nextPrinted(index));
    return e?.type === 'transition' && !e.attrs.startsNewPage ? this.blankBefore(e) + this.height(e) : 0;
  }

  private fitBody(from: Place, room: number): Piece {
    const e = this.at(from.index)!;
    const { minSplit } = this.profile;
    const lines = this.height(e) - from.line;
    if (e.type === 'transition' || e.type === 'actEnd')
      return lines <= room ? this.all(lines, from.index + 1) : this.none(from);
    if (lines + this.tail(from.index + 1) <= room) return this.all(lines, from.index + 1);
    const here = Math.min(room, lines - minSplit);
    return here < minSplit
      ? this.none(from)
      : { lines: here, rest: { index: from.index, line: from.line + here }, complete: false };
  }

  /**
   * A speech goes whole or breaks inside a paragraph with `minSplit` lines on both sides, or after a paragraph of
   * dialogue; never after a cue or a parenthetical. (MORE) needs a line of the room.
   */
  private fitSpeech(from: Place, room: number): Piece {
    const { minSplit, more } = this.profile;
    const end = this.speechEnd(from.index);
    const limit = room - (more ? 1 : 0);
    let used = 0;
    let body = 0;
    let best: Piece = this.none(from);
    let i = from.index;
    for (; i < end && used <= room; i++) {
      const e = this.at(i)!;
      const first = i === from.index ? from.line : 0;
      const lines = this.height(e) - first;
      if (lines <= 0) continue;
      const divides = e.type === 'dialogue' || e.type === 'lyrics';
      if (divides) {
        const here = Math.min(limit - used, lines - minSplit);
        if (here >= minSplit) best = { lines: used + here, rest: { index: i, line: first + here }, complete: false };
      }
      used += lines;
      if (e.type !== 'character') body += lines;
      if (divides && used <= limit && body >= minSplit && i + 1 < end)
        best = { lines: used, rest: { index: i + 1, line: 0 }, complete: false };
    }
    return i === end && used + this.tail(end) <= room ? this.all(used, end) : best;
  }

  /** Two speeches side by side: the index after both and the taller height; undefined when `index` is no dual dialogue. */
  dual(index: number): { end: number; lines: number } | undefined {
    const left = this.at(index);
    if (left?.type !== 'character' || left.attrs.dual !== 'left') return undefined;
    const middle = this.speechEnd(index);
    const right = this.at(middle);
    if (right?.type !== 'character' || right.attrs.dual !== 'right') return undefined;
    const end = this.speechEnd(middle);
    return { end, lines: Math.max(this.columnHeight(index, middle), this.columnHeight(middle, end)) };
  }

  private columnHeight(from: number, to: number): number {
    const { dualWidth, ambiguousWide } = this.profile;
    let lines = 0;
    for (let i = from; i < to; i++) {
      const e = this.at(i)!;
      if (isHidden(e)) continue;
      const width =
        e.type === 'character'
          ? dualWidth.character
          : e.type === 'parenthetical'
            ? dualWidth.parenthetical
            : dualWidth.dialogue;
      lines += measure(e, width, ambiguousWide).length;
    }
    return lines;
  }
}
