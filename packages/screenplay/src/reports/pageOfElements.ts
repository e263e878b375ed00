/** On which page each element begins. */
import type { Element } from '../element.ts';
import type { Page, PageTable } from '../layout/paginate.ts';

/** The index of the page on which each element begins, by the element's index. */
export function pageOfElements(elements: readonly Element[], { pages }: PageTable): number[] {
  let page = 0;
  return elements.map((_, index) => {
    while (page + 1 < pages.length && hasBegun(pages[page + 1]!, index)) page++;
    return page > 0 && isOfRightHalf(elements, pages[page]!, index) ? page - 1 : page;
  });
}

function hasBegun(page: Page, index: number): boolean {
  return page.index < index || (page.index === index && page.offset === 0);
}

/** Whether the element stands in the right half of a dual dialogue, on the page before this one, which goes on with it. */
function isOfRightHalf(elements: readonly Element[], { index: left, right }: Page, index: number): boolean {
  if (right === undefined || index < left || index > right.index) return false;
  if (index === right.index && right.offset === 0) return false;
  for (let i = index; i > left; i--) if (elements[i]!.type === 'character') return elements[i]!.attrs.dual === 'right';
  return elements[left]!.type === 'character' && elements[left]!.attrs.dual === 'right';
}
