import { expect, test } from 'vitest';
import { findItems, markFound, type PaletteItem } from './paletteItem.ts';

const item = (id: string, group: PaletteItem['group'], title: string, detail = ''): PaletteItem => ({
  id,
  group,
  title,
  detail,
  run: () => {},
});
const items = [
  item('a', 'do', 'New shot over the words'),
  item('b', 'shots', 'The tuning lever', 'Scene 12'),
  item('c', 'shots', 'Lever, close'),
  item('d', 'scenes', 'Night bus, lower deck'),
];
const ids = (query: string) =>
  findItems(items, query).map(({ group, items: found }) => [group, found.map(({ id }) => id)]);

test('groups keep their order; a title that begins with the word comes first', () => {
  expect(ids('lever')).toEqual([['shots', ['c', 'b']]]);
  expect(ids('')).toEqual([
    ['scenes', ['d']],
    ['shots', ['b', 'c']],
    ['do', ['a']],
  ]);
});

test('every typed word must be found, in the title or beside it', () => {
  expect(ids('lever 12')).toEqual([['shots', ['b']]]);
  expect(ids('lever bus')).toEqual([]);
});

test('an arrow asks for acts only', () => {
  expect(ids('>shot')).toEqual([['do', ['a']]]);
});

test('found stretches are marked, signs of patterns are plain signs', () => {
  expect(markFound('The tuning lever', 'LEV')).toEqual([
    { text: 'The tuning ', found: false },
    { text: 'lev', found: true },
    { text: 'er', found: false },
  ]);
  expect(markFound('a.b', '.')).toEqual([
    { text: 'a', found: false },
    { text: '.', found: true },
    { text: 'b', found: false },
  ]);
});
