import type { Element } from '@tramline/screenplay';
import { expect, test } from 'vitest';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { joinGaps, uncoveredWords } from './uncovered.ts';

const element = (type: Element['type'], text: string): Element => ({ id: text, type, text, attrs: {} });
const elements = [
  element('heading', 'INT. BUS'),
  element('action', 'One two three.'),
  element('character', 'IDA'),
  element('dialogue', 'Four five.'),
  element('heading', 'EXT. ROAD'),
  element('action', 'Six.'),
];
const shot = (from: [number, number], to: [number, number]) =>
  ({
    place: {
      state: 'placed',
      start: { ordinal: from[0], offset: from[1] },
      end: { ordinal: to[0], offset: to[1] },
    },
  }) as ShotView;

test('without a shot all spoken and seen words are uncovered; headings and cues never are', () => {
  expect(uncoveredWords(elements, [], 0, 5)).toEqual([
    { ordinal: 1, from: 0, to: 14 },
    { ordinal: 3, from: 0, to: 10 },
    { ordinal: 5, from: 0, to: 4 },
  ]);
});

test('overlapping shots leave only what none of them covers', () => {
  const gaps = uncoveredWords(elements, [shot([1, 4], [1, 9]), shot([1, 7], [3, 4])], 0, 5);
  expect(gaps).toEqual([
    { ordinal: 1, from: 0, to: 4 },
    { ordinal: 3, from: 4, to: 10 },
    { ordinal: 5, from: 0, to: 4 },
  ]);
});

test('white space and full stops beside a shot are no gap', () => {
  expect(uncoveredWords(elements, [shot([1, 0], [1, 13])], 1, 1)).toEqual([]);
});

test('uncovered words that follow each other make one gap, parted by headings', () => {
  expect(joinGaps(elements, uncoveredWords(elements, [], 0, 5))).toEqual([
    { start: { ordinal: 1, offset: 0 }, end: { ordinal: 3, offset: 10 } },
    { start: { ordinal: 5, offset: 0 }, end: { ordinal: 5, offset: 4 } },
  ]);
});
