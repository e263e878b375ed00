import type { Element } from '@tramline/screenplay';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readSchemaVersion, schemaGate, writeSchemaVersion } from './schemaVersion.ts';
import { openScript, readElements, readTitle, writeElements, writeTitle } from './script.ts';

const ELEMENTS: Element[] = [
  { id: 'h1', type: 'heading', text: 'INT. BUS - NIGHT', attrs: { number: '12A', omitted: true } },
  {
    id: 'a1',
    type: 'action',
    text: 'Rain.\nMore rain 🌧.',
    marks: [
      { type: 'bold', from: 0, to: 10 },
      { type: 'note', from: 6, to: 19 },
    ],
    attrs: {},
  },
  { id: 'p1', type: 'pageBreak', text: '', attrs: { startsNewPage: true } },
  { id: 's1', type: 'section', text: 'Act', attrs: { level: 2 } },
];

describe('script', () => {
  it('[BD8] what is written reads back, in one transaction', () => {
    const doc = new Y.Doc();
    const updates: unknown[] = [];
    doc.on('update', (update: Uint8Array) => updates.push(update));
    const script = openScript(doc);
    writeElements(script, ELEMENTS);
    expect(updates).toHaveLength(1);
    expect(readElements(script)).toEqual(ELEMENTS);
    expect(() => writeElements(script, ELEMENTS)).toThrow(RangeError);
  });

  it('[BD10] a title page keeps its entries, their order and equal keys', () => {
    const script = openScript(new Y.Doc());
    const title = [
      { key: 'Title', value: 'Last Service\nA short' },
      { key: 'Author', value: 'E' },
      { key: 'Author', value: 'W' },
      { key: '', value: 'nameless' },
    ];
    writeElements(script, ELEMENTS, title);
    expect(readTitle(script)).toEqual(title);
    writeTitle(script, title.slice(1, 2));
    expect(readTitle(script)).toEqual(title.slice(1, 2));
  });
});

describe('schema version', () => {
  it('[SV1] a newer document is read only', () => {
    expect(schemaGate(2, 1)).toEqual({ mode: 'read', why: 'older' });
    expect([schemaGate(1, 1), schemaGate(1, 2)]).toEqual([{ mode: 'edit' }, { mode: 'edit' }]);
  });

  it('[SV2] the version is written with the first content and never lowered', () => {
    const { settings, ...script } = openScript(new Y.Doc());
    expect(readSchemaVersion(settings)).toBe(1);
    writeElements({ ...script, settings }, ELEMENTS);
    expect(settings.get('schemaVersion')).toBe(1);
    writeSchemaVersion(settings, 3);
    writeSchemaVersion(settings, 2);
    expect(readSchemaVersion(settings)).toBe(3);
    settings.set('schemaVersion', 'new');
    expect(readSchemaVersion(settings)).toBe(1);
  });
});
