import { expect, test } from 'vitest';
import { paginate } from './layout/paginate.ts';
import { finalDraftLetter } from './layout/profile.ts';
import { countCharacters, minutesByCharacters, minutesByPages } from './runningTime.ts';
import { element } from './testing/script.ts';

test('[RT1] a page is a minute, and the last one the part that is written on', () => {
  expect(minutesByPages(paginate([element('action', 'x\n'.repeat(53))], finalDraftLetter))).toBe(1);
  expect(minutesByPages(paginate([element('action', 'x\n'.repeat(80))], finalDraftLetter))).toBe(1.5);
  expect(minutesByPages(paginate([], finalDraftLetter))).toBe(0);
});

test('[RT2] in Chinese characters count, spaces and what is not printed do not', () => {
  const script = [element('action', '她 走。😀'), element('note', '不算'), element('dialogue', '好')];
  expect(countCharacters(script)).toBe(5);
  expect(minutesByCharacters([element('action', '好'.repeat(486))], 243)).toBe(2);
});
