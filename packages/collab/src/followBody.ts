/** Keeps the rows of a body up to date, reading only what a transaction touched. */
import * as Y from 'yjs';
import { PLAIN, sameFormats } from './bodyFormats.ts';
import { Ground, RowIndex } from './ground.ts';
import { duplicateId, type Head, headOf, itemOf, type Life, type Row, readRow, readRows, type Trace } from './row.ts';

/** A stretch that was read again: `[from, to)` of the rows before the change became `rows`. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Row[];
  /** What happened to each stretch of tokens; `undefined` where the walk could not pair old with new. */
  readonly trace: readonly Trace[] | undefined;
}

/** What one Yjs transaction did to the rows. Stretches are in order and apart, in ordinals from before the change. */
export interface RowsChange {
  readonly tx: Y.Transaction;
  /** All rows from before the change. */
  readonly before: readonly Row[];
  readonly stretches: readonly Stretch[];
  /** Rows outside or inside the stretches whose shown id changed (R2). */
  readonly renamed: readonly Row[];
}

/** How many touched rows are found one by one before an index of all rows pays. */
const FEW_TOUCHED = 8;

/** The rows of one body, followed. Made by {@link followBody}. */
export class BodyRows {
  readonly body: Y.Text;
  /** The stored form of each element. Replaced, never changed, except for a row's shown id. */
  rows: readonly Row[];
  readonly #byHead = new Map<Head | null, Row>();
  readonly #holders = new Map<string, Row | Set<Row>>();
  readonly #listeners = new Set<(change: RowsChange) => void>();
  #index: RowIndex;
  #ground: Ground | undefined;

