/** The words of a shot's or a beat's fields. Several people type into them at once, so only what changed is written. */
import type { TextFieldName } from '@tramline/shots';
import * as Y from 'yjs';
import { edit, openShots, type Row, rowOf } from './shotsDocument.ts';

/** A change of text: at `index`, `remove` units go and `insert` comes. */
export interface TextChange {
  readonly index: number;
  readonly remove: number;
  readonly insert: string;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** The smallest change from one text to another: what lies between their common start and their common end; never half a character. */
export function changeBetween(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (start > 0 && isHigh(before.charCodeAt(start - 1))) start--;
  let end = 0;
  while (
    end < shorter - start &&
    before.charCodeAt(before.length - 1 - end) === after.charCodeAt(after.length - 1 - end)
  )
    end++;
  if (end > 0 && isLow(before.charCodeAt(before.length - end))) end--;
  return { index: start, remove: before.length - start - end, insert: after.slice(start, after.length - end) };
}

/** Makes a text of a row say something else by the smallest edit. A missing text is made. Inside a transaction only. */
export function writeText(row: Row, name: string, words: string): void {
  const text = row.get(name);
  if (!(text instanceof Y.Text)) {
    row.set(name, new Y.Text(words));
    return;
  }
  const { index, remove, insert } = changeBetween(text.toString(), words);
  if (remove > 0) text.delete(index, remove);
  if (insert !== '') text.insert(index, insert);
}

/** The shared text of a field; `undefined` when there is no such shot, or a newer field was never written in it. */
export function shotText(doc: Y.Doc, id: string, field: TextFieldName): Y.Text | undefined {
  const text = rowOf(openShots(doc).shots, id)?.get(field);
  return text instanceof Y.Text ? text : undefined;
}

/** Makes a field's text say something else, by the smallest edit. `false`: there is no such shot any more. */
export function replaceShotText(doc: Y.Doc, id: string, field: TextFieldName, words: string): boolean {
  const row = rowOf(openShots(doc).shots, id);
  if (row !== undefined) edit(doc, () => writeText(row, field, words));
  return row !== undefined;
}
