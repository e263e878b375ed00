/** The words of a shot's or a beat's fields. Several people type into them at once, so only what changed is written. */
import type { TextFieldName } from '@tramline/shots';
import * as Y from 'yjs';
import { changeBetween } from '../textChange.ts';
import { edit, openShots, type Row, rowOf } from './shotsDocument.ts';

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
