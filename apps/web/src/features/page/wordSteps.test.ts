import { expect, test } from 'vitest';
import {
  nextWordEnd,
  nextWordStart,
  previousWordEnd,
  previousWordStart,
  snapToWord,
  trimRange,
  wordsOf,
} from './wordSteps.ts';

const texts = ['Jun takes a “tuning lever” out.', '', 'It holds.'];
const cut = (text: string, language = 'en') => wordsOf(text, language).map(({ from, to }) => text.slice(from, to));

test('a word keeps the marks that hang on it', () => {
  expect(cut(texts[0]!)).toEqual(['Jun', 'takes', 'a', '“tuning', 'lever”', 'out.']);
  expect(cut('(not looking up)')).toEqual(['(not', 'looking', 'up)']);
});

test('Chinese is cut by its words, and marks stay behind', () => {
  const words = cut('它能吊住九十公斤。', 'zh');
  expect(words.join('')).toBe('它能吊住九十公斤。');
  expect(words.length).toBeGreaterThan(2);
  expect(words.at(-1)!.endsWith('。')).toBe(true);
});

test('growing steps over empty elements to the end of the next word', () => {
  expect(nextWordEnd(texts, { ordinal: 0, offset: 31 }, 'en')).toEqual({ ordinal: 2, offset: 2 });
  expect(nextWordEnd(texts, { ordinal: 0, offset: 3 }, 'en')).toEqual({ ordinal: 0, offset: 9 });
  expect(nextWordEnd(texts, { ordinal: 2, offset: 9 }, 'en')).toBeUndefined();
});

test('shrinking steps back to the end of the word before', () => {
  expect(previousWordEnd(texts, { ordinal: 2, offset: 2 }, 'en')).toEqual({ ordinal: 0, offset: 31 });
  expect(previousWordEnd(texts, { ordinal: 0, offset: 3 }, 'en')).toBeUndefined();
});

test('the first end steps from beginning to beginning', () => {
  expect(nextWordStart(texts, { ordinal: 0, offset: 27 }, 'en')).toEqual({ ordinal: 2, offset: 0 });
  expect(previousWordStart(texts, { ordinal: 2, offset: 0 }, 'en')).toEqual({ ordinal: 0, offset: 27 });
});

test('a dragged end snaps to the nearest edge of a word', () => {
  expect(snapToWord(texts, { ordinal: 0, offset: 6 }, 'first', 'en')).toEqual({ ordinal: 0, offset: 4 });
  expect(snapToWord(texts, { ordinal: 0, offset: 8 }, 'last', 'en')).toEqual({ ordinal: 0, offset: 9 });
  expect(snapToWord(texts, { ordinal: 1, offset: 0 }, 'last', 'en')).toEqual({ ordinal: 1, offset: 0 });
});

test('a range gives up the white space and the empty elements at its edges', () => {
  const range = { start: { ordinal: 0, offset: 3 }, end: { ordinal: 2, offset: 3 } };
  expect(trimRange(texts, range)).toEqual({ start: { ordinal: 0, offset: 4 }, end: { ordinal: 2, offset: 2 } });
  expect(trimRange(texts, { start: { ordinal: 1, offset: 0 }, end: { ordinal: 1, offset: 0 } })).toBeUndefined();
});