  constructor(body: Y.Text) {
    this.body = body;
    this.rows = readRows(body);
    this.#index = new RowIndex(this.rows);
    body.observeDeep(this.#onBody);
  }

  /** The ground of this moment; the same object until the next change. */
  get ground(): Ground {
    this.#ground ??= new Ground(this.body, this.rows, this.#index);
    return this.#ground;
  }

  /** Calls back after every transaction that touched the body, when `rows` is up to date. Returns how to stop. */
  subscribe(listener: (change: RowsChange) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Stops following; used by tests that open very many documents. */
  destroy(): void {
    this.body.unobserveDeep(this.#onBody);
    followers.delete(this.body);
  }

  readonly #onBody = (_events: unknown, tx: Y.Transaction): void => {
    const life: Life = {
      added: (item) => item.id.clock >= (tx.beforeState.get(item.id.client) ?? 0),
      removed: (item) => Y.isDeleted(tx.deleteSet, item.id),
    };
    const before = this.rows;
    // Not in the constructor: opening a script is waited for, its first change is not.
    if (this.#byHead.size === 0) for (const row of before) this.#register(row);
    const stretches = this.#readAgain(this.#touchedHeads(tx), life);
    const renamed = this.#splice(stretches);
    for (const listener of [...this.#listeners]) listener({ tx, before, stretches, renamed });
  };

  /** The heads of the known rows in which something changed; `null` stands for the words before the first head. */
  #touchedHeads(tx: Y.Transaction): Set<Head | null> {
    const touched = new Set<Head | null>();
    const seen = new Set<Y.Item>();
    const touchLeft = (from: Y.Item | null): void => {
      let item = from;
      for (; item && !seen.has(item); item = item.left) {
        seen.add(item);
        const head = item.deleted ? undefined : headOf(item);
        if (head && this.#byHead.has(head)) return void touched.add(head);
      }
      if (!item) touched.add(null);
    };
    const touch = (item: Y.Item): void => {
      const { parent } = item;
      const head = headOf(item);
      if (parent === this.body) touchLeft(head && !item.deleted && this.#byHead.has(head) ? item : item.left);
      else if (parent instanceof Y.Map && parent._item?.parent === this.body && this.#byHead.has(parent))
        touched.add(parent);
    };
    forEachNewItem(this.body.doc!, tx, touch);
    Y.iterateDeletedStructs(tx, tx.deleteSet, (struct) => {
      if (struct instanceof Y.Item) touch(struct);
    });
    return touched;
  }

  /** Reads the touched rows again, and after each as many more as the change of formats or heads reaches. */
  #readAgain(touched: Set<Head | null>, life: Life): Stretch[] {
    const stretches: Stretch[] = [];
    let done = 0;
    let leadDone = false;
    for (const { head, from } of this.#startsOf(touched)) {
      if (from < done || (head === null && leadDone)) continue;
      if (head !== null && leadDone && from === 0 && done === 0 && stretches[0]?.rows.some((row) => row.head === head))
        continue;
      const stretch = this.#readStretch(head, from, touched, life);
      stretches.push(stretch);
      done = stretch.to;
      leadDone ||= head === null;
    }
    return stretches;
  }

  #startsOf(touched: Set<Head | null>): { head: Head | null; from: number }[] {
    const all = touched.size > FEW_TOUCHED ? new Map(this.rows.map((row, at) => [row.head, at])) : undefined;
    const ordinal = (head: Head | null): number =>
      all ? (all.get(head) ?? -1) : this.rows.findIndex((row) => row.head === head);
    return [...touched]
      .filter((head) => head === null || !itemOf(head).deleted)
      .map((head) => ({ head, from: Math.max(0, ordinal(head)) }))
      .sort((x, y) => x.from - y.from || (x.head === null ? -1 : 1));
  }

  #readStretch(head: Head | null, from: number, touched: Set<Head | null>, life: Life): Stretch {
    const rows: Row[] = [];
    const trace: Trace[] = [];
    const hadLead = head === null && this.rows[0]!.head === null;
    let to = head === null && !hadLead ? 0 : from + 1;
    let read = readRow(this.body, head, head ? this.rows[from]!.open : PLAIN, life, trace);
    if (head !== null || read.row.runs.length > 0 || !read.next) rows.push(read.row);
    while (true) {
      while (to < this.rows.length && itemOf(this.rows[to]!.head!).deleted) to++;
      if (!read.next) break;
      const next = headOf(read.next)!;
      const known = to < this.rows.length && this.rows[to]!.head === next;
      if (known && !touched.has(next) && sameFormats(this.rows[to]!.open, read.close)) break;
      read = readRow(this.body, next, read.close, life, trace);
      rows.push(read.row);
      if (known) to++;
    }
    return { from, to, rows, trace: head === null ? undefined : trace };
  }

  #register(row: Row): void {
    this.#byHead.set(row.head, row);
    const holders = this.#holders.get(row.rawId);
    if (!holders) this.#holders.set(row.rawId, row);
    else if (holders instanceof Set) holders.add(row);
    else this.#holders.set(row.rawId, new Set([holders, row]));
  }

  #unregister(row: Row): void {
    this.#byHead.delete(row.head);
    const holders = this.#holders.get(row.rawId);
    if (holders instanceof Set) holders.delete(row);
    if (holders === row || (holders instanceof Set && holders.size === 0)) this.#holders.delete(row.rawId);
  }

  /** Puts the rows that were read again in place. Returns the rows whose shown id changed thereby (R2). */
  #splice(stretches: readonly Stretch[]): Row[] {
    const ids = new Set<string>();
    let sameHeads = true;
    for (const { from, to, rows } of stretches) {
      sameHeads &&= rows.length === to - from && rows.every((row, at) => keepsPlace(row, this.rows[from + at]!));
      for (let at = from; at < to; at++) {
        const row = this.rows[at]!;
        ids.add(row.rawId);
        this.#unregister(row);
      }
    }
    this.rows = splicedRows(this.rows, stretches);
    for (const { rows } of stretches) {
      for (const row of rows) {
        this.#register(row);
        ids.add(row.rawId);
      }
    }
    const renamed = [...ids].flatMap((id) => this.#nameHolders(id));
    this.#ground = undefined;
    if (!sameHeads || renamed.length > 0) this.#index = new RowIndex(this.rows);
    return renamed;
  }

  /** Shows the lowest holder of an id under it and the others under stand-ins. Returns those whose name changed. */
  #nameHolders(id: string): Row[] {
    const holders = this.#holders.get(id);
    if (!holders) return [];
    const sorted = holders instanceof Set ? [...holders] : [holders];
    if (sorted.length > 1) {
      const order = new Map(sorted.map((row) => [row, this.rows.indexOf(row)]));
      sorted.sort((x, y) => order.get(x)! - order.get(y)!);
    }
    const renamed: Row[] = [];
    for (const [at, row] of sorted.entries()) {
      const shown = at === 0 ? row.rawId : duplicateId(row);
      if (row.id === shown) continue;
      row.id = shown;
      renamed.push(row);
    }
    return renamed;
  }
}

const followers = new WeakMap<Y.Text, BodyRows>();

/** Follows a body. All who ask for the same body share one follower, which lives as long as the document. Writes nothing. */
export function followBody(body: Y.Text): BodyRows {
  let rows = followers.get(body);
  if (!rows) {
    rows = new BodyRows(body);
    followers.set(body, rows);
  }
  return rows;
}

/** Calls back with every item that a transaction brought, deleted ones included. */
export function forEachNewItem(doc: Y.Doc, tx: Y.Transaction, call: (item: Y.Item) => void): void {
  for (const [client, after] of tx.afterState) {
    const before = tx.beforeState.get(client) ?? 0;
    if (before === after) continue;
    const structs = doc.store.clients.get(client)!;
    for (let at = Y.findIndexSS(structs, before); at < structs.length; at++) {
      const struct = structs[at];
      if (struct instanceof Y.Item) call(struct);
    }
  }
}

function keepsPlace(fresh: Row, old: Row): boolean {
  return fresh.head === old.head && fresh.rawId === old.rawId && old.id === old.rawId;
}

function splicedRows(rows: readonly Row[], stretches: readonly Stretch[]): Row[] {
  if (stretches.every((stretch) => stretch.rows.length === stretch.to - stretch.from)) {
    const next = rows.slice();
    for (const stretch of stretches) for (const [at, row] of stretch.rows.entries()) next[stretch.from + at] = row;
    return next;
  }
  const next: Row[] = [];
  let at = 0;
  for (const stretch of stretches) {
    for (; at < stretch.from; at++) next.push(rows[at]!);
    for (const row of stretch.rows) next.push(row);
    at = stretch.to;
  }
  for (; at < rows.length; at++) next.push(rows[at]!);
  return next;
}
