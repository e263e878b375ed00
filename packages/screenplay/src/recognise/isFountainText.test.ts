import { expect, test } from 'vitest';
import { listFixtures, readFixture } from '../testing/fixtures.ts';
import { isFountainText } from './isFountainText.ts';

test('[RG19] text with Fountain’s marks, or with headings at the left edge, is Fountain', () => {
  expect(isFountainText('INT. BUS - NIGHT\n\nThe engine ticks.\n\nIDA\nLeft.\n\nShe waits.\n')).toBe(true);
  expect(isFountainText('Title: Ring Road\n\nINT. BUS\n\nWords.\n')).toBe(true);
  expect(isFountainText(readFixture('synthetic/synthetic-zh.fountain'))).toBe(true);
});

test('[RG19] a page in columns and the domestic format are not', () => {
  const page = `INT. BUS - NIGHT\n\nThe engine.\n\n${`${' '.repeat(22)}IDA\n${' '.repeat(12)}Left. No.\n\n`.repeat(4)}`;
  expect(isFountainText(page)).toBe(false);
  expect(isFountainText('20、卫生间 日 内\n\n△她走进来。\n\n张三：（低声）好。\n')).toBe(false);
  for (const file of listFixtures('.txt').filter((name) => /domestic/.test(name)))
    expect(isFountainText(readFixture(file))).toBe(false);
});
