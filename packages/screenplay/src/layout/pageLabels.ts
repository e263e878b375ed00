/** What the pages of a table are called: by their place, or, once pages are locked, by their locks and letters. */
import { insertedLabel } from './pageLock.ts';
import type { PageTable } from './paginate.ts';

/**
 * The label of each page, in order. Unlocked: `1`, `2`, …. Locked: a page that begins at a lock has its label; pages that
 * came between are called by letters (`12A`); when the next locked pages have lost their words, the page before them
 * stands for them too (`11-12`).
 */
export function pageLabels({ pages, locks }: PageTable): string[] {
  if (locks.length === 0) return pages.map((_, index) => String(index + 1));
  const present = new Set(pages.flatMap(({ lock }) => lock ?? []));
  const labels: string[] = [];
  let base = '';
  let behind = 0;
  for (const { lock } of pages) {
    if (lock !== undefined) [base, behind] = [lock, 0];
    else if (base === '') labels.push(String(labels.length + 1));
    else labels.push(insertedLabel(base, behind++));
    if (lock !== undefined) labels.push(lock);
  }
  return labels.map((label, index) => lendNumbers(label, pages[index + 1]?.lock, pages[index + 1] === undefined));

  function lendNumbers(label: string, next: string | undefined, isLast: boolean): string {
    const at = locks.findIndex((lock) => lock.label === label);
    if (at < 0 || (next === undefined && !isLast)) return label;
    const until = next === undefined ? locks.length : locks.findIndex((lock) => lock.label === next);
    const gone = locks.slice(at + 1, until).filter((lock) => !present.has(lock.label));
    return gone.length === 0 ? label : `${label}-${gone.at(-1)!.label}`;
  }
}

/** The label of one page: the same as in `pageLabels`, without making the others' where no page is locked. */
export function pageLabel(table: PageTable, at: number): string {
  return table.locks.length === 0 ? String(at + 1) : (pageLabels(table)[at] ?? '');
}
