/** Pages after an edit: from the first page that the edit could touch to the first page start that is as it was. */
import type { Element } from '../element.ts';
import { Blocks, type Place } from './blocks.ts';
import type { PageLock } from './pageLock.ts';
import { fillPages, locksById, openPage, type Page, type PageTable } from './paginate.ts';

/** An edit: the elements `[from, from + removed)` of the old list became `[from, from + inserted)` of the new one. */
export interface ElementChange {
  readonly from: number;
  readonly removed: number;
  readonly inserted: number;
}

/**
 * The page table of `elements`, equal to `paginate(elements, previous.profile, locks)` but made from `previous` in time
 * that does not grow with the script (only shifted indexes are rewritten). The change must cover every element in which a
 * lock came, went or moved. Throws RangeError when it does not lead from the previous element count to the new one.
 */
export function repaginate(
  previous: PageTable,
  elements: readonly Element[],
  change: ElementChange,
  locks: readonly PageLock[] = previous.locks,
): PageTable {
  const delta = change.inserted - change.removed;
  if (previous.elementCount + delta !== elements.length)
    throw new RangeError(
      `change ${JSON.stringify(change)} does not lead from ${previous.elementCount} to ${elements.length} elements`,
    );
  const { pages: old, profile } = previous;
  const blocks = new Blocks(elements, profile, locksById(locks));
  const first = firstTouched(old, change.from);
  const pages = old.slice(0, first);
  const settled = change.from + change.inserted;
  let candidate = first;
  let kept: readonly Page[] = [];
  fillPages(blocks, first === 0 ? { index: 0, offset: 0 } : placeOf(old[first]!), (page, next) => {
    pages.push(page);
    if (next === undefined || next.index < settled) return true;
    while (candidate < old.length && isBefore(old[candidate]!, next, delta)) candidate++;
    const same = old[candidate];
    if (same === undefined || !opensSame(same, openPage(blocks, next), delta)) return true;
    kept = delta === 0 ? old.slice(candidate) : old.slice(candidate).map((page) => shifted(page, delta));
    return false;
  });
  return { pages: kept.length ? pages.concat(kept) : pages, profile, locks, elementCount: elements.length };
}

function placeOf({ index, offset, right }: Page): Place {
  return right ? { index, offset, right } : { index, offset };
}

function shifted(page: Page, delta: number): Page {
  const { index, reach, right } = page;
  return {
    ...page,
    index: index + delta,
    reach: reach + delta,
    right: right && { ...right, index: right.index + delta },
  };
}

/** Whether an old page opens as a new one does: at the same place, with the same cue, scene and lock. */
function opensSame(old: Page, opening: ReturnType<typeof openPage>, delta: number): boolean {
  return (
    old.index + delta === opening.index &&
    old.offset === opening.offset &&
    old.id === opening.id &&
    old.cue === opening.cue &&
    old.scene === opening.scene &&
    old.lock === opening.lock &&
    old.lead === opening.lead &&
    old.right?.offset === opening.right?.offset &&
    (old.right ? old.right.index + delta === opening.right?.index : opening.right === undefined)
  );
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

function isBefore({ index, offset }: Page, next: Place, delta: number): boolean {
  return index + delta < next.index || (index + delta === next.index && offset < next.offset);
}
