/** Edits of shots. Each is one transaction. A shot that somebody else has just removed is an expected outcome: `false`. */
import { type CodeFieldName, type NumberFieldName, type ShotFields, TEXT_FIELD_NAMES } from '@tramline/shots';
import type { Anchor } from '@tramline/wire';
import * as Y from 'yjs';
import { sameValue } from '../bodyFormats.ts';
import { type MapShape, SHOT_SHAPE } from '../documentShape.ts';
import { isAllowedName, isAllowedValue } from '../valueRule.ts';
import { edit, openShots, type Row, rowOf } from './shotsDocument.ts';

/** A new shot. `beat` absent or `null`: in none; `anchor` absent or `null`: it covers no words yet. */
export interface NewShot {
  readonly id: string;
  readonly order: string;
  readonly beat?: string | null;
  readonly anchor?: Anchor | null;
  readonly fields?: Partial<ShotFields>;
}

/** New values of codes and numbers; `null` clears one. */
export type ShotChange = { readonly [N in CodeFieldName | NumberFieldName]?: ShotFields[N] | null };

/** Where a shot stands in the list. `beat` absent: it stays in its beat; `null`: in none. */
export interface ShotMove {
  readonly order: string;
  readonly beat?: string | null;
}

/** Sets a plain value, or clears it. Throws a `RangeError` for what the server would refuse. */
export function setValue(shape: MapShape, row: Row, name: string, value: unknown): void {
  const entry = shape.keys[name];
  if (value === null || value === undefined) {
    if (row.has(name)) row.delete(name);
    return;
  }
  if (entry?.type !== 'value' || !isAllowedValue(entry.rule, value))
    throw new RangeError(`not a ${name}: ${JSON.stringify(value)}`);
  if (!sameValue(row.get(name), value)) row.set(name, value);
}

/** Throws a `RangeError` unless a name may be the id of a new row. */
export function checkNewId(rows: Y.Map<unknown>, id: string): void {
  if (!isAllowedName(id)) throw new RangeError(`not an id: ${JSON.stringify(id)}`);
  if (rows.has(id)) throw new RangeError(`the id is taken: ${id}`);
}

/** Makes a shot with all of its texts, so that two people never make one of them twice. Throws a `RangeError` for a taken id. */
export function createShot(doc: Y.Doc, { id, order, beat = null, anchor = null, fields = {} }: NewShot): void {
  const { shots } = openShots(doc);
  checkNewId(shots, id);
  edit(doc, () => {
    const row: Row = new Y.Map();
    shots.set(id, row);
    for (const name of TEXT_FIELD_NAMES) row.set(name, new Y.Text(fields[name] ?? ''));
    for (const [name, value] of Object.entries({ order, beat, anchor })) setValue(SHOT_SHAPE, row, name, value);
    for (const [name, value] of Object.entries(fields)) if (!row.has(name)) setValue(SHOT_SHAPE, row, name, value);
  });
}

function editShot(doc: Y.Doc, id: string, values: Readonly<Record<string, unknown>>): boolean {
  const row = rowOf(openShots(doc).shots, id);
  if (row === undefined) return false;
  edit(doc, () => {
    for (const [name, value] of Object.entries(values)) setValue(SHOT_SHAPE, row, name, value);
  });
  return true;
}

/** Changes codes and numbers of a shot. */
export function changeShot(doc: Y.Doc, id: string, change: ShotChange): boolean {
  return editShot(doc, id, change);
}

/** Moves a shot in the list. */
export function moveShot(doc: Y.Doc, id: string, { order, beat }: ShotMove): boolean {
  return editShot(doc, id, beat === undefined ? { order } : { order, beat });
}

/** Lets a shot cover other words. */
export function reattachShot(doc: Y.Doc, id: string, anchor: Anchor): boolean {
  return editShot(doc, id, { anchor });
}

/** Removes a shot. Undo brings it back with all of its words. */
export function removeShot(doc: Y.Doc, id: string): boolean {
  const { shots } = openShots(doc);
  if (!shots.has(id)) return false;
  edit(doc, () => shots.delete(id));
  return true;
}
