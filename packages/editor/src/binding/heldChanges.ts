/** What others changed while an input method was composing here: held back, and shown in one step at its end. */
import type { Node } from '@tiptap/pm/model';
import type { Place, Row, RowsChange } from '@tramline/collab';
import { elementStarts, tokensBefore } from '../elementStarts.ts';
import { Alignment } from './alignment.ts';
import type { LocalEdits } from './localEdits.ts';
import type { Patch } from './remoteSteps.ts';

const tokensOf = (row: Row): number => row.text.length + (row.head ? 1 : 0);

/** The changes that one composition holds back. */
export class HeldChanges {
  /** The rows that the editor shows, apart from what is composed. */
  readonly rows: readonly Row[];
  readonly #alignment: Alignment;

  constructor(rows: readonly Row[]) {
    this.rows = rows;
    this.#alignment = new Alignment(rows.reduce((sum, row) => sum + tokensOf(row), 0));
  }

  /**
   * Whether a change can be held: that of a body without a first head cannot be followed token by token, and a row that
   * only got another name cannot be told from one that stayed.
   */
  static mayHold({ before, stretches, renamed }: RowsChange): boolean {
    const isRead = (row: Row): boolean => stretches.some(({ rows }) => rows.includes(row));
    return before[0]!.head !== null && stretches.every(({ trace }) => trace !== undefined) && renamed.every(isRead);
  }

  /** Holds one more change of the body. */
  hold({ before, stretches }: RowsChange): void {
    for (const { from, trace } of stretches.toReversed()) {
      let index = 0;
      for (let at = 0; at < from; at++) index += tokensOf(before[at]!);
      this.#alignment.changeBody(index, trace!);
    }
  }

  /** What the editor's edits are for the body that it does not show. */
  map({ edits, heads }: LocalEdits): LocalEdits {
    return { edits: this.#alignment.changeBoth(edits), heads };
  }

  /** The place in the body of a position in the editor's document. */
  placeAt(doc: Node, rows: readonly Row[], pos: number): Place {
    let rest = this.#alignment.toBody(tokensBefore(doc, pos));
    for (const [ordinal, row] of rows.entries()) {
      if (rest <= tokensOf(row)) return { ordinal, offset: Math.max(0, rest - (row.head ? 1 : 0)) };
      rest -= tokensOf(row);
    }
    return { ordinal: rows.length - 1, offset: rows.at(-1)!.text.length };
  }

  /** The position in the editor's document of a place in the body. */
  posAt(doc: Node, rows: readonly Row[], { ordinal, offset }: Place): number {
    let index = offset + (rows[ordinal]!.head ? 1 : 0);
    for (let at = 0; at < ordinal; at++) index += tokensOf(rows[at]!);
    const token = Math.max(1, this.#alignment.toEditor(index));
    const starts = elementStarts(doc);
    let at = 0;
    while (at + 1 < starts.length && starts[at + 1]! - (at + 1) < token) at++;
    return token + at;
  }

  /** What to show at the end, in order: the elements that are other ones than those that the editor's document shows. */
  patches(doc: Node, rows: readonly Row[]): Patch[] {
    const starts = elementStarts(doc);
    const tokensBeforeElement = (ordinal: number): number => (starts[ordinal] ?? doc.content.size) - ordinal;
    let [body, at] = [0, 0];
    const bodyIndex = (ordinal: number): number => {
      for (; at < ordinal; at++) body += tokensOf(rows[at]!);
      return body;
    };
    let grown = 0;
    return patchesBetween(this.rows, rows).map((patch) => {
      const first = patch.from + grown;
      grown += patch.rows.length - (patch.to - patch.from);
      const [b0, b1] = [bodyIndex(first), bodyIndex(first + patch.rows.length)];
      const [e0, e1] = [tokensBeforeElement(patch.from), tokensBeforeElement(patch.to)];
      return { ...patch, trace: this.#alignment.trace(e0, e1, b0, b1) };
    });
  }
}

/** The stretches in which two lists of rows differ. Rows that did not change are the same objects. */
export function patchesBetween(before: readonly Row[], after: readonly Row[]): Patch[] {
  const known = new Map(before.map((row, ordinal) => [row, ordinal]));
  const patches: Patch[] = [];
  let [from, fresh] = [0, 0];
  const close = (to: number, end: number): void => {
    if (from < to || fresh < end) patches.push({ from, to, rows: after.slice(fresh, end) });
    [from, fresh] = [to + 1, end + 1];
  };
  for (const [at, row] of after.entries()) {
    const old = known.get(row);
    if (old !== undefined && old >= from) close(old, at);
  }
  close(before.length, after.length);
  return patches;
}
