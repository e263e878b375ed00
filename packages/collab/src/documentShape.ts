/**
 * What each kind of room may hold: the one table that the server's update check, the repairing readers and their tests
 * read. Names of heads' attributes, formats and fields that are not here are refused by the server. A newer build that
 * adds a name raises `SCHEMA_VERSION` in `wire`, so that older clients read only. Shape: DESIGN.md 3 and 4.
 */
import { SHOT_FIELDS } from '@tramline/shots';
import type { DocumentKind } from '@tramline/wire';
import type { ValueRule } from './valueRule.ts';

/** A `Y.Text`: words, inline formats by name (a format's `null`, which ends it, is always allowed), and embedded maps. */
export interface TextShape {
  readonly type: 'text';
  /** The longest stretch of words that one insert may bring. */
  readonly maxInsert: number;
  readonly formats: Readonly<Record<string, ValueRule>>;
  /** The shape of maps that stand between the words; absent: nothing may be embedded. */
  readonly embed?: MapShape;
}

/** A `Y.Map`. A key is allowed if it is in `keys`, or else if `others` is there and the key is an allowed name. */
export interface MapShape {
  readonly type: 'map';
  readonly keys: Readonly<Record<string, EntryShape>>;
  readonly others?: EntryShape;
}

/** A plain value, set whole. */
export interface ValueShape {
  readonly type: 'value';
  readonly rule: ValueRule;
}

/** What may stand under a key of a map. */
export type EntryShape = TextShape | MapShape | ValueShape;

/** A shared type that a document holds at its top. */
export interface RootShape {
  readonly name: string;
  readonly shape: TextShape | MapShape;
}

const value = (rule: ValueRule): ValueShape => ({ type: 'value', rule });
const string = (max: number): ValueShape => value({ kind: 'string', max });
const flag = value({ kind: 'boolean' });
const orderKey = value({ kind: 'orderKey' });
const anchor = value({ kind: 'anchor' });
const id = value({ kind: 'id' });
const json = (max: number): ValueShape => value({ kind: 'json', max });

/** Words without formats, such as a field of a shot. */
const plainText: TextShape = { type: 'text', maxInsert: 20_000, formats: {} };

/** The types that a head may name. */
export const HEAD_TYPES = [
  'heading',
  'action',
  'character',
  'parenthetical',
  'dialogue',
  'lyrics',
  'transition',
  'shot',
  'general',
  'centered',
  'section',
  'synopsis',
  'note',
  'pageBreak',
  'actStart',
  'actEnd',
] as const;

/** The head of an element: its id, its type and its attributes. */
export const HEAD_SHAPE: MapShape = {
  type: 'map',
  keys: {
    id,
    type: value({ kind: 'oneOf', values: HEAD_TYPES }),
    number: string(32),
    level: value({ kind: 'number', min: 1, max: 6, isWhole: true }),
    dual: value({ kind: 'oneOf', values: ['left', 'right'] }),
    startsNewPage: flag,
    omitted: flag,
    boneyard: flag,
  },
};

/** The inline formats of the script's words. */
export const BODY_FORMATS: Readonly<Record<string, ValueRule>> = {
  bold: { kind: 'boolean' },
  italic: { kind: 'boolean' },
  underline: { kind: 'boolean' },
  strike: { kind: 'boolean' },
  highlight: { kind: 'boolean' },
  note: { kind: 'boolean' },
  boneyard: { kind: 'boolean' },
  revision: { kind: 'json', max: 200 },
  tag: { kind: 'json', max: 200 },
  suggestion: { kind: 'json', max: 500 },
};

const scriptRoots: readonly RootShape[] = [
  { name: 'body', shape: { type: 'text', maxInsert: 1_000_000, formats: BODY_FORMATS, embed: HEAD_SHAPE } },
  { name: 'title', shape: { type: 'map', keys: {}, others: json(20_000) } },
  { name: 'settings', shape: { type: 'map', keys: {}, others: json(4_000) } },
  { name: 'extras', shape: { type: 'map', keys: {}, others: json(2_000_000) } },
  // Lately removed elements, by slot; see `cutRecord.ts`.
  { name: 'cuts', shape: { type: 'map', keys: {}, others: json(4_000) } },
];

/** What a shot may hold beside its fields. `beat` names a beat of the same document; absent: it stands in none. */
const shotFrame: Readonly<Record<string, EntryShape>> = { order: orderKey, beat: id, anchor };

function fieldShape(field: (typeof SHOT_FIELDS)[keyof typeof SHOT_FIELDS]): EntryShape {
  if (field.kind === 'text') return plainText;
  if (field.kind === 'code') return value({ kind: 'code' });
  return value({ kind: 'number', min: field.min, max: field.max });
}
const fieldShapes = Object.fromEntries(Object.entries(SHOT_FIELDS).map(([name, field]) => [name, fieldShape(field)]));

/** One shot: its frame and, beside it in the same map, every field of `SHOT_FIELDS` by name. */
export const SHOT_SHAPE: MapShape = { type: 'map', keys: { ...shotFrame, ...fieldShapes } };

/** One beat: a name, a place in the list, and the words at which it was made. */
export const BEAT_SHAPE: MapShape = { type: 'map', keys: { title: plainText, order: orderKey, anchor } };

const shotsRoots: readonly RootShape[] = [
  { name: 'beats', shape: { type: 'map', keys: {}, others: BEAT_SHAPE } },
  { name: 'shots', shape: { type: 'map', keys: {}, others: SHOT_SHAPE } },
];

/** The table. A kind without roots takes no update yet. */
export const DOCUMENT_SHAPES: Readonly<Record<DocumentKind, readonly RootShape[]>> = {
  script: scriptRoots,
  shots: shotsRoots,
  bible: [],
  cut: [],
};
