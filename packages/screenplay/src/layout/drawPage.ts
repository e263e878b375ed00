/** A page as rows of words in columns: what PDF, plain text and every other paper are drawn from. */
import { cellWidth, type Element, type ElementType, isHidden, type Mark, printedText, speakerOf } from '../element.ts';
import { Blocks, type Place } from './blocks.ts';
import { isContinued } from './continued.ts';
import { dualAt, dualRows } from './dual.ts';
import { locksById, type Page, type PageTable } from './paginate.ts';
import { isCapitals, printedMarks, toCapitals } from './printed.ts';
import type { Profile } from './profile.ts';

/** The words that a page adds to the script's. */
export interface PageWords {
  readonly more: string;
  /** Behind the cue of a speaker who goes on; empty where nothing is added to a speaker's next cue. */
  readonly contd: string;
  readonly continuedBelow: string;
  readonly continuedAbove: string;
  readonly omitted: string;
}

/** What Final Draft prints. */
export const englishWords: PageWords = {
  more: '(MORE)',
  contd: "(CONT'D)",
  continuedBelow: '(CONTINUED)',
  continuedAbove: 'CONTINUED:',
  omitted: 'OMITTED',
};

/**
 * A stretch of words on one line. Shape: `line` counts from the top of the page, 0 first; `column` is the cell, from the
 * text's left edge, at which it begins, `cells` how many it takes; `marks` are formats at offsets in `text`. What comes
 * from the script names its element by `index`, `from` being the offset of the stretch in the printed text; what the page
 * adds (MORE, a repeated cue, CONTINUED) has no `index`.
 */
export interface DrawnRow {
  readonly line: number;
  readonly column: number;
  readonly cells: number;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly type: ElementType;
  readonly index?: number;
  readonly from?: number;
}

/** The rows of the page at `at` of a table, from top to bottom. `elements` must be those that the table was made of. */
export function drawPage(
  table: PageTable,
  elements: readonly Element[],
  at: number,
  words: PageWords = englishWords,
): DrawnRow[] {
  const drawer = new Drawer(new Blocks(elements, table.profile, locksById(table.locks)), words);
  const page = table.pages[at];
  if (page === undefined) throw new RangeError(`there is no page ${at} of ${table.pages.length}`);
  return drawer.draw(page, table.pages[at + 1]);
}

class Drawer {
  readonly #blocks: Blocks;
  readonly #words: PageWords;
  #rows: DrawnRow[] = [];
  #line = 0;

  constructor(blocks: Blocks, words: PageWords) {
    this.#blocks = blocks;
    this.#words = words;
  }

