import type { Element } from '@tramline/screenplay';
import { expect, test } from 'vitest';
import { readScriptRows } from './scriptRows.ts';

const element = (type: Element['type'], text: string): Element => ({ id: `${type} ${text}`, type, text, attrs: {} });

test('rows count lines and the blank ones above, as on paper', () => {
  const elements = [
    element('heading', 'INT. BUS'),
    element('action', 'x '.repeat(50)),
    element('character', 'IDA'),
    element('dialogue', 'Left.'),
    element('heading', 'EXT. ROAD'),
  ];
  const rows = readScriptRows(elements, 'en');
  expect(rows.starts).toEqual([0, 2, 5, 6, 9]);
  expect([rows.rowOf({ ordinal: 1, offset: 0 }), rows.rowOf({ ordinal: 1, offset: 90 })]).toEqual([2, 3]);
});

test('in Chinese the words stand in the row of the name', () => {
  const elements = [
    element('action', '雨。'),
    element('character', '孟姨'),
    element('dialogue', '左边。'),
    element('action', '灯。'),
  ];
  expect(readScriptRows(elements, 'zh').starts).toEqual([0, 1, 1, 2]);
});
