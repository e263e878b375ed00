import { type Element, finalDraftLetter, noAttrs, paginate } from '@tramline/screenplay';
import { expect, test } from 'vitest';
import { pageAt, readPageFacts } from './pageFacts.ts';

const action = (id: string, lines: number): Element => ({
  id,
  type: 'action',
  text: Array.from({ length: lines }, () => 'x').join('\n'),
  attrs: noAttrs,
});
const elements = [action('a', 50), action('b', 20), action('c', 80)];
const table = paginate(elements, finalDraftLetter);

test('an element stands on the page on which it begins', () => {
  expect(table.pages.map(({ id, line }) => [id, line])).toEqual([
    ['a', 0],
    ['b', 3],
    ['c', 36],
  ]);
  expect([0, 1, 2].map((ordinal) => pageAt(table, ordinal))).toEqual([0, 0, 1]);
});

test('the facts stay the same object while nothing in them changes', () => {
  const scenes = [
    { id: 's1', from: 0 },
    { id: 's2', from: 2 },
  ];
  const facts = readPageFacts({ table, elements, scenes }, null);
  expect(facts).toEqual({
    count: 3,
    minutes: 3,
    byScene: new Map([
      ['s1', '1'],
      ['s2', '2'],
    ]),
  });
  expect(readPageFacts({ table, elements: [...elements], scenes: [...scenes] }, facts)).toBe(facts);
  expect(readPageFacts({ table, elements, scenes: scenes.slice(1) }, facts)).not.toBe(facts);
  expect(readPageFacts({ table, elements, scenes, charactersPerMinute: 10 }, facts).minutes).toBe(15);
});
