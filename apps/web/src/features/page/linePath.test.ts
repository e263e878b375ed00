import { expect, test } from 'vitest';
import { drawLine } from './linePath.ts';

test('a line has a bar at both ends', () => {
  expect(drawLine('straight', 100)).toEqual({ line: 'M6 0V100M2.5 0H9.5M2.5 100H9.5' });
});

test('a stale line is broken by a zigzag two thirds down', () => {
  expect(drawLine('zigzag', 100)).toEqual({
    line: 'M6 0V55M6 71V100M2.5 0H9.5M2.5 100H9.5',
    zigzag: 'M6 55L1 60.4L11 65.6L6 71',
  });
});

test('where the speaker is off camera it swings from side to side and comes back to the middle', () => {
  expect(drawLine('straight', 100, [{ from: 20, to: 60 }]).line).toBe(
    'M6 0V20q5 5 0 10q-5 5 0 10q5 5 0 10q-5 5 0 10V100M2.5 0H9.5M2.5 100H9.5',
  );
});

test('a wave is drawn above and below a zigzag, never through it', () => {
  const { line } = drawLine('zigzag', 100, [{ from: 0, to: 100 }]);
  expect(line).toContain('V55M6 71V71q');
});

test('between two pages nothing is drawn, and a chevron says that the line goes on', () => {
  const gaps = [{ from: 40, to: 70 }];
  expect(drawLine('straight', 100, [], gaps).line).toBe('M6 0V40M6 70V100M2.5 0H9.5M2.5 100H9.5M2.5 37L6 40L9.5 37');
  expect(drawLine('zigzag', 100, [], gaps)).toEqual({
    line: 'M6 0V40M6 86V100M2.5 0H9.5M2.5 100H9.5M2.5 37L6 40L9.5 37',
    zigzag: 'M6 70L1 75.4L11 80.6L6 86',
  });
});
