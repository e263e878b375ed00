/**
 * The shots document of a script: its beats and its shots, each a map of maps by id.
 * Shape: `beats` holds `{ title: Y.Text, order, anchor? }`, `shots` holds `{ order, beat?, anchor? }` and beside them every field of
 * `SHOT_FIELDS` by name, texts as `Y.Text`, codes and numbers as plain values. Keys that are not known are kept and not read.
 */
import * as Y from 'yjs';

/** The origin of every edit that this device makes here; undo follows it. */
export const SHOTS_EDIT: unique symbol = Symbol('shots edit');

/** A map of one shot or one beat. */
export type Row = Y.Map<unknown>;

/** The parts of a shots document. */
export interface ShotsDocument {
  readonly doc: Y.Doc;
  readonly beats: Y.Map<unknown>;
  readonly shots: Y.Map<unknown>;
}

/** Opens a shots document. Creates the roots with their types and writes nothing. */
export function openShots(doc: Y.Doc): ShotsDocument {
  return { doc, beats: doc.getMap('beats'), shots: doc.getMap('shots') };
}

/** The map under an id; `undefined` when there is none, or something else stands there. */
export function rowOf(rows: Y.Map<unknown>, id: string): Row | undefined {
  const row = rows.get(id);
  return row instanceof Y.Map ? row : undefined;
}

/** Runs one edit as one transaction of this device. */
export function edit<T>(doc: Y.Doc, change: () => T): T {
  return doc.transact(change, SHOTS_EDIT);
}
