/** How long a script plays: a page a minute, or, in Chinese, so many characters a minute. */
import { type Element, isHidden, printedText } from './element.ts';
import type { PageTable } from './layout/paginate.ts';

const counted = new WeakMap<Element, number>();

/** Characters that reach paper, spaces apart; astral characters count once. An omitted scene's words count too. */
export function countCharacters(elements: readonly Element[]): number {
  let sum = 0;
  for (const element of elements) sum += charactersOf(element);
  return sum;
}

function charactersOf(element: Element): number {
  let count = counted.get(element);
  if (count === undefined) {
    count = isHidden(element) ? 0 : [...printedText(element).replace(/\s/g, '')].length;
    counted.set(element, count);
  }
  return count;
}

/** Minutes by pages: whole pages, and of the last one the part that its lines take. Never under 0. */
export function minutesByPages({ pages, profile }: PageTable): number {
  return pages.length - 1 + pages.at(-1)!.lines / profile.linesPerPage;
}

/** Minutes by characters, `charactersPerMinute` of them to a minute. */
export function minutesByCharacters(elements: readonly Element[], charactersPerMinute: number): number {
  return countCharacters(elements) / charactersPerMinute;
}
