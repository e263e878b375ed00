/** Elements to Fountain: untouched stretches verbatim from the source, the rest in canonical form. Rules: SPEC.md FW. */
import { type Element, isSameElement } from '../element.ts';
import type { FountainDocument, Span } from './readFountain.ts';
import { hasBlankLine } from './sourceLines.ts';
import { isSameTitle, readTitlePage, type TitleEntry, writeTitlePage } from './titlePage.ts';
import { readSpeechPlaces, type SpeechPlace, writeElement } from './writeElement.ts';

/**
 * Fountain text of a script. Without `origin`, everything in canonical form. With `origin`, the reading of the text that
 * the script came from (`readFountain(source, { newId })` with the ids of its import), an element that is in it under the
 * same id, with the same words, marks and attributes and in the same surroundings, is copied from the source, as are the
 * gaps and the title page: an unedited script comes back byte for byte. New text takes the source's line endings.
 * Nothing is compared by identity, so elements and title may have been through any store. What Fountain cannot say loses
 * its form, never its words (SPEC.md FW10 to FW16); a last element without words is left out.
 */
export function writeFountain(
  elements: readonly Element[],
  title: readonly TitleEntry[],
  origin: FountainDocument = nothing,
): string {
  return new Writer(elements, title, origin).write();
}

const nothing: FountainDocument = { title: [], elements: [], source: '', spans: [], titleSpans: [], titleEnd: 0 };

/** What is known about one element of the script to write. */
interface Item {
  readonly element: Element;
  /** The element's index in the source; -1 for a new one. */
  readonly at: number;
  readonly span: Span | undefined;
  readonly isSame: boolean;
  readonly place: SpeechPlace;
  /** Whether it stood to its speech as it does now. */
  readonly keepsPlace: boolean;
}

class Writer {
  private readonly items: readonly Item[];
  private readonly title: readonly TitleEntry[];
  private readonly origin: FountainDocument;
  private readonly newline: string;
  private out = '';
  /** Whether the reader, at the end of `out`, is in the state that it had at this place of the source. */
  private inStep = true;

  constructor(elements: readonly Element[], title: readonly TitleEntry[], origin: FountainDocument) {
    this.title = title;
    this.origin = origin;
    this.newline = origin.source.includes('\r\n') ? '\r\n' : '\n';
    this.items = leaveOutLastEmpty(readItems(elements, origin));
  }

  write(): string {
    this.out = this.head();
    this.items.forEach((_, i) => {
      this.writeItem(i);
    });
    this.out += this.tail();
    return this.guardFirstLine();
  }

  private writeItem(i: number): void {
    const item = this.items[i]!;
    const before = this.items[i - 1];
    const gap = before && this.gap(before, item);
    const keepsStep = gap === undefined || (before?.at === item.at - 1 && (this.inStep || hasBlankLine(gap)));
    const isCopied = this.mayCopy(i) && this.keepsStart(item, gap) && this.keepsEnd(item, this.items[i + 1], keepsStep);
    const words = () =>
      writeElement(item.element, this.items[i + 1]?.element, item.place).replaceAll('\n', this.newline);
    this.out += (gap ?? '') + (isCopied ? this.origin.source.slice(item.span!.from, item.span!.to) : words());
    this.inStep = isCopied && keepsStep;
  }

  /** An element may be copied only where the reader would see it in the same surroundings: neighbours decide its kind. */
  private mayCopy(i: number): boolean {
    const { isSame, keepsPlace, at } = this.items[i]!;
    const { spans } = this.origin;
    if (!isSame || !keepsPlace) return false;
    return isSameRole(spans[at - 1], this.items[i - 1]) && isSameRole(spans[at + 1], this.items[i + 1]);
  }

  /** A line without a blank one before it is read otherwise when it gets one: action may become a heading. */
  private keepsStart(item: Item, gap: string | undefined): boolean {
    if (gap === undefined || item.place !== 'none') return true;
    return hasBlankLine(this.gapBefore(item.at)) === hasBlankLine(gap);
  }

