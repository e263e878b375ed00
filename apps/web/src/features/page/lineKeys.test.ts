import { expect, test } from 'vitest';
import { readLineKey, resizeRange } from './lineKeys.ts';

const press = (key: string, more: Partial<Record<'shiftKey' | 'altKey' | 'metaKey' | 'ctrlKey', boolean>> = {}) =>
  readLineKey({ key, shiftKey: false, altKey: false, metaKey: false, ctrlKey: false, ...more });
const texts = ['One two.', 'Three four.'];
const range = { start: { ordinal: 0, offset: 4 }, end: { ordinal: 0, offset: 8 } };

test('arrows walk, also with Alt; with Shift they move the last end, with Shift and Alt the first', () => {
  expect(press('ArrowDown')).toEqual({ type: 'walk', by: 1 });
  expect(press('ArrowUp', { altKey: true })).toEqual({ type: 'walk', by: -1 });
  expect(press('ArrowDown', { shiftKey: true })).toEqual({ type: 'resize', end: 'last', by: 1 });
  expect(press('ArrowUp', { shiftKey: true, altKey: true })).toEqual({ type: 'resize', end: 'first', by: -1 });
});

test('combinations with Ctrl or Command belong to others', () => {
  expect(press('ArrowDown', { ctrlKey: true })).toBeUndefined();
  expect(press('.', { metaKey: true })).toBeUndefined();
});

test('a shot grows and shrinks by a word, across elements', () => {
  expect(resizeRange(texts, range, { end: 'last', by: 1 }, 'en')?.end).toEqual({ ordinal: 1, offset: 5 });
  expect(resizeRange(texts, range, { end: 'first', by: -1 }, 'en')?.start).toEqual({ ordinal: 0, offset: 0 });
});

test('a shot never shrinks to nothing and never grows past the script', () => {
  expect(resizeRange(texts, range, { end: 'last', by: -1 }, 'en')).toBeUndefined();
  const all = { start: { ordinal: 0, offset: 0 }, end: { ordinal: 1, offset: 11 } };
  expect(resizeRange(texts, all, { end: 'last', by: 1 }, 'en')).toBeUndefined();
});
