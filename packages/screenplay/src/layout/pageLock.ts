/** Locked pages: where they begin, and what pages are called once they are locked. */

/**
 * A page that was locked. Shape: it begins at `offset` UTF-16 units of the printed text of the element `id`; `label` is
 * what it is called for good, such as `12` or `12A`. Locks are kept in the order of the pages.
 */
export interface PageLock {
  readonly label: string;
  readonly id: string;
  readonly offset: number;
}

/** Letters behind a locked page's number; I and O read as digits. */
const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/** `A` for 0, `B` for 1, … `Z`, then `AA`. */
export function pageLetters(index: number): string {
  const letter = letters[index % letters.length]!;
  return index < letters.length ? letter : pageLetters(Math.floor(index / letters.length) - 1) + letter;
}

/** What a page that comes `index + 1` pages behind a locked one is called: `12A`; behind `12A` that is `12AA`. */
export function insertedLabel(label: string, index: number): string {
  return label + pageLetters(index);
}