  draw(page: Page, next: Page | undefined): DrawnRow[] {
    const { elements, profile } = this.#blocks;
    this.#rows = [];
    this.#line = 0;
    if (page.scene !== undefined) {
      this.#add('general', this.#words.continuedAbove, 0);
      this.#line += 2;
    }
    if (page.continuation === 'speech') this.#repeatCue(page);
    let at: Place = placeOf(page);
    const end = next ? placeOf(next) : { index: elements.length, offset: 0 };
    let isFirst = true;
    while (at.index < end.index || (at.index === end.index && (at.offset < end.offset || (at.right && !end.right)))) {
      const from = this.#blocks.nextPrinted(at.index);
      if (from !== at.index) at = { index: from, offset: 0 };
      const element = elements[at.index];
      if (element === undefined || at.index > end.index || (at.index === end.index && end.offset === 0 && !end.right))
        break;
      if (element.type === 'pageBreak') {
        at = { index: at.index + 1, offset: 0 };
        continue;
      }
      const before = this.#rows.length;
      const line = this.#line;
      if (!isFirst) this.#line += this.#blocks.blankBefore(element);
      at = this.#drawBlock(at, end, isFirst && page.continuation === 'dual');
      if (this.#rows.length > before) isFirst = false;
      else this.#line = line;
      if (at.index === end.index && end.right) break;
    }
    if (next?.continuation === 'speech' && profile.more) this.#add('character', this.#words.more, this.#line++);
    if (next?.scene !== undefined) this.#addRight(this.#words.continuedBelow, profile.linesPerPage - 1);
    return this.#rows;
  }

  #drawBlock(at: Place, end: Place, goesOn: boolean): Place {
    const dual = dualAt(this.#blocks, at);
    if (dual && (end.index >= dual.end || end.right)) return this.#drawDual(at, dual, end, goesOn);
    this.#drawElement(at, end.index === at.index ? end.offset : undefined);
    return { index: this.#blocks.after(at.index), offset: 0 };
  }

  #drawElement({ index, offset }: Place, until: number | undefined): void {
    const { elements, profile } = this.#blocks;
    const element = elements[index]!;
    if (isHidden(element)) return;
    if (element.type === 'heading' && element.attrs.omitted) {
      this.#add('heading', this.#words.omitted, this.#line++, index, 0);
      return;
    }
    const rows = this.#blocks.rows(index, offset);
    if (rows.length === 0) {
      this.#drawLead(index);
      return;
    }
    const text = this.#textOf(element, index);
    const lead = offset === 0 ? this.#blocks.lead(index) % profile.width[element.type] : 0;
    if (lead > 0 && element.type === 'action')
      this.#push({ ...this.#rowOf(element, '△', this.#line, 0), index, from: 0 });
    this.#drawRows(element, index, rows, text, until, lead);
  }

  #drawRows(
    element: Element,
    index: number,
    rows: readonly number[],
    text: string,
    until: number | undefined,
    lead: number,
  ): void {
    const { profile } = this.#blocks;
    for (const [k, from] of rows.entries()) {
      if (until !== undefined && from >= until) break;
      const to = Math.min(until ?? text.length, rows[k + 1] ?? text.length);
      const words = text.slice(from, to).trimEnd();
      const column = this.#columnOf(element.type, words) + (k === 0 ? lead : 0);
      this.#push({
        line: this.#line++,
        column: Math.min(column, profile.width.action),
        cells: cellsOf(words, profile),
        text: words,
        marks: cutMarks(printedMarks(element), from, from + words.length),
        type: element.type,
        index,
        from,
      });
    }
  }

  /** A cue, or a parenthetical, whose words follow on the same line. */
  #drawLead(index: number): void {
    const { elements, profile } = this.#blocks;
    const element = elements[index]!;
    const text = printedText(element);
    const words = element.type === 'character' ? `${text}：` : text;
    const column = element.type === 'character' ? 0 : this.#blocks.lead(index);
    this.#push({
      ...this.#rowOf(element, words, this.#line, column % profile.width.action),
      marks: printedMarks(element),
      index,
      from: 0,
    });
  }

  #drawDual(at: Place, dual: NonNullable<ReturnType<typeof dualAt>>, end: Place, goesOn: boolean): Place {
    const { profile } = this.#blocks;
    const top = this.#line;
    const leftEnd = end.right ? end : { index: dual.middle, offset: 0 };
    const rightEnd = end.right ?? { index: dual.end, offset: 0 };
    const left = this.#drawHalf(at, leftEnd, dual.middle, 0, goesOn);
    this.#line = top;
    const right = this.#drawHalf(
      at.right ?? { index: dual.middle, offset: 0 },
      rightEnd,
      dual.end,
      profile.dualIndent.right,
      goesOn,
    );
    this.#line = Math.max(left, right);
    return end.right ? end : { index: dual.end, offset: 0 };
  }

  /** One half, from a place to another; gives the line behind it. */
  #drawHalf(from: Place, to: Place, end: number, shift: number, goesOn: boolean): number {
    const { elements, profile } = this.#blocks;
    const { dualIndent } = profile;
    const isOpen = to.index < end;
    if (goesOn && from.index < end) {
      const cue = elements.slice(0, from.index).findLast((e) => e.type === 'character');
      if (cue && elements[from.index]?.type !== 'character') this.#cueRow(cue, shift + dualIndent.character);
      else this.#line++;
    }
    for (let i = from.index; i < end && (i < to.index || (i === to.index && to.offset > 0)); i++) {
      const element = elements[i]!;
      const text = this.#textOf(element, i);
      const rows = dualRows(this.#blocks, i, i === from.index ? from.offset : 0);
      const column =
        shift +
        (element.type === 'character'
          ? dualIndent.character
          : element.type === 'parenthetical'
            ? dualIndent.parenthetical
            : dualIndent.dialogue);
      for (const [k, start] of rows.entries()) {
        if (i === to.index && start >= to.offset) break;
        const words = text.slice(start, rows[k + 1] ?? text.length).trimEnd();
        const marks = cutMarks(printedMarks(element), start, start + words.length);
        this.#push({ ...this.#rowOf(element, words, this.#line++, column), marks, index: i, from: start });
      }
    }
    if (isOpen && profile.more)
      this.#add('character', this.#words.more, this.#line++, undefined, shift + dualIndent.character);
    return this.#line;
  }

  #repeatCue(page: Page): void {
    const cue = this.#blocks.elements.slice(0, page.index).findLast((e) => e.id === page.cue);
    if (cue) this.#cueRow(cue, this.#blocks.profile.indent.character);
  }

  #cueRow(cue: Element, column: number): void {
    const words = `${toCapitals(speakerOf(cue))} ${this.#words.contd || englishWords.contd}`;
    this.#push(this.#rowOf(cue, words, this.#line++, column));
  }

  /** The printed words of an element, in capitals by style, with the (CONT'D) of a speaker who goes on. */
  #textOf(element: Element, index: number): string {
    const text = printedText(element);
    if (this.#blocks.profile.runIn) return text;
    const shown = isCapitals(element.type) ? toCapitals(text) : text;
    const goesOn =
      element.type === 'character' && this.#words.contd !== '' && isContinued(this.#blocks.elements, index);
    return goesOn ? `${shown.trimEnd()} ${this.#words.contd}` : shown;
  }

  /** Where words of a type begin: transitions end at the right edge of their column, centred words stand in its middle. */
  #columnOf(type: ElementType, words: string): number {
    const { profile } = this.#blocks;
    const [indent, width] = [profile.indent[type], profile.width[type]];
    const free = width - cellsOf(words, profile);
    if (type === 'transition') return Math.max(0, indent + free);
    if (type === 'centered' || type === 'actStart' || type === 'actEnd')
      return Math.max(0, indent + Math.floor(free / 2));
    return indent;
  }

  #add(type: ElementType, text: string, line: number, index?: number, column = this.#columnOf(type, text)): void {
    const { profile } = this.#blocks;
    this.#push({
      line,
      column,
      cells: cellsOf(text, profile),
      text,
      marks: [],
      type,
      ...(index === undefined ? {} : { index, from: 0 }),
    });
  }

  #addRight(text: string, line: number): void {
    const { profile } = this.#blocks;
    this.#add('general', text, line, undefined, profile.width.action - cellsOf(text, profile));
  }

  #rowOf({ type }: Element, text: string, line: number, column: number): DrawnRow {
    return { line, column, cells: cellsOf(text, this.#blocks.profile), text, marks: [], type };
  }

  #push(row: DrawnRow): void {
    if (row.text !== '') this.#rows.push(row);
  }
}

const placeOf = ({ index, offset, right }: Page): Place => (right ? { index, offset, right } : { index, offset });

/** Marks cut to a stretch, at offsets in it. */
function cutMarks(marks: readonly Mark[], from: number, to: number): readonly Mark[] {
  return marks
    .filter((mark) => mark.from < to && mark.to > from)
    .map((mark) => ({ ...mark, from: Math.max(0, mark.from - from), to: Math.min(to, mark.to) - from }));
}

/** Cells that a text takes under a profile. */
export function cellsOf(text: string, { ambiguousWide }: Pick<Profile, 'ambiguousWide'>): number {
  let cells = 0;
  for (const character of text) cells += cellWidth(character.codePointAt(0)!, ambiguousWide);
  return cells;
}
