/** Edits of beats. Each is one transaction. A beat that somebody else has just removed is an expected outcome: `false`. */
import type { Anchor } from '@tramline/wire';
import * as Y from 'yjs';
import { BEAT_SHAPE } from '../documentShape.ts';
import { checkNewId, setValue } from './editShots.ts';
import { edit, openShots, type Row, rowOf } from './shotsDocument.ts';
import { writeText } from './shotText.ts';

/** A new beat. `anchor` says where in the script it was made. */
export interface NewBeat {
  readonly id: string;
  readonly order: string;
  readonly title?: string;
  readonly anchor?: Anchor | null;
}

/** New words or a new place in the script; what is absent stays. */
export interface BeatChange {
  readonly title?: string;
  readonly anchor?: Anchor | null;
}

/** Makes a beat. Throws a `RangeError` for a taken id. */
export function createBeat(doc: Y.Doc, { id, order, title = '', anchor = null }: NewBeat): void {
  const { beats } = openShots(doc);
  checkNewId(beats, id);
  edit(doc, () => {
    const row: Row = new Y.Map();
    beats.set(id, row);
    row.set('title', new Y.Text(title));
    setValue(BEAT_SHAPE, row, 'order', order);
    setValue(BEAT_SHAPE, row, 'anchor', anchor);
  });
}

function editBeat(doc: Y.Doc, id: string, change: (row: Row) => void): boolean {
  const row = rowOf(openShots(doc).beats, id);
  if (row !== undefined) edit(doc, () => change(row));
  return row !== undefined;
}

/** Renames a beat, or gives it another place in the script. */
export function changeBeat(doc: Y.Doc, id: string, { title, anchor }: BeatChange): boolean {
  return editBeat(doc, id, (row) => {
    if (title !== undefined) writeText(row, 'title', title);
    if (anchor !== undefined) setValue(BEAT_SHAPE, row, 'anchor', anchor);
  });
}

/** Moves a beat in the list; its shots go with it. */
export function moveBeat(doc: Y.Doc, id: string, order: string): boolean {
  return editBeat(doc, id, (row) => setValue(BEAT_SHAPE, row, 'order', order));
}

/** Removes a beat. Its shots stay where they are in the list, in no beat. */
export function removeBeat(doc: Y.Doc, id: string): boolean {
  const { beats, shots } = openShots(doc);
  if (!beats.has(id)) return false;
  edit(doc, () => {
    for (const key of shots.keys()) {
      const shot = rowOf(shots, key);
      if (shot?.get('beat') === id) shot.delete('beat');
    }
    beats.delete(id);
  });
  return true;
}
