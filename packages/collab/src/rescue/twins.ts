/**
 * Keeps elements single that several people move at the same moment. Yjs knows no moves: each mover deletes what it saw
 * and puts a copy elsewhere, so the element would stand there as often as it was moved.
 *
 * A client looks after the copies that it made itself. If somebody else took the same element out, too, and has a copy of
 * it under the same id, the copy of the lowest client id stays. Whoever made another takes it away; what was written in it
 * since goes into the one that stays, whoever wrote it: words and elements to their place, a type, words that were
 * deleted. A copy that does not look like what was moved is let be: two copies are better than a lost word.
 */
import * as Y from 'yjs';
import { sameValue } from '../bodyFormats.ts';
import type { BodyRows, RowsChange } from '../followBody.ts';
import type { Ground } from '../ground.ts';
import { type Head, itemOf, type Row } from '../row.ts';
import type { Script } from '../script.ts';
import { BodyMove, indexOfRow, mapOffset, RESCUE_ORIGIN, wordsOfRow } from './bodyMove.ts';
import { type Cut, type ItemName, idOf, isInCut, nameOf } from './cutRecord.ts';
import { onlyRemoved, type Range, removedBetween } from './removedWords.ts';
import type { Units } from './strayWords.ts';

/** How many elements that this client took out, and how many copies that it made of such, are remembered. */
const MOST_REMEMBERED = 2000;

/** One edit of this client that put copies somewhere: how much of everybody's writing was known after it. */
type Move = ReadonlyMap<number, number>;

/** A copy that this client made, and what it held then. */
interface Copy {
  readonly head: Head;
  readonly id: string;
  readonly move: Move;
  /** The heads that it was before, the newest first. */
  readonly earlier: readonly ItemName[];
  readonly words: string;
  /** The words, unit by unit. */
  readonly units: readonly Units[];
  readonly entries: Readonly<Record<string, unknown>>;
}

/** A copy to take away, and the element that stays. */
interface Twin {
  readonly copy: Copy;
  /** `undefined` if its words have been joined to another element. */
  readonly row: Row | undefined;
  readonly stays: Row;
  /** Which of the copied words do not stand in the one that stays. */
  readonly missing: readonly Range[];
}

export class Twins {
  readonly #script: Script;
  readonly #followed: BodyRows;
  /** By id, the heads of elements that this client took out. */
  readonly #gone = new Map<string, readonly ItemName[]>();
  readonly #copies = new Map<Head, Copy>();
  #mayDouble = false;

  constructor(script: Script, followed: BodyRows) {
    this.#script = script;
    this.#followed = followed;
  }

  /** Whether there may be something to do. */
  get isDue(): boolean {
    return this.#mayDouble;
  }

  /** Notes what a transaction of this client took out and put elsewhere, and whether an id may have become double. */
  note({ tx, before, stretches, renamed }: RowsChange): void {
    if (tx.local && tx.origin !== RESCUE_ORIGIN) {
      for (const { from, to } of stretches) {
        for (const { head, rawId } of before.slice(from, to))
          if (head && itemOf(head).deleted) this.#noteGone(head, rawId);
      }
      this.#noteCopies(tx, stretches);
    }
    if (renamed.length > 0) this.#mayDouble = this.#copies.size > 0;
  }

  /** Notes that others put cuts on record. */
  noteCuts(): void {
    this.#mayDouble = this.#copies.size > 0;
  }

