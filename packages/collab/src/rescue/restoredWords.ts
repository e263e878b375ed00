/**
 * Keeps words single that several people bring back. When two have deleted the same words and both undo it, Yjs makes a
 * copy for each. A copy stands directly before what it is a copy of, and names it as its right neighbour, so every peer
 * can tell what it restores; whether words really are a copy, only the one who has the deleted words on its undo stack
 * can check. So each client looks after its own copies:
 *
 *  - others brought the words back first: one's own undo then takes theirs for its copy, and makes none;
 *  - both did it at once: the one with the higher client id takes its copy away, and goes on with the other's.
 */
import * as Y from 'yjs';
import { headOf } from '../row.ts';

/** The origin of the transactions in which a second copy is taken away. */
export const SINGLE_ORIGIN = Symbol('single');

/** A copy of one's own to take away, unit by unit as long as the other's. */
interface Double {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
  readonly other: Y.ID;
}

/** Watches a body whose undo stack keeps what this client deleted. Returns how to stop. */
export function keepRestoredSingle(body: Y.Text): () => void {
  const doc = body.doc!;
  const onChange = (_events: unknown, tx: Y.Transaction): void => {
    if (tx.local) return;
    const doubles: Double[] = [];
    for (const [client, after] of tx.afterState) {
      const before = tx.beforeState.get(client) ?? 0;
      if (client === doc.clientID || before >= after) continue;
      for (const item of newItems(doc, client, before)) if (item.parent === body) joinCopy(tx, item, doubles);
    }
    if (doubles.length > 0) doc.once('afterAllTransactions', () => takeAway(doc, doubles));
  };
  body.observeDeep(onChange);
  return () => body.unobserveDeep(onChange);
}

/** A list of its own: splitting items changes the store's. */
function newItems(doc: Y.Doc, client: number, from: number): Y.Item[] {
  const structs = doc.store.clients.get(client)!;
  return structs.slice(Y.findIndexSS(structs, from)).filter((struct): struct is Y.Item => struct instanceof Y.Item);
}

/** If a new item restores what is deleted here and kept for undo, makes both undos mean one copy. */
function joinCopy(tx: Y.Transaction, copy: Y.Item, doubles: Double[]): void {
  if (copy.deleted || !copy.rightOrigin || !copy.countable) return;
  const { client } = copy.rightOrigin;
  const begin = copy.rightOrigin.clock + partOffset(tx.doc, copy);
  for (let done = 0; done < copy.length; ) {
    const id = Y.createID(client, begin + done);
    const found = keptAt(tx.doc, copy, id);
    if (!found) return;
    const length = Math.min(found.length, copy.length - done);
    if (found.state === 'kept') {
      const isSafe = isWhole(found.item, id.clock, length) && isWhole(copy, copy.id.clock + done, length);
      if (!isSafe || !isSame(found.item, id.clock - found.item.id.clock, copy, done, length)) return;
      joinUnits(tx, cutOut(tx, id, length), { copy, from: done, length }, doubles);
    }
    done += length;
  }
}

/**
 * What a copy would be a copy of: units that are deleted, and kept here for undo. Those that others deleted and this
 * client did not are collected: they are on no undo stack here. Live ones have no copies. Nothing is split for looking:
 * Yjs would replace the halves of a surrogate pair.
 */
function keptAt(
  doc: Y.Doc,
  copy: Y.Item,
  id: Y.ID,
): { state: 'kept' | 'collected'; item: Y.Item; length: number } | undefined {
  if (Y.getState(doc.store, id.client) <= id.clock) return undefined;
  const item: Y.Item | Y.GC = Y.getItem(doc.store, id);
  if (!(item instanceof Y.Item) || !item.deleted || item.parent !== copy.parent) return undefined;
  const length = item.length - (id.clock - item.id.clock);
  return { state: item.content instanceof Y.ContentDeleted ? 'collected' : 'kept', item, length };
}

/** The item of exactly these units. They are known to be words whose ends part no surrogate pair, or a head. */
function cutOut(tx: Y.Transaction, { client, clock }: Y.ID, length: number): Y.Item {
  const item = Y.getItemCleanStart(tx, Y.createID(client, clock)) as Y.Item;
  if (item.length > length) Y.getItemCleanEnd(tx, tx.doc.store, Y.createID(client, clock + length - 1));
  return item;
}

interface Part {
  readonly copy: Y.Item;
  readonly from: number;
  readonly length: number;
}

