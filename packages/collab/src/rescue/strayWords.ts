/** Finds the words of one's own that were left behind when somebody took their element out. */
import * as Y from 'yjs';
import type { RowsChange } from '../followBody.ts';
import { type Head, headOf, itemOf, type Row } from '../row.ts';

/** A stretch of word units of one client. */
export interface Units {
  readonly client: number;
  readonly clock: number;
  readonly length: number;
}

/**
 * Something of one's own inside an element that was taken out. `offset` counts the units of the element that went, and
 * that stood before it. `isDirect`: it stands under no head of its own, and so has become part of the element before.
 */
export type Stray =
  | { readonly kind: 'words'; readonly units: Units; readonly offset: number; readonly isDirect: boolean }
  | { readonly kind: 'head'; readonly head: Head; readonly offset: number };

/** An element that went, with strays in it. */
export interface Bereft {
  readonly head: Y.ID;
  /** The element's id, under which it may live elsewhere. */
  readonly id: string;
  /** What its head held. */
  readonly entries: Readonly<Record<string, unknown>>;
  /** The words that went with it. */
  readonly words: string;
  readonly strays: readonly Stray[];
}

/** The elements that a transaction of others deleted the heads of, and in which something of one's own still stands. */
export function readBereft({ tx, before, stretches }: RowsChange, isOwn: (client: number) => boolean): Bereft[] {
  const found: Bereft[] = [];
  for (const { from, to } of stretches) {
    for (let ordinal = from; ordinal < to; ordinal++) {
      const row = before[ordinal]!;
      if (!row.head || !wentIn(tx, itemOf(row.head))) continue;
      const bereft = readStrays(tx, row, endOf(before, ordinal, isOwn), isOwn);
      if (bereft.strays.length > 0) found.push(bereft);
    }
  }
  return found;
}

const wentIn = (tx: Y.Transaction, item: Y.Item): boolean => item.deleted && Y.isDeleted(tx.deleteSet, item.id);

/** How many elements of one's own behind one that went may turn out to have been unknown to who took it out. */
const MOST_FOLLOWERS = 20;

/** Where the element ended at the latest in the author's view: the next head that went or that somebody else put there. */
function endOf(before: readonly Row[], ordinal: number, isOwn: (client: number) => boolean): Y.Item | null {
  const most = Math.min(before.length - 1, ordinal + 1 + MOST_FOLLOWERS);
  for (let next = ordinal + 1; next <= most; next++) {
    const item = itemOf(before[next]!.head!);
    if (item.deleted || !isOwn(item.id.client) || next === most) return item;
  }
  return null;
}

function readStrays(tx: Y.Transaction, row: Row, end: Y.Item | null, isOwn: (client: number) => boolean): Bereft {
  const strays: Stray[] = [];
  let words = '';
  let isDirect = true;
  for (let item = itemOf(row.head!).right; item && item !== end; item = item.right) {
    const { client, clock } = item.id;
    const head = item.deleted ? undefined : headOf(item);
    if (wentIn(tx, item) && item.content instanceof Y.ContentString) words += item.content.str;
    if (item.deleted || !item.countable) continue;
    const offset = words.length;
    if (head && !isOwn(client)) break;
    if (head) {
      isDirect = false;
      strays.push({ kind: 'head', head, offset });
    } else if (!isDirect || isOwn(client)) {
      strays.push({ kind: 'words', units: { client, clock, length: item.length }, offset, isDirect });
    }
  }
  return { head: itemOf(row.head!).id, id: row.rawId, entries: lostEntries(row.head!), words, strays };
}

/** What a deleted head held: Yjs keeps it until the end of the transaction. */
function lostEntries(head: Head): Record<string, unknown> {
  const entries: Record<string, unknown> = {};
  for (const [key, item] of head._map) {
    const value: unknown = item.content.getContent()[item.length - 1];
    if (value !== undefined && !(value instanceof Y.AbstractType)) entries[key] = value;
  }
  return entries;
}
