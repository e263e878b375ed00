/** Moves of words and heads inside a body, and where they go. */
import * as Y from 'yjs';
import { findToken, type Place, unitAt } from '../anchors/place.ts';
import type { Run } from '../bodyFormats.ts';
import type { Ground } from '../ground.ts';
import { type Head, itemOf, type Row, storedOf } from '../row.ts';
import type { Stray, Units } from './strayWords.ts';

/** The origin of the transactions in which words are brought home and cuts are recorded. */
export const RESCUE_ORIGIN = Symbol('rescue');

/** The id of a stray's first unit. */
export const idOfStray = (stray: Stray): Y.ID =>
  stray.kind === 'head' ? itemOf(stray.head).id : Y.createID(stray.units.client, stray.units.clock);

/** How many units a stray has. */
export const lengthOf = (stray: Stray): number => (stray.kind === 'head' ? 1 : stray.units.length);

/** Where a stray stands; `undefined` if it is gone. */
export function placeOfStray(ground: Ground, stray: Stray): Place | undefined {
  const { client, clock } = idOfStray(stray);
  const found = findToken(ground, { item: { client, clock }, assoc: 0 });
  return found?.gone ? undefined : found;
}

/** The index in the body of a row's head; of the implicit element, of its first word less one. */
export function indexOfRow(ground: Ground, row: Row): number {
  let index = 0;
  for (const other of ground.rows) {
    if (other === row) return row.head ? index : index - 1;
    index += other.text.length + (other.head ? 1 : 0);
  }
  throw new RangeError('a row of another ground');
}

/** The index in the body of a place. */
export function indexOfPlace(ground: Ground, { ordinal, offset }: Place): number {
  return indexOfRow(ground, ground.rows[ordinal]!) + 1 + offset;
}

/** The word units of a row, item by item. */
export function wordsOfRow(ground: Ground, ordinal: number): Units[] {
  const row = ground.rows[ordinal]!;
  const units: Units[] = [];
  for (let offset = 0; offset < row.text.length; ) {
    const { client, clock } = unitAt(ground.body, row.head, offset)!;
    const item = Y.getItem(ground.body.doc!.store, Y.createID(client, clock)) as Y.Item;
    const length = item.length - (clock - item.id.clock);
    units.push({ client, clock, length });
    offset += length;
  }
  return units;
}

/** Where an offset of one text stands in another that grew out of it: from the nearer end that both have in common. */
export function mapOffset(before: string, after: string, offset: number): number {
  const most = Math.min(before.length, after.length);
  let prefix = 0;
  while (prefix < most && before[prefix] === after[prefix]) prefix++;
  let suffix = 0;
  while (suffix < most - prefix && before.at(-1 - suffix) === after.at(-1 - suffix)) suffix++;
  const at = offset <= prefix ? offset : Math.max(prefix, after.length - Math.max(suffix, before.length - offset));
  const code = after.charCodeAt(at);
  return code >= 0xdc00 && code < 0xe000 && at > 0 ? at - 1 : at;
}

/** Moves of tokens inside a body, written in one pass. Indexes count tokens before any of them. */
export class BodyMove {
  readonly #ground: Ground;
  readonly #removals: { index: number; length: number }[] = [];
  readonly #inserts: { index: number; insert: string | Head; attributes: Record<string, unknown>; from?: Units }[] = [];

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  get isEmpty(): boolean {
    return this.#removals.length + this.#inserts.length === 0;
  }

  remove(index: number, length: number): void {
    this.#removals.push({ index, length });
  }

  insertHead(head: Head, index: number): void {
    this.#inserts.push({ index, insert: head, attributes: {} });
  }

  /** Moves one stray to an index. */
  move(stray: Stray, index: number): void {
    if (stray.kind === 'head') {
      this.#moveHead(stray.head, index);
      return;
    }
    const place = placeOfStray(this.#ground, stray)!;
    const { client, clock, length } = stray.units;
    this.remove(indexOfPlace(this.#ground, place), length);
    let done = 0;
    for (const { text, formats } of runsBetween(this.#ground.rows[place.ordinal]!, place.offset, length)) {
      const from = { client, clock: clock + done, length: text.length };
      this.#inserts.push({ index, insert: text, attributes: { ...formats }, from });
      done += text.length;
    }
  }

  #moveHead(head: Head, index: number): void {
    const row = this.#ground.rows[this.#ground.index.ofHead(head)]!;
    const { type, attrs } = storedOf(row);
    this.remove(indexOfRow(this.#ground, row), 1);
    this.insertHead(new Y.Map(Object.entries({ id: row.rawId, type, ...attrs })), index);
  }

  apply(body: Y.Text, origin: unknown): void {
    const edits = [
      ...this.#inserts.map((insert) => ({ ...insert, length: 0 })),
      ...this.#removals.map((removal) => ({ ...removal, insert: null })),
    ].sort((a, b) => a.index - b.index || a.length - b.length);
    const delta: object[] = [];
    let at = 0;
    for (const edit of edits) {
      if (edit.index > at) delta.push({ retain: edit.index - at });
      at = Math.max(at, edit.index);
      if (edit.insert === null) delta.push({ delete: edit.length });
      else delta.push({ insert: edit.insert, attributes: edit.attributes });
      at += edit.length;
    }
    const doc = body.doc!;
    doc.transact((tx) => {
      const clock = Y.getState(doc.store, doc.clientID);
      body.applyDelta(delta);
      linkCopies(
        tx,
        clock,
        edits.flatMap((edit) => (edit.insert !== null && 'from' in edit && edit.from ? [edit.from] : [])),
      );
    }, origin);
  }
}

/** The runs of `length` units of a row from an offset on. */
function runsBetween({ runs }: Row, from: number, length: number): Run[] {
  const cut: Run[] = [];
  let at = 0;
  for (const { text, formats } of runs) {
    const part = text.slice(Math.max(0, from - at), Math.max(0, from + length - at));
    if (part !== '') cut.push({ text: part, formats });
    at += text.length;
  }
  return cut;
}

/**
 * Notes for each moved unit where its copy is, as Yjs does after an undo: anchors of this replica follow, and undoing
 * the typing of the words takes the copy away. The copies stand in the store in the order in which they were written.
 */
function linkCopies(tx: Y.Transaction, clock: number, sources: readonly Units[]): void {
  const { store, clientID } = tx.doc;
  let copy = clock;
  for (const { client, clock: first, length } of sources) {
    while (copy < Y.getState(store, clientID) && !isWords(Y.getItem(store, Y.createID(clientID, copy)))) copy++;
    for (let done = 0; done < length; ) {
      const item = Y.getItemCleanStart(tx, Y.createID(client, first + done));
      if (!(item instanceof Y.Item) || !item.deleted) return;
      if (item.redone === null && item.length <= length - done) item.redone = Y.createID(clientID, copy + done);
      done += item.length;
    }
    copy += length;
  }
}

const isWords = (item: Y.Item | Y.GC): boolean => item instanceof Y.Item && item.content instanceof Y.ContentString;
