/**
 * Lets shots and beats hold on to words that were moved. A move deletes the units that an anchor holds on to, and puts
 * copies elsewhere: the anchor is then found by its element's id and its quote, which is good until the words change. Who
 * moved them writes the anchor anew, over the units that stand there now.
 */
import type { Anchor } from '@tramline/wire';
import * as Y from 'yjs';
import { createAnchor, resolveAnchor } from '../anchors/anchor.ts';
import type { Ground } from '../ground.ts';
import { readBeats, readShots } from './readShots.ts';
import { openShots, rowOf } from './shotsDocument.ts';

/** The origin of these edits: nobody's undo takes them back. */
export const RENEW_ORIGIN: unique symbol = Symbol('anchors renewed');

/**
 * Writes the anchors of a shots document anew whose elements were moved and that do not hold on to living units any more.
 * `isMoved` tells by its id whether an element was. How many anchors there were.
 */
export function renewAnchors(doc: Y.Doc, ground: Ground, isMoved: (elementId: string) => boolean): number {
  const { shots, beats } = openShots(doc);
  const due = [
    ...readShots(doc).map(({ id, anchor }) => ({ rows: shots, id, anchor })),
    ...readBeats(doc).map(({ id, anchor }) => ({ rows: beats, id, anchor })),
  ].flatMap(({ rows, id, anchor }) => {
    if (!anchor || anchor.quote === '' || !(isMoved(anchor.start.element) || isMoved(anchor.end.element))) return [];
    if (isHeld(ground, anchor)) return [];
    const place = resolveAnchor(ground, anchor);
    if (place.state === 'orphaned') return [];
    return [{ row: rowOf(rows, id)!, anchor: createAnchor(ground, place.start, place.end) }];
  });
  if (due.length > 0) {
    doc.transact(() => {
      for (const { row, anchor } of due) row.set('anchor', anchor);
    }, RENEW_ORIGIN);
  }
  return due.length;
}

/** Whether an end of an anchor still holds on to a unit that lives. */
function isHeld({ body }: Ground, { start, end }: Anchor): boolean {
  return [start, end].some(({ rel: { item } }) => {
    if (!item || Y.getState(body.doc!.store, item.client) <= item.clock) return false;
    const found: Y.Item | Y.GC = Y.getItem(body.doc!.store, Y.createID(item.client, item.clock));
    return found instanceof Y.Item && !found.deleted;
  });
}
