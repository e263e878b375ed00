import { expect, test } from 'vitest';
import { movePositions } from './movePositions.ts';

const scripts = [
  { id: 'a', position: 0 },
  { id: 'b', position: 1 },
  { id: 'c', position: 2 },
];

test('moving a script changes only the two that trade places', () => {
  expect(movePositions(scripts, 2, -1)).toEqual([
    { id: 'c', position: 1 },
    { id: 'b', position: 2 },
  ]);
});

test('equal positions are set right on the way', () => {
  expect(
    movePositions(
      [
        { id: 'a', position: 0 },
        { id: 'b', position: 0 },
      ],
      0,
      1,
    ),
  ).toEqual([{ id: 'a', position: 1 }]);
});

test('a script that is not there is a mistake', () => {
  expect(() => movePositions(scripts, 7, 1)).toThrow(RangeError);
});
