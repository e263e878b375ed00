import { expect, test } from 'vitest';
import { readDuration, readFocal } from './fieldFormat.ts';

const duration = (words: string) => readDuration(words, 24, { min: 1, max: 14_400 });

test.each([
  ['6', 144],
  ['6 s', 144],
  ['6,5', 156],
  ['144 f', 144],
  ['144帧', 144],
  ['6 秒', 144],
  ['', undefined],
])('a length of %j is %j frames', (words, frames) => {
  expect(duration(words)).toEqual({ ok: true, value: frames });
});

test.each(['six', '6 m', '-2', '0', '999999', '6 7'])('a length of %j is refused', (words) => {
  expect(duration(words)).toEqual({ ok: false });
});

test('a lens is millimetres within the limits of lenses', () => {
  const limits = { min: 4, max: 1200 };
  expect([
    readFocal('35 mm', limits),
    readFocal('', limits),
    readFocal('2', limits),
    readFocal('35 s', limits),
  ]).toEqual([{ ok: true, value: 35 }, { ok: true, value: undefined }, { ok: false }, { ok: false }]);
});
