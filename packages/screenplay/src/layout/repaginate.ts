/** Pages after an edit: from the first page that the edit could touch to the first page start that is as it was. */
import type { Element } from '../element.ts';
import { Blocks } from './blocks.ts';
import { fillPages, openingCue, type Page, type PageTable } from './paginate.ts';

/** An edit: the elements `[from, from + removed)` of the old list became `[from, from + inserted)` of the new one. */
export interface ElementChange {
  readonly from: number;
  readonly removed: number;
  readonly inserted: number;
}

/**
 * The page table of `elements`, equal to `paginate(elements, previous.profile)` but made from `previous` in time that
 * does not grow with the script (only shifted indexes are rewritten). Throws RangeError when the change does not lead
 * from the previous element count to the new one.
 */
export function repaginate(previous: PageTable, elements: readonly Element[], change: ElementChange): PageTable {
  const delta = change.inserted - change.removed;
  if (previous.elementCount + delta !== elements.length)
    throw new RangeError(
      `change ${JSON.stringify(change)} does not lead from ${previous.elementCount} to ${elements.length} elements`,
    );
  const old = previous.pages;
  const blocks = new Blocks(elements, previous.profile);
  const first = firstTouched(old, change.from);
  const pages = old.slice(0, first);
  const start = old[first]!;
  const settled = change.from + change.inserted;
  let candidate = first;
  let kept: readonly Page[] = [];
  fillPages(blocks, first === 0 ? { index: 0, line: 0 } : { index: start.index, line: start.line }, (page, next) => {
    pages.push(page);
    if (next === undefined || next.index < settled) return true;
    const index = next.index - delta;
    while (candidate < old.length && isBefore(old[candidate]!, index, next.line)) candidate++;
    const same = old[candidate];
    if (
      same === undefined ||
      same.index !== index ||
      same.line !== next.line ||
      same.cue !== openingCue(elements, next.index)?.id
    )
      return true;
    kept =
      delta === 0
        ? old.slice(candidate)
        : old.slice(candidate).map((p) => ({ ...p, index: p.index + delta, reach: p.reach + delta }));
    return false;
  });
  return { pages: kept.length ? pages.concat(kept) : pages, profile: previous.profile, elementCount: elements.length };
}

/** The first page that looked at an element at or after `from`. */
function firstTouched(pages: readonly Page[], from: number): number {
  let low = 0;
  let high = pages.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pages[middle]!.index <= from) low = middle;
    else high = middle - 1;
  }
  while (low > 0 && pages[low - 1]!.reach >= from) low--;
  return low;
}

function isBefore(page: Page, index: number, line: number): boolean {
  return page.index < index || (page.index === index && page.line < line);
}
