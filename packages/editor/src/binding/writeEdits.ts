/** Applies edits to a body. */
import type * as Y from 'yjs';
import type { BodyEdit, LocalEdits } from './localEdits.ts';

/** How many single edits are made by index before one pass over the body is cheaper. */
const MAX_INDEXED_EDITS = 8;

/**
 * Writes edits in one of two ways. By index, which Yjs does from a cached position in no time but without knowing the
 * formats in force: exact only where no format item is about. Else in one pass over the body, which knows them. Must run
 * inside a transaction.
 */
export function writeEdits(body: Y.Text, { edits, heads }: LocalEdits): void {
  for (const { head, key, value } of heads) {
    if (value === undefined) head.delete(key);
    else head.set(key, value);
  }
  const byIndex = edits.length <= MAX_INDEXED_EDITS && edits.every((edit) => edit.kind !== 'format' && edit.plain);
  if (byIndex) for (const edit of edits.toReversed()) writeByIndex(body, edit);
  else body.applyDelta(deltaOf(edits));
}

function writeByIndex(body: Y.Text, edit: BodyEdit): void {
  if (edit.kind === 'delete') body.delete(edit.index, edit.length);
  else if (edit.kind === 'insert' && typeof edit.content === 'string') body.insert(edit.index, edit.content);
  else if (edit.kind === 'insert') body.insertEmbed(edit.index, edit.content as Y.Map<unknown>);
}

function deltaOf(edits: readonly BodyEdit[]): object[] {
  const delta: object[] = [];
  let at = 0;
  for (const edit of edits) {
    if (edit.index > at) delta.push({ retain: edit.index - at });
    at = Math.max(at, edit.index);
    // Yjs writes into the attributes that it is given: it gets a copy.
    if (edit.kind === 'insert') delta.push({ insert: edit.content, attributes: { ...edit.formats } });
    else if (edit.kind === 'delete') delta.push({ delete: edit.length });
    else delta.push({ retain: edit.length, attributes: { ...edit.formats } });
    if (edit.kind !== 'insert') at += edit.length;
  }
  return delta;
}
