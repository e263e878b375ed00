/**
 * The record of whole elements that were taken out of a body, by a cut, a move or a deletion. Yjs tells every peer what
 * is deleted, but not what its author had seen: only the author's own client knows that it took an element out with all
 * its words, and did not just join it to the one before. It says so here, so that a peer who typed into the element at
 * the same moment knows its words for strays (see `strayWords.ts`).
 *
 * A cut is `[first, until]`: the name of the first head taken out, and that of the first head behind them that stayed in
 * the author's view (`null`: the end). What stands between the two and is not deleted, the author had not seen.
 *
 * Shape: under one of {@link SLOTS} keys a string, `client|first,until|first,until…` with the client's last few cuts.
 */
import * as Y from 'yjs';
import { followBody } from '../followBody.ts';
import { type Head, itemOf, type Row } from '../row.ts';

/** The name of an item: its client and clock. */
export type ItemName = `${number}.${number}`;

/** One cut: from the first head taken out, to the first head behind that stayed. */
export type Cut = readonly [first: ItemName, until: ItemName | null];

/** How many keys all clients share. A newer client's record may take an older one's place. */
const SLOTS = 32;
/** How many cuts a client keeps on record. */
const KEPT_CUTS = 16;
const cutPattern = /^(\d{1,10}\.\d{1,10}),(\d{1,10}\.\d{1,10})?$/;
/** Marks a transaction that holds the record of its cuts. */
const RECORDED = Symbol('recorded');

/** The name of a head's item. */
export function nameOf(head: Head): ItemName {
  const { client, clock } = itemOf(head).id;
  return `${client}.${clock}`;
}

/** The id behind a name. */
export function idOf(name: ItemName): Y.ID {
  const [client, clock] = name.split('.').map(Number);
  return Y.createID(client!, clock!);
}

/**
 * The cuts that a transaction of this client made: runs of elements that went with every word that was in them. `before`
 * are the rows from before it.
 */
export function readCuts(tx: Y.Transaction, before: readonly Row[]): Cut[] {
  const cuts: Cut[] = [];
  for (let ordinal = 0; ordinal < before.length; ordinal++) {
    const first = before[ordinal]!;
    let hadWords = false;
    let at = ordinal;
    for (; at < before.length; at++) {
      const { head, text } = before[at]!;
      if (!head || !itemOf(head).deleted || !isTakenOut(tx, head, before[at + 1]?.head ?? null)) break;
      hadWords ||= text !== '';
    }
    // Backspace in an element without words joins it to the one before: whoever types there meanwhile stays joined, too.
    if (hadWords) {
      const stayed = before[at]?.head ?? null;
      cuts.push([nameOf(first.head!), stayed && nameOf(stayed)]);
    }
    ordinal = Math.max(ordinal, at - 1);
  }
  return cuts;
}

function isTakenOut(tx: Y.Transaction, head: Head, next: Head | null): boolean {
  const end = next && itemOf(next);
  for (let item = itemOf(head).right; item && item !== end; item = item.right) {
    const isNew = item.id.clock >= (tx.beforeState.get(item.id.client) ?? 0);
    if (!item.deleted && item.countable && !isNew) return false;
  }
  return true;
}

/** Edits a body in one transaction that also holds the record of what it takes out whole. */
export function editBody(body: Y.Text, origin: unknown, write: () => void): void {
  const doc = body.doc!;
  const { rows } = followBody(body);
  doc.transact((tx) => {
    write();
    if (tx.deleteSet.clients.size === 0) return;
    tx.meta.set(RECORDED, true);
    const cuts = readCuts(tx, rows);
    if (cuts.length > 0) recordCuts(doc.getMap('cuts'), doc.clientID, cuts);
  }, origin);
}

/** Whether a transaction was made by {@link editBody}. */
export function isRecorded(tx: Y.Transaction): boolean {
  return tx.meta.has(RECORDED);
}

/** Puts cuts of this client on record. */
export function recordCuts(cuts: Y.Map<unknown>, clientId: number, fresh: readonly Cut[]): void {
  const key = String(clientId % SLOTS);
  const old = readRecord(cuts.get(key));
  const known = old?.client === clientId ? old.cuts : [];
  const kept = [...known, ...fresh].slice(-KEPT_CUTS);
  cuts.set(key, [clientId, ...kept.map(([first, until]) => `${first},${until ?? ''}`)].join('|'));
}

/** All cuts on record that others made. What has not their form is left out. */
export function recordedCuts(cuts: Y.Map<unknown>, isOwn: (client: number) => boolean): Cut[] {
  return [...cuts.values()].flatMap((value) => {
    const record = readRecord(value);
    return record && !isOwn(record.client) ? record.cuts : [];
  });
}

function readRecord(value: unknown): { client: number; cuts: Cut[] } | undefined {
  if (typeof value !== 'string') return undefined;
  const [client, ...texts] = value.split('|');
  return { client: Number(client), cuts: texts.flatMap(readCut) };
}

function readCut(text: string): Cut[] {
  const match = cutPattern.exec(text);
  return match ? [[match[1] as ItemName, (match[2] as ItemName | undefined) ?? null]] : [];
}

/** Whether an item stands inside a cut: at its first head or behind it, and before the head that stayed. */
export function isInCut(body: Y.Text, [first, until]: Cut, id: Y.ID): boolean {
  const { store } = body.doc!;
  const start = idOf(first);
  if (Y.getState(store, start.client) <= start.clock) return false;
  const end = until === null ? null : idOf(until);
  const begin: Y.Item | Y.GC = Y.getItem(store, start);
  if (!(begin instanceof Y.Item) || begin.parent !== body) return false;
  for (let item: Y.Item | null = begin; item; item = item.right) {
    if (end && holds(item, end)) return false;
    if (holds(item, id)) return true;
  }
  return false;
}

/** Whether an item holds the unit of an id: deleted neighbours become one item. */
function holds(item: Y.Item, { client, clock }: Y.ID): boolean {
  return item.id.client === client && item.id.clock <= clock && clock < item.id.clock + item.length;
}