  #noteGone(head: Head, id: string): void {
    const earlier = [nameOf(head), ...(this.#copies.get(head)?.earlier ?? [])];
    this.#gone.delete(id);
    this.#gone.set(id, earlier);
    dropOldest(this.#gone);
  }

  #noteCopies(tx: Y.Transaction, stretches: RowsChange['stretches']): void {
    if (this.#gone.size === 0) return;
    const { clientID } = this.#script.doc;
    const begin = tx.beforeState.get(clientID) ?? 0;
    const { ground } = this.#followed;
    const isFresh = ({ client, clock }: { client: number; clock: number }): boolean =>
      client === clientID && clock >= begin;
    for (const row of stretches.flatMap(({ rows }) => rows)) {
      const { head, rawId: id } = row;
      const earlier = head && this.#gone.get(id);
      if (!earlier || !isFresh(itemOf(head).id)) continue;
      const units = wordsOfRow(ground, ground.ordinalOf(row)).filter(isFresh);
      const words = textOf(ground, units);
      this.#copies.set(head, { head, id, move: tx.afterState, earlier, words, units, entries: head.toJSON() });
    }
    dropOldest(this.#copies);
  }

  /** Takes away the copies of this client that are too much. `cuts` gives those that others have on record. */
  settle(cuts: () => readonly Cut[]): void {
    if (!this.#mayDouble) return;
    this.#mayDouble = false;
    const twins = this.#findTwins(cuts);
    if (twins.length > 0) this.#takeAway(twins);
  }

  #findTwins(cuts: () => readonly Cut[]): Twin[] {
    const { body, doc } = this.#script;
    const { rows } = this.#followed;
    const holders = Map.groupBy(rows, ({ rawId }) => rawId);
    const byHead = new Map(rows.map((row) => [row.head, row]));
    const wasCut = ({ earlier }: Copy): boolean =>
      earlier.some((name) => cuts().some((cut) => isInCut(body, cut, idOf(name))));
    const twins: Twin[] = [];
    for (const copy of this.#copies.values()) {
      const stays = lowestClient(holders.get(copy.id)?.filter(({ head }) => head !== copy.head) ?? []);
      if (!stays || clientOf(stays) >= doc.clientID || !wasCut(copy)) continue;
      const missing = missingIn(doc, copy.words, stays);
      if (missing) twins.push({ copy, row: byHead.get(copy.head), stays, missing });
    }
    return twins;
  }

  #takeAway(twins: readonly Twin[]): void {
    const { body, doc } = this.#script;
    const { ground } = this.#followed;
    const due = twins
      .filter((twin): twin is Twin & { row: Row } => twin.row !== undefined)
      .toSorted((a, b) => ground.ordinalOf(a.row) - ground.ordinalOf(b.row));
    if (due.length === 0) return;
    const edit = new BodyMove(ground);
    for (const twin of due) takeOneAway(ground, edit, twin, withAdded(ground, twin, twins), twins);
    doc.transact(() => {
      for (const { copy, row, stays } of due) carryEntries(copy, row, stays);
      edit.apply(body, RESCUE_ORIGIN);
    }, RESCUE_ORIGIN);
    for (const { copy } of due) this.#noteGone(copy.head, copy.id);
  }
}

const clientOf = (row: Row): number => itemOf(row.head!).id.client;

function dropOldest(map: Map<unknown, unknown>): void {
  for (const key of map.keys()) {
    if (map.size <= MOST_REMEMBERED) return;
    map.delete(key);
  }
}

function lowestClient(rows: readonly Row[]): Row | undefined {
  return rows.filter(({ head }) => head).toSorted((a, b) => clientOf(a) - clientOf(b))[0];
}

/**
 * Which of a copy's words do not stand in another copy: its maker had not seen them, or deleted them. `undefined` if the
 * other is no copy of it: half of the words are not in it.
 */
function missingIn(doc: Y.Doc, words: string, { head, text }: Row): readonly Range[] | undefined {
  const hull = removedBetween(words, text);
  if (hull.from === hull.to) return [];
  const missing = goneSinceWritten(doc, head!, words) ?? [hull];
  const length = missing.reduce((sum, { from, to }) => sum + to - from, 0);
  return length * 2 > words.length ? undefined : missing;
}

/** Which of these words are gone in an element that was written with them; `undefined` if it was written otherwise. */
function goneSinceWritten({ store }: Y.Doc, head: Head, words: string): Range[] | undefined {
  const { parent, id } = itemOf(head);
  const structs = store.clients.get(id.client)!;
  const gone: Range[] = [];
  let done = 0;
  let last = id.clock;
  for (let at = Y.findIndexSS(structs, id.clock) + 1; done < words.length; at++) {
    const item = structs[at];
    if (!(item instanceof Y.Item)) return undefined;
    if (item.parent === head) continue;
    // What was written in one go hangs together, unit by unit.
    if (item.parent !== parent || item.origin?.client !== id.client || item.origin.clock !== last) return undefined;
    last = item.id.clock + item.length - 1;
    const { content } = item;
    if (content instanceof Y.ContentFormat) continue;
    const length = Math.min(item.length, words.length - done);
    if (item.deleted) gone.push({ from: done, to: done + length });
    else if (!(content instanceof Y.ContentString) || content.str.slice(0, length) !== words.slice(done, done + length))
      return undefined;
    done += length;
  }
  return gone;
}

/** The rows to take away with a copy: its own, and what was put behind it since and belongs to what was moved. */
function withAdded(ground: Ground, { copy, row }: Twin & { row: Row }, twins: readonly Twin[]): Row[] {
  const rows = [row];
  const ofMove = new Map(twins.filter(({ copy: { move } }) => move === copy.move).map((twin) => [twin.row, twin]));
  const isScene = [...ofMove.keys()].some((moved) => moved && isHeading(moved));
  for (let at = ground.ordinalOf(row) + 1; ; at++) {
    const next = ground.rows[at];
    const isAdded = next && !ofMove.has(next) && !isHeading(next) && isNewer(next, copy.move);
    if (isAdded && isWrittenIn(ground.body.doc!, copy, twins, itemOf(next.head!).id)) rows.push(next);
    else return isScene || ofMove.has(next) ? rows : [row];
  }
}

const isHeading = ({ head }: Row): boolean => head?.get('type') === 'heading';

function isNewer({ head }: Row, known: Move): boolean {
  const { client, clock } = itemOf(head!).id;
  return clock >= (known.get(client) ?? 0);
}

/** A part of an element's words, and the copy whose words it is; `undefined` if it was written later or by others. */
interface Part {
  readonly units: Units;
  readonly of: Twin | undefined;
}

/** Takes one copy out of the body, and puts what was written in it since where the element stays. */
function takeOneAway(ground: Ground, edit: BodyMove, twin: Twin, rows: readonly Row[], twins: readonly Twin[]): void {
  const { copy, stays } = twin;
  const { words } = copy;
  const read = rows.map((row) => {
    const units = wordsOfRow(ground, ground.ordinalOf(row));
    return { row, parts: units.flatMap((some) => partsOf(some, twins)) };
  });
  const own = read.flatMap(({ parts }) => parts.flatMap(({ units, of }) => (of === twin ? [units] : [])));
  const left = textOf(ground, own);
  const start = indexOfRow(ground, stays) + 1;
  let offset = 0;
  const target = (): number => start + mapOffset(words, stays.text, mapOffset(left, words, offset));
  for (const { row, parts } of read) {
    let at = indexOfRow(ground, row) + 1;
    if (row === rows[0]) edit.remove(at - 1, 1);
    else edit.move({ kind: 'head', head: row.head!, offset }, target());
    for (const { units, of } of parts) {
      if (of && !isMissing(of, units.clock)) edit.remove(at, units.length);
      else if (of || isWrittenIn(ground.body.doc!, copy, twins, units)) {
        edit.move({ kind: 'words', units, offset, isDirect: true }, target());
      }
      if (of === twin) offset += units.length;
      at += units.length;
    }
  }
  removeHere(edit, words, left, stays.text, start);
}

/** Parts units by the copies whose words they are, and by whether these are missing in the one that stays. */
function partsOf({ client, clock, length }: Units, twins: readonly Twin[]): Part[] {
  const near = twins.filter(({ copy: { units } }) =>
    units.some((own) => own.client === client && own.clock < clock + length && clock < own.clock + own.length),
  );
  const bounds = near.flatMap(({ copy: { units }, missing }) => [
    ...units.flatMap((own) => [own.clock, own.clock + own.length]),
    ...missing.flatMap(({ from, to }) => [clockAt(units, from), clockAt(units, to)]),
  ]);
  const starts = new Set([clock, ...bounds.filter((at) => at > clock && at < clock + length)]);
  const sorted = [...starts].toSorted((a, b) => a - b);
  return sorted.map((from, at) => ({
    units: { client, clock: from, length: (sorted[at + 1] ?? clock + length) - from },
    of: near.find(({ copy }) => offsetOf(copy.units, from) !== undefined),
  }));
}

/** The clock of the unit at an offset of some units; of the end, the one behind the last. */
function clockAt(units: readonly Units[], offset: number): number {
  let rest = offset;
  for (const { clock, length } of units) {
    if (rest < length) return clock + rest;
    rest -= length;
  }
  const last = units.at(-1)!;
  return last.clock + last.length;
}

/** The offset of a clock in some units of this client. */
function offsetOf(units: readonly Units[], at: number): number | undefined {
  let offset = 0;
  for (const { clock, length } of units) {
    if (clock <= at && at < clock + length) return offset + at - clock;
    offset += length;
  }
  return undefined;
}

function isMissing({ copy, missing }: Twin, clock: number): boolean {
  const offset = offsetOf(copy.units, clock)!;
  return missing.some(({ from, to }) => from <= offset && offset < to);
}

/**
 * Whether something was written into what an edit moved, and not left behind there by a move of others: whatever it was
 * put behind, and what that was put behind, and so on, is in a copy in the end.
 */
function isWrittenIn({ store }: Y.Doc, { move }: Copy, twins: readonly Twin[], from: Y.ID): boolean {
  const copies = twins.flatMap(({ copy }) => (copy.move === move ? [copy] : []));
  const isInCopy = (id: Y.ID): boolean =>
    copies.some(({ head, units }) => {
      if (id.client !== itemOf(head).id.client) return false;
      return id.clock === itemOf(head).id.clock || offsetOf(units, id.clock) !== undefined;
    });
  for (let id: Y.ID | null = from; id; ) {
    if (isInCopy(id)) return true;
    const item: Y.Item | Y.GC = Y.getItem(store, id);
    if (!(item instanceof Y.Item)) return false;
    // Inside one item each unit was put behind the one before it; where it begins in a copy, all of it is.
    id = isInCopy(item.id) ? item.id : item.origin;
  }
  return false;
}

/** Takes words out of the element that stays which were deleted in the copy, if it is plain which. */
function removeHere(edit: BodyMove, words: string, left: string, staying: string, start: number): void {
  const gone = onlyRemoved(words, left);
  if (!gone) return;
  const at = mapOffset(words, staying, gone.from);
  const length = gone.to - gone.from;
  if (staying.slice(at, at + length) === words.slice(gone.from, gone.to)) edit.remove(start + at, length);
}

function textOf({ body }: Ground, units: readonly Units[]): string {
  return units
    .map(({ client, clock, length }) => {
      const item = Y.getItem(body.doc!.store, Y.createID(client, clock)) as Y.Item;
      const from = clock - item.id.clock;
      return item.content instanceof Y.ContentString ? item.content.str.slice(from, from + length) : '';
    })
    .join('');
}

/** Gives the element that stays what was set on the copy since and is not set otherwise on it. */
function carryEntries({ entries }: Copy, { head }: Row, stays: Row): void {
  const now = head!.toJSON() as Record<string, unknown>;
  for (const key of new Set([...Object.keys(entries), ...Object.keys(now)])) {
    const [was, is] = [entries[key], now[key]];
    if (key === 'id' || sameValue(was, is) || !sameValue(stays.head!.get(key), was)) continue;
    if (is === undefined) stays.head!.delete(key);
    else stays.head!.set(key, is);
  }
}
