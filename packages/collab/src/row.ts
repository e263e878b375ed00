/**
 * The body: one `Y.Text` that holds a whole screenplay flat. This file knows its shape, reads it, and repairs what it
 * reads without ever writing.
 *
 * Shape: `head words head words …`. A head is an embedded `Y.Map` `{ id, type, …attributes }`, one token long; words
 * are UTF-16 code units with inline formats. An index counts tokens from the start of the body.
 *
 * Repair, a pure function of the content, so that all peers see the same:
 *  R1 words before the first head, or a body without any token, are read as one implicit element of id {@link LEAD_ID};
 *  R2 of several heads with one id the lowest position keeps it; the others are read as `id~client.clock` of the head;
 *  R3 a head without a usable id is read as `~client.clock`; one without a usable type is an {@link DEFAULT_TYPE};
 *  R4 an embed that is no head is read as U+FFFC, so that it keeps its one token;
 *  R5 formats on a head mean nothing; formats that a reader does not know are not shown, and not removed.
 *
 * Yjs' item list (`_start`, `_item`, `right`, `content`) is read here and in the other files of this package, because
 * the public delta of an event costs a walk over the whole body for every change.
 */
import * as Y from 'yjs';
import { type Formats, PLAIN, type Run, sameFormats, withFormat } from './bodyFormats.ts';

/** The id under which the implicit element (R1) is shown. No head ever stores it. */
export const LEAD_ID = '~lead';

/** The type that an element has when its head names none, or when it has no head. */
export const DEFAULT_TYPE = 'action';

/** A live or deleted head. */
export type Head = Y.Map<unknown>;

/** One element as stored: its head (`null`: the implicit one), its words, and the formats around it. */
export interface Row {
  readonly head: Head | null;
  /** The formats in force where the element starts: those of the words before it, unless changed in between. */
  readonly open: Formats;
  /** The id as stored, or its stand-in by R3; not yet unique. */
  readonly rawId: string;
  /** The id as shown: unique by R2. Only the reader of the whole body may assign it. */
  id: string;
  readonly runs: readonly Run[];
  /** The words of all runs together. */
  readonly text: string;
  /** True if no format item at all touches the element: Yjs' fast, position-cached edits are exact in it. */
  readonly plain: boolean;
}

/** What a walk saw, in order, against the state before a Yjs transaction; lengths are in tokens. */
export interface Trace {
  readonly kind: 'kept' | 'added' | 'removed';
  readonly length: number;
}

/** Tells an item's life across one Yjs transaction. */
export interface Life {
  added(item: Y.Item): boolean;
  removed(item: Y.Item): boolean;
}

/** An element's stored entries, apart: the usable type, and every other entry but the id. */
export interface Stored {
  readonly type: string;
  readonly attrs: Readonly<Record<string, unknown>>;
}

/** The head that an item holds, live or deleted; `undefined` for any other item. */
export function headOf(item: Y.Item): Head | undefined {
  const type = item.content instanceof Y.ContentType ? item.content.type : undefined;
  return type instanceof Y.Map ? type : undefined;
}

/** The item that a head sits in. */
export function itemOf(head: Head): Y.Item {
  return head._item!;
}

const itemName = (item: Y.Item): string => `~${item.id.client.toString(36)}.${item.id.clock.toString(36)}`;

/** Whether a value may stand as an element's id. */
export function isUsableId(id: unknown): id is string {
  return typeof id === 'string' && id !== '' && id !== LEAD_ID;
}

/** What a row's head stores, repaired by R3; an implicit element stores nothing. */
export function storedOf(row: Row): Stored {
  let type = DEFAULT_TYPE;
  const attrs: Record<string, unknown> = {};
  row.head?.forEach((value: unknown, key: string) => {
    if (key === 'type') type = typeof value === 'string' && value !== '' ? value : DEFAULT_TYPE;
    else if (key !== 'id') attrs[key] = value instanceof Y.AbstractType ? value.toJSON() : value;
  });
  return { type, attrs };
}

/** The id under which a row is shown when a row before it holds its own (R2). */
export function duplicateId(row: Row): string {
  return row.rawId + (row.head ? itemName(itemOf(row.head)) : '');
}

function rawIdOf(head: Head | null): string {
  if (!head) return LEAD_ID;
  const stored = head.get('id');
  return typeof stored === 'string' && stored !== '' ? stored : itemName(itemOf(head));
}

function traceOf(item: Y.Item, life: Life): Trace | undefined {
  if (!item.countable && !item.deleted) return undefined;
  const added = life.added(item);
  if (!item.deleted) return { kind: added ? 'added' : 'kept', length: item.length };
  const removed = !added && life.removed(item) && !(item.content instanceof Y.ContentFormat);
  return removed ? { kind: 'removed', length: item.length } : undefined;
}

/** A row that was read, the next live head's item (`null`: end of the body), and the formats in force there. */
export interface ReadRow {
  readonly row: Row;
  readonly next: Y.Item | null;
  readonly close: Formats;
}

/**
 * Reads one element from its head (`null`: the words before the first head) up to the next live head. With `life`,
 * `trace` receives what happened to each stretch of tokens, the head included.
 */
export function readRow(body: Y.Text, head: Head | null, open: Formats, life?: Life, trace?: Trace[]): ReadRow {
  const note = (item: Y.Item): void => {
    const seen = life && traceOf(item, life);
    if (seen) trace?.push(seen);
  };
  const runs: { text: string; formats: Formats }[] = [];
  let formats = open;
  let plain = open === PLAIN;
  if (head && life) note(itemOf(head));
  let item: Y.Item | null = head ? itemOf(head).right : body._start;
  for (; item && (item.deleted || !headOf(item)); item = item.right) {
    if (life) note(item);
    if (item.deleted) continue;
    if (item.content instanceof Y.ContentFormat) {
      formats = withFormat(formats, item.content.key, item.content.value);
      plain = false;
    } else if (item.countable) {
      const text = item.content instanceof Y.ContentString ? item.content.str : '\uFFFC'.repeat(item.length);
      const last = runs.at(-1);
      if (last && sameFormats(last.formats, formats)) last.text += text;
      else runs.push({ text, formats });
    }
  }
  const rawId = rawIdOf(head);
  const text = runs.length === 1 ? runs[0]!.text : runs.map((run) => run.text).join('');
  return { row: { head, open, rawId, id: rawId, runs, text, plain }, next: item, close: formats };
}

/** Reads all rows of a body and makes their ids unique. A body never has zero rows (R1). */
export function readRows(body: Y.Text): Row[] {
  const rows: Row[] = [];
  let read = readRow(body, null, PLAIN);
  if (read.row.runs.length > 0 || !read.next) rows.push(read.row);
  while (read.next) {
    read = readRow(body, headOf(read.next)!, read.close);
    rows.push(read.row);
  }
  const taken = new Set<string>();
  for (const row of rows) {
    if (taken.has(row.rawId)) row.id = duplicateId(row);
    taken.add(row.rawId);
  }
  return rows;
}
