/** What people do to shots and beats, as edits of the shots document. Rules of order and undo; the shapes are collab's. */
import {
  type BeatRecord,
  changeBeat,
  changeShot,
  createBeat,
  createShot,
  moveShot,
  readBeats,
  readShots,
  removeBeat,
  removeShot,
  type ShotRecord,
  shotText,
} from '@tramline/collab';
import { compareOrder, orderBetween, type ShotFieldName, type TextFieldName } from '@tramline/shots';
import type { SharedText } from './bindText.ts';

type ShotsDoc = Parameters<typeof readShots>[0];

/** Sets a code or a number; `undefined` clears it. */
export function writeField(
  doc: ShotsDoc,
  shotId: string,
  field: Exclude<ShotFieldName, TextFieldName>,
  value: string | number | undefined,
): void {
  changeShot(doc, shotId, { [field]: value ?? null });
}

/** The shared text behind a text field; `undefined` when the shot is gone. */
export function fieldText(doc: ShotsDoc, shotId: string, field: TextFieldName): SharedText | undefined {
  return shotText(doc, shotId, field);
}

/** Deletes a shot and gives back how to undo it: the same shot, under its id, so that its decisions and comments are its own again. */
export function deleteShot(doc: ShotsDoc, shotId: string): () => void {
  const record = readShots(doc).find(({ id }) => id === shotId);
  removeShot(doc, shotId);
  return () => {
    if (record && !readShots(doc).some(({ id }) => id === shotId)) createShot(doc, record);
  };
}

/** A place in a list of shots: before one of them, or at the end; and the beat that the list is of, `null` for none. */
export interface ShotTarget {
  readonly beat: string | null;
  /** The shots that stand there, in their order, without the moved one. */
  readonly siblings: readonly ShotRecord[];
  readonly at: number;
}

/**
 * The order key that puts a shot at a place among its siblings. It lies between the sibling before and whatever shot of the whole
 * list follows that one, so that no other shot changes its key and none of another group is passed.
 */
export function orderAt(
  all: readonly Pick<ShotRecord, 'id' | 'order'>[],
  movedId: string,
  { siblings, at }: Pick<ShotTarget, 'siblings' | 'at'>,
  random: () => number,
): string {
  const others = all.filter(({ id }) => id !== movedId).toSorted(compareOrder);
  const [before, after] = [siblings[at - 1], siblings[at]];
  if (before) {
    const next = others[others.findIndex(({ id }) => id === before.id) + 1];
    return between(before.order, next?.order, random);
  }
  if (after) {
    const index = others.findIndex(({ id }) => id === after.id);
    return between(others[index - 1]?.order, after.order, random);
  }
  return between(others.at(-1)?.order, undefined, random);
}

/** Two rows may hold one key, when two people gave it at once; then the row goes behind both. */
function between(before: string | undefined, after: string | undefined, random: () => number): string {
  const hasRoom = before === undefined || after === undefined || before < after;
  return orderBetween(before ?? null, hasRoom ? (after ?? null) : null, random);
}

/** Moves one shot; only its own key changes. */
export function placeShot(doc: ShotsDoc, shotId: string, target: ShotTarget): void {
  const order = orderAt(readShots(doc), shotId, target, Math.random);
  moveShot(doc, shotId, { order, beat: target.beat });
}

/** A new beat behind all others, anchored where it was made. */
export function addBeat(doc: ShotsDoc, title: string, anchor: BeatRecord['anchor']): string {
  const last = readBeats(doc).toSorted(compareOrder).at(-1);
  const id = crypto.randomUUID();
  createBeat(doc, { id, title, order: orderBetween(last?.order ?? null, null, Math.random), anchor });
  return id;
}

export function renameBeat(doc: ShotsDoc, beatId: string, title: string): void {
  changeBeat(doc, beatId, { title });
}

/** Deletes a beat and gives back how to undo it. Its shots stay, in no beat. */
export function deleteBeat(doc: ShotsDoc, beatId: string): () => void {
  const record = readBeats(doc).find(({ id }) => id === beatId);
  const inside = readShots(doc).filter(({ beat }) => beat === beatId);
  removeBeat(doc, beatId);
  return () => {
    if (!record || readBeats(doc).some(({ id }) => id === beatId)) return;
    createBeat(doc, record);
    for (const { id, order } of readShots(doc))
      if (inside.some((shot) => shot.id === id)) moveShot(doc, id, { order, beat: beatId });
  };
}
