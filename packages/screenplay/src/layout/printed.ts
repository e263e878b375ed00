/** The words of an element as they are printed: capitals by style, formats at their place in what reaches paper. */

import type { ElementType } from '../element.ts';
import { type Element, isHiddenMark, type Mark, printedText } from '../element.ts';

const capitals = new Set<ElementType>(['heading', 'character', 'transition', 'shot', 'actStart', 'actEnd']);

/** Whether a type is printed in capitals, whatever was typed. */
export function isCapitals(type: ElementType): boolean {
  return capitals.has(type);
}

/** Text in capitals of the same length: a letter whose capital is longer (ß) stays as it is. */
export function toCapitals(text: string): string {
  const upper = text.toUpperCase();
  if (upper.length === text.length) return upper;
  return [...text].map((c) => (c.toUpperCase().length === c.length ? c.toUpperCase() : c)).join('');
}

/** The formats of an element that show on paper, at offsets in its printed text. Ascending by start. */
export function printedMarks(element: Element): readonly Mark[] {
  const { marks, text } = element;
  if (!marks) return none;
  const hidden = marks.filter(isHiddenMark);
  const shown = marks.filter((mark) => !isHiddenMark(mark));
  const length = printedText(element).length;
  const place = hidden.length === 0 ? (at: number) => at : placesWithout(text, hidden);
  return shown
    .map((mark) => ({ ...mark, from: Math.min(length, place(mark.from)), to: Math.min(length, place(mark.to)) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => a.from - b.from);
}

const none: readonly Mark[] = Object.freeze([]);

/** From an offset in the typed text to one in the printed text, as `printedText` makes it. */
function placesWithout(text: string, hidden: readonly Mark[]): (at: number) => number {
  const isCut = new Uint8Array(text.length + 1);
  for (const { from, to } of hidden) isCut.fill(1, from, to);
  cutTrailingSpaces(text, isCut);
  const places = new Uint32Array(text.length + 1);
  for (let at = 0; at < text.length; at++) places[at + 1] = places[at]! + (isCut[at] ? 0 : 1);
  return (at) => places[Math.min(at, text.length)]!;
}

/** What hangs at the end of a printed line goes too, once hidden words have been taken out. */
function cutTrailingSpaces(text: string, isCut: Uint8Array): void {
  let isEnd = true;
  for (let at = text.length - 1; at >= 0; at--) {
    if (isCut[at]) continue;
    const c = text.charCodeAt(at);
    if (c === 10) isEnd = true;
    else if (isEnd && (c === 32 || c === 9)) isCut[at] = 1;
    else isEnd = false;
  }
}

/** The offset in the typed text at which the character at a printed offset stands; the text's length behind the last. */
export function typedOffset(element: Element, printed: number): number {
  const { marks, text } = element;
  const hidden = marks?.filter(isHiddenMark) ?? [];
  if (hidden.length === 0) return printed;
  const place = placesWithout(text, hidden);
  for (let at = 0; at < text.length; at++) if (place(at) === printed && place(at + 1) === printed + 1) return at;
  return text.length;
}