  /** The same for the line after it: it stays without a blank line only if nothing about both elements has changed. */
  private keepsEnd(item: Item, next: Item | undefined, keepsStep: boolean): boolean {
    if (next === undefined || next.place !== 'none' || hasBlankLine(this.gapBefore(item.at + 1))) return true;
    return next.isSame && next.keepsPlace && keepsStep;
  }

  /** The source between the element at index `at` of the source and the one before it. */
  private gapBefore(at: number): string {
    const { source, spans } = this.origin;
    return source.slice(spans[at - 1]!.to, spans[at]!.from);
  }

  /** A gap is copied when it holds a blank line, or when nothing about the two elements and what leads to them changed. */
  private gap(before: Item, item: Item): string {
    if (item.place === 'inline') return ' ';
    const isNext = item.span && before.span && item.at === before.at + 1 && item.keepsPlace && before.keepsPlace;
    if (isNext && before.span.element.type === before.element.type && item.span.element.type === item.element.type) {
      const gap = this.gapBefore(item.at);
      const isSettled = this.inStep && before.isSame && item.isSame;
      if (item.place === 'line' || isSettled || hasBlankLine(gap)) return gap;
    }
    return item.place === 'line' ? this.newline : this.newline + this.newline;
  }

  /** Everything before the first element: byte order mark, title page, blank lines. */
  private head(): string {
    const { source, spans, titleEnd, titleSpans } = this.origin;
    const bom = source.charCodeAt(0) === 0xfeff ? '\ufeff' : '';
    const isFirst = this.items.length === 0 ? spans.length === 0 : this.items[0]!.at === 0;
    const isTitle = isSameTitle(this.title, this.origin.title);
    const bodyFrom = isFirst ? (spans[0]?.from ?? source.length) : titleEnd;
    if (isTitle && isFirst) return source.slice(0, bodyFrom);
    const page = { spans: titleSpans, end: titleEnd };
    const text = isTitle
      ? endLine(source.slice(bom.length, titleEnd), this.newline)
      : writeTitlePage(this.title, page, source, this.newline);
    if (text === '') return bom;
    const gap = source.slice(titleEnd, bodyFrom);
    return bom + text + (isFirst && titleSpans.length > 0 && /[\r\n]/.test(gap) ? gap : this.newline);
  }

  private tail(): string {
    const { source, spans } = this.origin;
    const last = this.items.at(-1);
    if (last === undefined) return '';
    return last.span && last.at === spans.length - 1 ? source.slice(last.span.to) : this.newline;
  }

  /** A first line with a colon would be read as a title page; a blank line before it ends that. */
  private guardFirstLine(): string {
    const page = readTitlePage(this.out);
    const bom = this.out.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (page.spans.length === 0 || this.title.length > 0) return this.out;
    return this.out.slice(0, bom) + this.newline + this.out.slice(bom);
  }
}

function readItems(elements: readonly Element[], { elements: read, spans }: FountainDocument): Item[] {
  const indexes = new Map(spans.map((span, i) => [span.element.id, i]));
  const then = readSpeechPlaces(read);
  const now = readSpeechPlaces(elements);
  return elements.map((element, i) => {
    const at = indexes.get(element.id) ?? -1;
    const span = spans[at];
    const isSame = span !== undefined && isSameElement(span.element, element);
    return { element, at, span, isSame, place: now[i]!, keepsPlace: then[at] === now[i] };
  });
}

/** The empty line in which somebody is about to type is no part of the script, unless the source has it. */
function leaveOutLastEmpty(items: readonly Item[]): readonly Item[] {
  const last = items.at(-1);
  const isLeftOut = last?.element.text === '' && last.element.type !== 'pageBreak' && !last.isSame;
  return isLeftOut ? leaveOutLastEmpty(items.slice(0, -1)) : items;
}

function isSameRole(span: Span | undefined, item: Item | undefined): boolean {
  if (span === undefined || item === undefined) return span === undefined && item === undefined;
  const then = span.element;
  const now = item.element;
  if (then.id !== now.id || then.type !== now.type) return false;
  return item.isSame || (then.text === '') === (now.text === '');
}

const endLine = (text: string, newline: string) => (text === '' || /[\r\n]$/.test(text) ? text : text + newline);
