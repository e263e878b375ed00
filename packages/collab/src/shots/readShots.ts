/**
 * Shots and beats as plain data. Reading repairs and never writes; it is a pure function of the content, so that all peers see the
 * same: an entry that is no map is left out; a value that breaks the rule of its name in `DOCUMENT_SHAPES` is absent; a missing text is
 * empty; a row without a usable order stands at the end, by its id; a beat that does not exist is none.
 */
import {
  CODE_FIELD_NAMES,
  compareOrder,
  emptyShotFields,
  NUMBER_FIELD_NAMES,
  type ShotFields,
  TEXT_FIELD_NAMES,
} from '@tramline/shots';
import type { Anchor } from '@tramline/wire';
import * as Y from 'yjs';
import { BEAT_SHAPE, type MapShape, SHOT_SHAPE } from '../documentShape.ts';
import { isAllowedName, isAllowedValue } from '../valueRule.ts';
import { openShots, type Row } from './shotsDocument.ts';

/** A shot as plain data. `beat` is `null` outside of all beats, `anchor` is `null` while it covers no words. */
export interface ShotRecord {
  readonly id: string;
  readonly beat: string | null;
  readonly order: string;
  readonly anchor: Anchor | null;
  readonly fields: ShotFields;
}

/** A beat as plain data. `anchor` is where it was made: it says which scene an empty beat belongs to. */
export interface BeatRecord {
  readonly id: string;
  readonly title: string;
  readonly order: string;
  readonly anchor: Anchor | null;
}

/** A plain value that keeps the rule of its name, else `undefined`. */
function plainValue(shape: MapShape, row: Row, name: string): unknown {
  const entry = shape.keys[name];
  const value = row.get(name);
  return entry?.type === 'value' && isAllowedValue(entry.rule, value) ? value : undefined;
}

function textOf(row: Row, name: string): string {
  const text = row.get(name);
  return text instanceof Y.Text ? text.toString() : typeof text === 'string' ? text : '';
}

/** The order of a row that has none: after all others, by its id. */
function orderOf(shape: MapShape, row: Row, id: string): string {
  return (plainValue(shape, row, 'order') as string | undefined) ?? `zzzz${id.replace(/[^0-9A-Za-z]/g, '')}z`;
}

const anchorOf = (shape: MapShape, row: Row): Anchor | null =>
  (plainValue(shape, row, 'anchor') as Anchor | undefined) ?? null;

function fieldsOf(row: Row): ShotFields {
  const plain = [...CODE_FIELD_NAMES, ...NUMBER_FIELD_NAMES].map(
    (name) => [name, plainValue(SHOT_SHAPE, row, name)] as const,
  );
  const texts = TEXT_FIELD_NAMES.map((name) => [name, textOf(row, name)] as const);
  return {
    ...emptyShotFields(),
    ...Object.fromEntries([...texts, ...plain.filter(([, value]) => value !== undefined)]),
  };
}

function readShot(id: string, row: Row): ShotRecord {
  return {
    id,
    beat: (plainValue(SHOT_SHAPE, row, 'beat') as string | undefined) ?? null,
    order: orderOf(SHOT_SHAPE, row, id),
    anchor: anchorOf(SHOT_SHAPE, row),
    fields: fieldsOf(row),
  };
}

function readBeat(id: string, row: Row): BeatRecord {
  return { id, title: textOf(row, 'title'), order: orderOf(BEAT_SHAPE, row, id), anchor: anchorOf(BEAT_SHAPE, row) };
}

/** The rows of one root as last read. A row that did not change since is the same object, and so is a list in which none did. */
class RowCache<T extends { readonly id: string; readonly order: string }> {
  readonly #rows: Y.Map<unknown>;
  readonly #read: (id: string, row: Row) => T;
  readonly #known = new Map<string, T>();
  #list: readonly T[] | undefined;

  constructor(rows: Y.Map<unknown>, read: (id: string, row: Row) => T) {
    this.#rows = rows;
    this.#read = read;
  }

  /** Forgets what a transaction changed. */
  forget(transaction: Y.Transaction): void {
    for (const [changed, keys] of transaction.changed) {
      if ((changed as unknown) === this.#rows) for (const key of keys) this.#forgetRow(key);
      for (let item = changed._item; item !== null; item = (item.parent as Y.AbstractType<unknown>)._item) {
        if (item.parent === this.#rows) this.#forgetRow(item.parentSub);
      }
    }
  }

  #forgetRow(id: string | null): void {
    if (id !== null) this.#known.delete(id);
    this.#list = undefined;
  }

  list(): readonly T[] {
    this.#list ??= [...this.#rows.keys()].flatMap((id) => this.#row(id)).sort(compareOrder);
    return this.#list;
  }

  #row(id: string): T[] {
    const row = this.#rows.get(id);
    if (!(row instanceof Y.Map) || !isAllowedName(id)) return [];
    const record = this.#known.get(id) ?? this.#read(id, row);
    this.#known.set(id, record);
    return [record];
  }
}

class ShotsReader {
  readonly beats: RowCache<BeatRecord>;
  readonly shots: RowCache<ShotRecord>;
  #seen:
    | {
        readonly beats: readonly BeatRecord[];
        readonly shots: readonly ShotRecord[];
        readonly out: readonly ShotRecord[];
      }
    | undefined;

  constructor(doc: Y.Doc) {
    const { beats, shots } = openShots(doc);
    this.beats = new RowCache(beats, readBeat);
    this.shots = new RowCache(shots, readShot);
    doc.on('beforeObserverCalls', (transaction: Y.Transaction) => {
      this.beats.forget(transaction);
      this.shots.forget(transaction);
    });
  }

  /** The shots, those of a beat that is gone in none. */
  shotsInBeats(): readonly ShotRecord[] {
    const [beats, shots] = [this.beats.list(), this.shots.list()];
    if (this.#seen?.beats === beats && this.#seen.shots === shots) return this.#seen.out;
    const ids = new Set(beats.map(({ id }) => id));
    const isLost = ({ beat }: ShotRecord): boolean => beat !== null && !ids.has(beat);
    const out = shots.some(isLost) ? shots.map((shot) => (isLost(shot) ? { ...shot, beat: null } : shot)) : shots;
    this.#seen = { beats, shots, out };
    return out;
  }
}

const readers = new WeakMap<Y.Doc, ShotsReader>();

/** The reader of a document. Inside a transaction nothing is known yet of what it changed, so that everything is read afresh. */
function readerOf(doc: Y.Doc): ShotsReader {
  if (doc._transaction !== null) return new ShotsReader(doc);
  const reader = readers.get(doc) ?? new ShotsReader(doc);
  readers.set(doc, reader);
  return reader;
}

/** All shots in order. A shot that did not change since the last call is the same object. */
export function readShots(doc: Y.Doc): readonly ShotRecord[] {
  return readerOf(doc).shotsInBeats();
}

/** All beats in order. A beat that did not change since the last call is the same object. */
export function readBeats(doc: Y.Doc): readonly BeatRecord[] {
  return readerOf(doc).beats.list();
}
