/** What a part of a document is made of, unit by unit, and which updates touched it. */
import type { Anchor, RelativePlace, UnitRange } from '@tramline/wire';
import * as Y from 'yjs';
import type { AnchorPlace } from './anchors/anchor.ts';
import type { Ground } from './ground.ts';
import { itemOf } from './row.ts';
import { openShots, rowOf } from './shots/shotsDocument.ts';

/** Units of a document: those that stand there, and those that stood there and were deleted. */
export type Reach = readonly UnitRange[];

/** Collects units; neighbours of one client become one range. */
class Units {
  readonly ranges: [client: number, clock: number, length: number][] = [];

  add(client: number, clock: number, length: number): void {
    const last = this.ranges.at(-1);
    if (length <= 0) return;
    if (last && last[0] === client && last[1] + last[2] === clock) last[2] += length;
    else this.ranges.push([client, clock, length]);
  }

  addItem({ id, length }: Y.Item): void {
    this.add(id.client, id.clock, length);
  }

  /** What a shared text holds and held, formats left out. */
  addText(text: Y.Text): void {
    for (let item = text._start; item; item = item.right)
      if (!(item.content instanceof Y.ContentFormat)) this.addItem(item);
  }
}

/**
 * The units between the two ends of an anchor: words and heads that stand there, words that stood there, and the entries
 * of the heads. An anchor that is not found by its own units (its words were moved, say) reaches the words that it covers now.
 */
export function reachOfAnchor(ground: Ground, anchor: Anchor, place: AnchorPlace): Reach {
  const units = new Units();
  if (place.state === 'orphaned') return units.ranges;
  const [first, last] = [unitOf(ground, anchor.start.rel), unitOf(ground, anchor.end.rel)];
  if (place.by === 'rel' && first && last) addBetween(units, ground.body, first, last);
  else addPlace(units, ground, place);
  for (const { head } of ground.rows.slice(place.start.ordinal, place.end.ordinal + 1)) {
    for (const entry of head?._map.values() ?? []) units.addItem(entry);
  }
  return units.ranges;
}

function unitOf({ body }: Ground, { item }: RelativePlace): Y.ID | undefined {
  if (!item || Y.getState(body.doc!.store, item.client) <= item.clock) return undefined;
  return Y.createID(item.client, item.clock);
}

/** Everything from one unit to another, deleted or not. */
function addBetween(units: Units, body: Y.Text, first: Y.ID, last: Y.ID): void {
  let isIn = false;
  for (let item = body._start; item; item = item.right) {
    const isFirst = holds(item, first);
    const isLast = holds(item, last);
    isIn ||= isFirst;
    const from = isFirst ? first.clock - item.id.clock : 0;
    const to = isLast ? last.clock - item.id.clock + 1 : item.length;
    if (isIn && !(item.content instanceof Y.ContentFormat)) units.add(item.id.client, item.id.clock + from, to - from);
    if (isIn && isLast) return;
  }
}

/** What stands between two places: words, and a head before each element after the first. */
function addPlace(
  units: Units,
  { body, rows }: Ground,
  { start, end }: Extract<AnchorPlace, { state: 'placed' }>,
): void {
  let skip = start.offset;
  let rest = end.offset - start.offset;
  for (let at = start.ordinal; at < end.ordinal; at++) rest += rows[at]!.text.length + 1;
  const { head } = rows[start.ordinal]!;
  for (let item = head ? itemOf(head).right : body._start; item && rest > 0; item = item.right) {
    if (item.deleted || !item.countable) continue;
    const from = Math.min(skip, item.length);
    const length = Math.min(item.length - from, rest);
    units.add(item.id.client, item.id.clock + from, length);
    skip -= from;
    rest -= length;
  }
}

const holds = ({ id, length }: Y.Item, { client, clock }: Y.ID): boolean =>
  id.client === client && id.clock <= clock && clock < id.clock + length;

/** The units of some fields of a shot: the value of each, and for a text every word that stands or stood there. */
export function reachOfFields(doc: Y.Doc, shotId: string, fields: readonly string[]): Reach {
  const units = new Units();
  const row = rowOf(openShots(doc).shots, shotId);
  for (const field of fields) {
    const entry = row?._map.get(field);
    if (!entry) continue;
    units.addItem(entry);
    const value = row!.get(field);
    if (value instanceof Y.Text) units.addText(value);
  }
  return units.ranges;
}

/** An edit as the log keeps it: a Yjs update (V1), and when it was committed. */
export interface DatedUpdate {
  readonly bytes: Uint8Array;
  readonly at: Date;
}

/** The units of a reach that an update wrote, and those that it says are deleted. */
function touchedBy(update: Uint8Array, reach: ReadonlyMap<number, Reach>): { wrote: string[]; deleted: string[] } {
  const { structs, ds } = Y.decodeUpdate(update);
  const within = (client: number, clock: number, length: number): string[] =>
    (reach.get(client) ?? []).flatMap(([, from, some]) => {
      const begin = Math.max(from, clock);
      const end = Math.min(from + some, clock + length);
      return Array.from({ length: Math.max(0, end - begin) }, (_, at) => `${client}.${begin + at}`);
    });
  return {
    wrote: structs.flatMap((struct) =>
      struct instanceof Y.Skip ? [] : within(struct.id.client, struct.id.clock, struct.length),
    ),
    deleted: [...ds.clients].flatMap(([client, items]) =>
      items.flatMap(({ clock, len }) => within(client, clock, len)),
    ),
  };
}

/**
 * The newest edit since a moment that wrote or deleted any of some units; `updates` are all edits of the document, newest
 * first, and are read only as far as needed. Who comes back after a while sends along what others deleted: so a unit was
 * deleted by the oldest edit that says so. With `isMovable`, an edit that wrote all of the units put them there, by a move
 * or a paste: what was changed before that is not known. Throws what Yjs throws for bytes that are no update.
 */
export async function findLastTouch<U extends DatedUpdate>(
  updates: AsyncIterable<U>,
  reach: Reach,
  since: Date,
  { isMovable = false }: { readonly isMovable?: boolean } = {},
): Promise<U | undefined> {
  const byClient = Map.groupBy(reach, ([client]) => client);
  const total = reach.reduce((sum, [, , length]) => sum + length, 0);
  let writer: U | undefined;
  // Units that a newer edit says are deleted, by the oldest such edit so far; and those that surely were deleted by it.
  const open = new Map<string, U>();
  const deleters: U[] = [];
  for await (const update of updates) {
    if (update.at <= since && open.size === 0) break;
    const { wrote, deleted } = touchedBy(update.bytes, byClient);
    for (const unit of deleted) if (!writer || open.has(unit)) open.set(unit, update);
    for (const unit of wrote) {
      const deleter = open.get(unit);
      if (deleter) deleters.push(deleter);
      open.delete(unit);
    }
    if (isMovable && wrote.length === total) break;
    if (wrote.length > 0 && update.at > since) writer ??= update;
    if (writer && open.size === 0) break;
  }
  const [newest] = deleters.filter(({ at }) => at > since).toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return newest && (!writer || newest.at > writer.at) ? newest : writer;
}