/** Lets one's own undo mean the other's copy; if it has made one already, one of the two is too much. */
function joinUnits(tx: Y.Transaction, original: Y.Item, { copy, from, length }: Part, doubles: Double[]): void {
  const other = Y.createID(copy.id.client, copy.id.clock + from);
  const own = original.redone && liveCopy(tx.doc, original.redone);
  if (!own) pointTo(original, other, copy);
  else if (own.client === tx.doc.clientID && own.client > other.client) {
    doubles.push({ client: own.client, clock: own.clock, length, other });
  }
}

/** How far into its copy an item begins: an edit inside a copy parts it, and each part names the same right neighbour. */
function partOffset(doc: Y.Doc, copy: Y.Item): number {
  let first = copy;
  while (first.origin && first.origin.client === first.id.client && first.origin.clock === first.id.clock - 1) {
    const left: Y.Item | Y.GC = Y.getItem(doc.store, first.origin);
    if (!(left instanceof Y.Item) || !Y.compareIDs(left.rightOrigin, copy.rightOrigin)) break;
    first = left;
  }
  return copy.id.clock - first.id.clock;
}

/** Whether units of two items hold the same: the same words, or heads of one id. */
function isSame(a: Y.Item, from: number, b: Y.Item, at: number, length: number): boolean {
  if (a.content instanceof Y.ContentString && b.content instanceof Y.ContentString) {
    return a.content.str.slice(from, from + length) === b.content.str.slice(at, at + length);
  }
  const [first, second] = [headOf(a), headOf(b)];
  return first !== undefined && second !== undefined && lastId(first) !== undefined && lastId(first) === lastId(second);
}

/** The id that a head has or had; what is deleted but kept for undo can still be read. */
function lastId(head: Y.Map<unknown>): unknown {
  const item = head._map.get('id');
  return item?.content.getContent()[item.length - 1];
}

/** The unit that stands for a redone one now; `undefined` if it is deleted again. */
function liveCopy(doc: Y.Doc, id: Y.ID): Y.ID | undefined {
  for (let at = id; ; ) {
    if (Y.getState(doc.store, at.client) <= at.clock) return undefined;
    const item: Y.Item | Y.GC = Y.getItem(doc.store, at);
    if (!(item instanceof Y.Item)) return undefined;
    if (!item.redone) return item.deleted ? undefined : at;
    at = Y.createID(item.redone.client, item.redone.clock + at.clock - item.id.clock);
  }
}

/** From now on what restores the original is the other's copy; for a head, its entries too. */
function pointTo(original: Y.Item, other: Y.ID, copy: Y.Item): void {
  original.redone = other;
  const [old, fresh] = [headOf(original), headOf(copy)];
  if (!old || !fresh) return;
  for (const [key, entry] of old._map) {
    const now = fresh._map.get(key);
    if (now) entry.redone = now.id;
  }
}

/** Deletes the units of one's own that stand live in both copies, and notes the other's as what they are now. */
function takeAway(doc: Y.Doc, doubles: readonly Double[]): void {
  doc.transact((tx) => {
    for (const { client, clock, length, other } of doubles) {
      for (let done = 0; done < length; ) {
        const id = Y.createID(client, clock + done);
        const found: Y.Item | Y.GC = Y.getItem(doc.store, id);
        const units = Math.min(length - done, found.length - (id.clock - found.id.clock));
        const twin = Y.createID(other.client, other.clock + done);
        if (found instanceof Y.Item && !found.deleted && isLive(doc, twin, units) && isWhole(found, id.clock, units)) {
          const item = cutOut(tx, id, units);
          item.delete(tx);
          item.redone = twin;
        }
        done += units;
      }
    }
    // Yjs remembers places in a text by index; deleting an item by hand moves them.
    for (const type of tx.changed.keys()) type._searchMarker?.splice(0);
  }, SINGLE_ORIGIN);
}

/** Whether units of an item begin and end at no half of a surrogate pair. */
function isWhole({ content, id }: Y.Item, clock: number, length: number): boolean {
  if (!(content instanceof Y.ContentString)) return true;
  const isLow = (at: number): boolean => at < content.str.length && /[\udc00-\udfff]/.test(content.str[at]!);
  return !isLow(clock - id.clock) && !isLow(clock - id.clock + length);
}

function isLive(doc: Y.Doc, { client, clock }: Y.ID, length: number): boolean {
  for (let at = clock; at < clock + length; ) {
    const item: Y.Item | Y.GC = Y.getItem(doc.store, Y.createID(client, at));
    if (!(item instanceof Y.Item) || item.deleted) return false;
    at = item.id.clock + item.length;
  }
  return true;
}
