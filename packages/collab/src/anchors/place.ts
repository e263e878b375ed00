/** Places that survive editing: a token of the body, named by its Yjs id. Nothing here writes. */
import type { RelativePlace } from '@tramline/wire';
import * as Y from 'yjs';
import type { Ground } from '../ground.ts';
import { type Head, headOf, itemOf } from '../row.ts';

/** A place in the words: the ordinal of an element, and an offset in UTF-16 code units in it. */
export interface Place {
  readonly ordinal: number;
  readonly offset: number;
}

/** A place that was found again. `gone`: the token that it held on to is deleted, and this is where it stood. */
export interface FoundPlace extends Place {
  readonly gone: boolean;
}

/** Negative if `a` stands before `b`, positive if after it, 0 if they are one place. */
export function comparePlaces(a: Place, b: Place): number {
  return a.ordinal - b.ordinal || a.offset - b.offset;
}

/** The word unit at an offset of an element, given by its head; `undefined` behind its last one. */
export function unitAt(body: Y.Text, head: Head | null, offset: number): Y.ID | undefined {
  let rest = offset;
  for (let item = head ? itemOf(head).right : body._start; item; item = item.right) {
    if (item.deleted || !item.countable) continue;
    if (headOf(item)) return undefined;
    if (rest < item.length) return Y.createID(item.id.client, item.id.clock + rest);
    rest -= item.length;
  }
  return undefined;
}

/**
 * Names the token beside a place. `before` holds on to the token before it, which for offset 0 is the element's head:
 * so a caret at the end of an element never slips into the next one. `after` holds on to the word's own unit, and at the
 * end of an element, where there is none, falls back to `before`. Throws a `RangeError` for an ordinal that does not exist.
 */
export function nameToken(ground: Ground, { ordinal, offset }: Place, side: 'before' | 'after'): RelativePlace {
  const row = ground.rows[ordinal];
  if (!row) throw new RangeError(`no element ${ordinal} among ${ground.rows.length}`);
  const assoc = side === 'before' ? -1 : 0;
  const name = ({ client, clock }: Y.ID): RelativePlace => ({ item: { client, clock }, assoc });
  if (side === 'before' && offset === 0) return row.head ? name(itemOf(row.head).id) : { item: null, assoc };
  const unit = unitAt(ground.body, row.head, side === 'before' ? offset - 1 : offset);
  if (unit) return name(unit);
  if (side === 'before') throw new RangeError(`offset ${offset} is behind the end of element ${ordinal}`);
  return nameToken(ground, { ordinal, offset }, 'before');
}

/**
 * Follows the notes that an undo on this replica leaves where it puts a copy in place of what was deleted. A note about a
 * copy that somebody else made is for undo alone: others have no such note, and would see the place elsewhere.
 */
function itemAt({ store, clientID }: Y.Doc, id: Y.ID): { item: Y.Item; diff: number } | undefined {
  for (let at = id; ; ) {
    if (Y.getState(store, at.client) <= at.clock) return undefined;
    const item: Y.Item | Y.GC = Y.getItem(store, at);
    const diff = at.clock - item.id.clock;
    if (!(item instanceof Y.Item)) return undefined;
    const redone: Y.ID | null = item.redone;
    if (redone?.client !== clientID) return { item, diff };
    at = Y.createID(redone.client, redone.clock + diff);
  }
}

/** Finds a named token again; `undefined` if this replica has not seen it yet, or has collected it. */
export function findToken(ground: Ground, { item: id, assoc }: RelativePlace): FoundPlace | undefined {
  if (!id) return { ordinal: 0, offset: 0, gone: false };
  const found = itemAt(ground.body.doc!, Y.createID(id.client, id.clock));
  if (!found || found.item.parent !== ground.body) return undefined;
  const { item, diff } = found;
  const gone = item.deleted;
  let offset = gone || headOf(item) ? 0 : diff + (assoc < 0 ? 1 : 0);
  let head = gone ? undefined : headOf(item);
  for (let left = item.left; left && !head; left = left.left) {
    if (left.deleted || !left.countable) continue;
    head = headOf(left);
    if (!head) offset += left.length;
  }
  if (!head) return { ordinal: 0, offset: ground.rows[0]!.head ? 0 : offset, gone };
  const ordinal = ground.index.ofHead(head);
  return ordinal < 0 ? undefined : { ordinal, offset, gone };
}
