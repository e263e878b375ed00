import { emptyShotFields } from '@tramline/shots';
import { expect, test } from 'vitest';
import { shotSeconds, shotSummary, totalSeconds } from './shotSummary.ts';

const fields = { ...emptyShotFields(), size: 'MS', angle: 'LOW', movement: 'PUSH_IN', durationFrames: 144 };

test('a shot is told by size, angle, framing and movement, in both languages', () => {
  expect(shotSummary(fields, 'en')).toBe('Medium · low · push in');
  expect(shotSummary(fields, 'zh')).toBe('中景 · 仰拍 · 推');
  expect(shotSummary({ ...fields, angle: 'EYE', framing: 'OTS' }, 'en')).toBe('Medium · OTS · push in');
  expect(shotSummary(emptyShotFields(), 'en')).toBe('');
});

test('lengths are seconds at 24 frames; a shot without one adds nothing', () => {
  expect(shotSeconds(fields)).toBe(6);
  expect(totalSeconds([{ record: { fields } }, { record: { fields: emptyShotFields() } }])).toBe(6);
});
