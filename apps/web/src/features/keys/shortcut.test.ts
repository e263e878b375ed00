import { expect, test } from 'vitest';
import { matches, type Press, sequenceKey } from './shortcut.ts';

const press = (key: string, more: Partial<Press> = {}): Press => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('Mod is Command or Control', () => {
  expect(matches(['Mod', 'K'], press('k', { metaKey: true }), [])).toBe(true);
  expect(matches(['Mod', 'K'], press('k', { ctrlKey: true }), [])).toBe(true);
  expect(matches(['Mod', 'K'], press('k'), [])).toBe(false);
});

test('a plain key is not the one with a modifier', () => {
  expect(matches(['N'], press('n'), [])).toBe(true);
  expect(matches(['N'], press('n', { metaKey: true }), [])).toBe(false);
  expect(matches(['N'], press('N', { shiftKey: true }), [])).toBe(false);
});

test('a sequence needs its first key just before', () => {
  expect(matches(['G', 'S'], press('s'), ['G'])).toBe(true);
  expect(matches(['G', 'S'], press('s'), ['X', 'G'])).toBe(true);
  expect(matches(['G', 'S'], press('s'), ['G', 'X'])).toBe(false);
  expect(matches(['G', 'S'], press('s'), [])).toBe(false);
});

test('Alt with a letter goes by the place of the key', () => {
  expect(matches(['Alt', 'S'], press('ß', { altKey: true, code: 'KeyS' }), [])).toBe(true);
});

test('a sign may need Shift to be typed', () => {
  expect(matches(['?'], press('?', { shiftKey: true }), [])).toBe(true);
});

test('arrows have short names', () => {
  expect(matches(['Alt', 'Down'], press('ArrowDown', { altKey: true }), [])).toBe(true);
});

test('only plain signs make a sequence', () => {
  expect(sequenceKey(press('g'))).toBe('G');
  expect(sequenceKey(press('g', { ctrlKey: true }))).toBe(null);
  expect(sequenceKey(press('Enter'))).toBe(null);
});
