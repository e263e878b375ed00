import { SHOT_FIELD_NAMES } from '@tramline/shots';
import { DOCUMENT_KINDS } from '@tramline/wire';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { DOCUMENT_SHAPES, type EntryShape, HEAD_SHAPE, type MapShape, SHOT_SHAPE } from './documentShape.ts';
import { createBeat } from './shots/editBeats.ts';
import { changeShot, createShot } from './shots/editShots.ts';
import { isAllowedName, isAllowedValue, MAX_ORDER_KEY, type ValueRule } from './valueRule.ts';

const end = { element: 'e', offset: 1, rel: { item: null, assoc: 0 } };
const anchor = { start: end, end, quote: 'q', prefix: '', suffix: '' };

/** What in a shared type breaks a shape, as paths. */
function faults(type: unknown, shape: EntryShape, path: string): string[] {
  if (shape.type === 'value') return isAllowedValue(shape.rule, type) ? [] : [path];
  if (shape.type === 'text') return type instanceof Y.Text ? [] : [path];
  if (!(type instanceof Y.Map)) return [path];
  return [...type.entries()].flatMap(([key, value]) => {
    const entry = Object.hasOwn(shape.keys, key) ? shape.keys[key] : isAllowedName(key) ? shape.others : undefined;
    return entry === undefined ? [`${path}.${key}`] : faults(value, entry, `${path}.${key}`);
  });
}

describe('the table of shapes', () => {
  test('[SH1] every kind of document has an entry', () => {
    expect(Object.keys(DOCUMENT_SHAPES).sort()).toEqual([...DOCUMENT_KINDS].sort());
  });

  test('[SH2] every field of a shot has its own kind of place', () => {
    const kinds = SHOT_FIELD_NAMES.map((name) => [name, SHOT_SHAPE.keys[name]?.type]);
    expect(kinds.filter(([, type]) => type === undefined)).toEqual([]);
    expect([SHOT_SHAPE.keys.action?.type, SHOT_SHAPE.keys.size, SHOT_SHAPE.keys.focalMm]).toEqual([
      'text',
      { type: 'value', rule: { kind: 'code' } },
      { type: 'value', rule: { kind: 'number', min: 4, max: 1200 } },
    ]);
    for (const name of ['order', 'beat', 'anchor']) expect(SHOT_FIELD_NAMES).not.toContain(name);
  });

  test('[SH2] what the edits write keeps the shape', () => {
    const doc = new Y.Doc();
    createBeat(doc, { id: 'beat', order: 'V', title: 'x', anchor });
    createShot(doc, {
      id: 'shot',
      order: 'V',
      beat: 'beat',
      anchor,
      fields: { size: 'CU', durationFrames: 96, light: 'torch', model: 'veo-3.1' },
    });
    changeShot(doc, 'shot', { promptLanguage: 'zh', depthOfField: 'SHALLOW' });
    expect(DOCUMENT_SHAPES.shots.flatMap(({ name, shape }) => faults(doc.getMap(name), shape, name))).toEqual([]);
    doc.getMap('shots').set('other', 'words');
    (doc.getMap('shots').get('shot') as Y.Map<unknown>).set('price', 7);
    expect(DOCUMENT_SHAPES.shots.flatMap(({ name, shape }) => faults(doc.getMap(name), shape, name))).toEqual([
      'shots.shot.price',
      'shots.other',
    ]);
  });

  test('[SH3] heads hold their known attributes and nothing else', () => {
    const head = (key: string, value: unknown) => {
      const entry = (HEAD_SHAPE as MapShape).keys[key];
      return entry?.type === 'value' && isAllowedValue(entry.rule, value);
    };
    expect([
      head('type', 'heading'),
      head('level', 6),
      head('dual', 'left'),
      head('number', '12A'),
      head('omitted', true),
    ]).toEqual(Array(5).fill(true));
    expect([
      head('type', 'script'),
      head('level', 7),
      head('dual', 'up'),
      head('number', 12),
      head('onclick', 'x'),
    ]).toEqual(Array(5).fill(false));
  });
});

describe('value rules', () => {
  const kept = (rule: ValueRule, values: readonly unknown[]) => values.map((value) => isAllowedValue(rule, value));

  test('[SH4] each kind takes what it names', () => {
    expect(kept({ kind: 'string', max: 3 }, ['', 'abc', 'abcd', 1, null])).toEqual([true, true, false, false, false]);
    expect(kept({ kind: 'code' }, ['PUSH_IN', 'veo-3.1', '', '-x', 'a b', 'x'.repeat(65)])).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(kept({ kind: 'orderKey' }, ['V', '0z', 'V0', '', 'a b', 'x'.repeat(MAX_ORDER_KEY + 1)])).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
    expect(kept({ kind: 'number', min: 1, max: 6, isWhole: true }, [1, 6, 0, 7, 1.5, Number.NaN, '3'])).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ]);
    expect(kept({ kind: 'boolean' }, [true, false, 1, null])).toEqual([true, true, false, false]);
    expect(kept({ kind: 'anchor' }, [anchor, { ...anchor, quote: 3 }, null, 'x'])).toEqual([true, false, false, false]);
  });

  test('[SH4] an id has no control characters and no name that every object has', () => {
    expect(
      ['e1', '标题', 'a b', '', '__proto__', 'constructor', 'a\u0000', 'x'.repeat(129), 5].map(isAllowedName),
    ).toEqual([true, true, true, false, false, false, false, false, false]);
  });

  test('[SH4] JSON is plain, small enough and not too deep', () => {
    const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)]);
    const values = [
      { a: [1, 'x', null, true] },
      new Uint8Array(1),
      undefined,
      Number.NaN,
      { a: undefined },
      JSON.parse('{"__proto__":1}'),
      deep(8),
      deep(9),
      'x'.repeat(60),
    ];
    expect(kept({ kind: 'json', max: 50 }, values)).toEqual([
      true,
      false,
      false,
      false,
      false,
      false,
      true,
      false,
      false,
    ]);
  });
});
