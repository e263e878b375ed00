import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareOrder, isOrderKey, orderBetween } from './orderKey.ts';

const seed = 20261122;

/** Random numbers that a seed repeats. */
function seeded(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const key = fc.stringMatching(/^[0-9A-Za-z]{0,6}[1-9A-Za-z]$/);
const random = fc.integer().map(seeded);

describe('order keys', () => {
  test(`[OR1] a key lies strictly between any two keys (seed ${seed})`, () => {
    fc.assert(
      fc.property(key, key, random, (a, b, next) => {
        fc.pre(a !== b);
        const [low, high] = a < b ? [a, b] : [b, a];
        const middle = orderBetween(low, high, next);
        expect([low < middle, middle < high, isOrderKey(middle)]).toEqual([true, true, true]);
      }),
      { seed, numRuns: 5000 },
    );
  });

  test(`[OR1] a key lies beyond a key at an open end (seed ${seed})`, () => {
    fc.assert(
      fc.property(key, random, (near, next) => {
        const [after, before] = [orderBetween(near, null, next), orderBetween(null, near, next)];
        expect([after > near, before < near, isOrderKey(after), isOrderKey(before)]).toEqual([true, true, true, true]);
      }),
      { seed, numRuns: 5000 },
    );
  });

  test('[OR1] the ends of the digits are no dead ends', () => {
    for (const next of [() => 0, () => 0.999999, seeded(1)]) {
      const top = orderBetween('zzzz', null, next);
      const bottom = orderBetween(null, '0001', next);
      const between = orderBetween('a', 'a0001', next);
      expect([top > 'zzzz', bottom < '0001', between > 'a', between < 'a0001']).toEqual([true, true, true, true]);
    }
  });

  test('[OR1] random moves in a list keep the list in the order of its keys', () => {
    const next = seeded(seed);
    const rows: string[] = [];
    for (let i = 0; i < 3000; i++) {
      const at = Math.floor(next() * (rows.length + 1));
      rows.splice(at, 0, orderBetween(rows[at - 1] ?? null, rows[at] ?? null, next));
      if (i % 5 === 4) rows.splice(Math.floor(next() * rows.length), 1);
    }
    expect(rows).toEqual([...rows].sort());
    expect(new Set(rows).size).toBe(rows.length);
  });

  test('[OR2] two people who insert at one place get different keys', () => {
    const keys = Array.from({ length: 200 }, (_, person) =>
      orderBetween('V000abc', 'V001abc', seeded(person * 7919 + 1)),
    );
    expect(new Set(keys).size).toBe(200);
  });

  test('[OR3] keys stay short when rows are appended', () => {
    const next = seeded(seed);
    let last: string | null = null;
    for (let i = 0; i < 20_000; i++) last = orderBetween(last, null, next);
    expect(last!.length).toBeLessThanOrEqual(7);
  });

  test('[OR3] keys grow slowly when all rows are inserted at one place', () => {
    const next = seeded(seed);
    const low = orderBetween(null, null, next);
    let high = orderBetween(low, null, next);
    for (let i = 0; i < 1000; i++) high = orderBetween(low, high, next);
    expect(high.length).toBeLessThan(400);
  });

  test('[OR4] what is no key, or no interval, throws', () => {
    expect(() => orderBetween('b', 'a', Math.random)).toThrow(RangeError);
    expect(() => orderBetween('a', 'a', Math.random)).toThrow(RangeError);
    expect(() => orderBetween('a0', null, Math.random)).toThrow(RangeError);
    expect(() => orderBetween('', null, Math.random)).toThrow(RangeError);
    expect(() => orderBetween(null, 'ä', Math.random)).toThrow(RangeError);
  });

  test('[OR2] equal keys are put in the order of their ids', () => {
    const rows = [
      { order: 'a', id: '2' },
      { order: 'a', id: '1' },
      { order: 'Z', id: '3' },
    ];
    expect(rows.sort(compareOrder).map(({ id }) => id)).toEqual(['3', '1', '2']);
  });
});
