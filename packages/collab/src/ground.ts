/** What places and anchors are read against: the rows of a body at one moment, found by head, by id and by ordinal. */
import type * as Y from 'yjs';
import { type Head, type Row, readRows } from './row.ts';

/** How many look-ups by scanning are cheaper than building a map of all rows. */
const SCANS_BEFORE_MAP = 6;

/** Finds ordinals. Shared by all grounds between two changes of the rows' heads or ids. */
export class RowIndex {
  readonly #rows: readonly Row[];
  #scans = 0;
  #heads: Map<Head | null, number> | undefined;
  #ids: Map<string, number> | undefined;

  constructor(rows: readonly Row[]) {
    this.#rows = rows;
  }

  /** The ordinal of the row of a head; -1 if no row has it. */
  ofHead(head: Head | null): number {
    if (!this.#heads && this.#scans++ < SCANS_BEFORE_MAP) return this.#rows.findIndex((row) => row.head === head);
    this.#heads ??= new Map(this.#rows.map((row, ordinal) => [row.head, ordinal]));
    return this.#heads.get(head) ?? -1;
  }

  /** The ordinal of the row that is shown under an id; -1 if none is. */
  ofId(id: string): number {
    if (!this.#ids && this.#scans++ < SCANS_BEFORE_MAP) return this.#rows.findIndex((row) => row.id === id);
    this.#ids ??= new Map(this.#rows.map((row, ordinal) => [row.id, ordinal]));
    return this.#ids.get(id) ?? -1;
  }
}

/**
 * The rows of a body at one moment. It is never changed; a change of the body makes another ground. Tokens are looked up
 * in the live body, so a ground is good only until the next Yjs transaction.
 */
export class Ground {
  readonly body: Y.Text;
  /** In the order of the script; never empty. A row that did not change is the same object in the next ground. */
  readonly rows: readonly Row[];
  readonly index: RowIndex;
  #joined: { readonly text: string; readonly starts: readonly number[] } | undefined;

  constructor(body: Y.Text, rows: readonly Row[], index: RowIndex = new RowIndex(rows)) {
    this.body = body;
    this.rows = rows;
    this.index = index;
  }

  /** The ordinal of a row of this ground; -1 if it is not one of its rows. */
  ordinalOf(row: Row): number {
    const ordinal = this.index.ofHead(row.head);
    return this.rows[ordinal] === row ? ordinal : -1;
  }

  /** All words, elements joined by one line feed, and where each element starts in them. Made when first asked for. */
  get joined(): { readonly text: string; readonly starts: readonly number[] } {
    if (!this.#joined) {
      const starts: number[] = [];
      let at = 0;
      for (const row of this.rows) {
        starts.push(at);
        at += row.text.length + 1;
      }
      this.#joined = { text: this.rows.map((row) => row.text).join('\n'), starts };
    }
    return this.#joined;
  }
}

/** Reads a body afresh. Costs one walk over it; `followBody(body).ground` is the one that is kept up to date. */
export function readGround(body: Y.Text): Ground {
  return new Ground(body, readRows(body));
}
