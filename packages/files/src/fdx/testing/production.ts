/** A production's file, and single edits of it, for tests. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Element, idsFrom } from '@tramline/screenplay';
import type { FdxDocument } from '../fdxDocument.ts';
import { readFdx } from '../readFdx.ts';
import { writeFdx } from '../writeFdx.ts';

const fixture = fileURLToPath(
  new URL('../../../../../tests/fixtures/screenplay/synthetic/production.fdx', import.meta.url),
);
/** The file as it is. */
export const source = readFileSync(fixture, 'utf8');

/** Reads a file that must be readable. */
export function read(file: string): FdxDocument {
  const result = readFdx(file, { newId: idsFrom('') });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.document;
}

/** The file as read. */
export const production = read(source);
/** An edit of a whole script. */
export type Change = (elements: readonly Element[]) => readonly Element[];
/** The file after an edit. */
export const write = (change: Change, origin = production) => writeFdx(change(origin.elements), origin.title, origin);
/** Changes the element that holds `text`. */
export const changing =
  (text: string, change: (element: Element) => Partial<Element>): Change =>
  (elements) =>
    elements.map((element) => (element.text.includes(text) ? { ...element, ...change(element) } : element));
/** Types `now` in place of `text`; marks around it grow or move. */
export const retyping = (text: string, now: string) =>
  changing(text, (element) => {
    const end = element.text.indexOf(text) + text.length;
    const move = (place: number) => (place >= end ? place + now.length - text.length : place);
    const marks = element.marks?.map((mark) => ({ ...mark, from: move(mark.from), to: move(mark.to) }));
    return { text: element.text.replace(text, now), ...(marks ? { marks } : {}) };
  });

/** Lines that are only in the one, `-`, or only in the other, `+`; both texts have each line's neighbours in order. */
export function difference(then: string, now: string): string[] {
  const [a, b] = [then.split('\n'), now.split('\n')];
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const lines = (mark: string, all: string[]) => all.slice(start, all.length - end).map((line) => mark + line.trim());
  return [...lines('-', a), ...lines('+', b)];
}

/** The same for a file without places counted over its script. */
export const plain = read(
  source.replace(/ *<LockedPages>.*?<\/LockedPages>\n/s, '').replace(/ *<ScriptNotes>.*?<\/ScriptNotes>\n/s, ''),
);
/** The lines that an edit changes in that file. */
export const differenceOf = (change: Change) => difference(plain.source, write(change, plain));
