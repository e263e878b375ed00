import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignLanes, type LineRows, lineHue } from './lane.ts';

const seed = 20261122;
const lines = fc
  .array(fc.record({ from: fc.nat(60), length: fc.nat(30) }), { maxLength: 25 })
  .map((rows) => rows.map(({ from, length }, i): LineRows => ({ id: `l${i}`, from, to: from + length })));

const meets = (a: LineRows, b: LineRows): boolean => a.from <= b.to + 2 && b.from <= a.to + 2;
const pairsOf = (all: readonly LineRows[]): [LineRows, LineRows][] =>
  all.flatMap((a, i) => all.slice(i + 1).map((b): [LineRows, LineRows] => [a, b])).filter(([a, b]) => meets(a, b));

describe('lanes', () => {
  test('[LN1] a lane is free again two rows after a terminus', () => {
    const at = (from: number) =>
      assignLanes([
        { id: 'a', from: 1, to: 4 },
        { id: 'b', from, to: from + 5 },
      ]).get('b');
    expect([at(4), at(6), at(7)]).toEqual([1, 1, 0]);
  });

  test(`[LN1] lines that meet never share a lane (seed ${seed})`, () => {
    fc.assert(
      fc.property(lines, (all) => {
        const lanes = assignLanes(all);
        for (const [a, b] of pairsOf(all)) expect(lanes.get(a.id)).not.toBe(lanes.get(b.id));
      }),
      { seed, numRuns: 500 },
    );
  });

  test(`[LN2] of two lines that meet the shorter is nearer (seed ${seed})`, () => {
    fc.assert(
      fc.property(lines, (all) => {
        const lanes = assignLanes(all);
        for (const [a, b] of pairsOf(all)) {
          const difference = a.to - a.from - (b.to - b.from);
          if (difference !== 0) expect(Math.sign(lanes.get(a.id)! - lanes.get(b.id)!)).toBe(Math.sign(difference));
        }
      }),
      { seed, numRuns: 500 },
    );
  });

  test('[LN2] the master of a scene runs outermost', () => {
    const lanes = assignLanes([
      { id: '12', from: 0, to: 40 },
      { id: '12A', from: 2, to: 8 },
      { id: '12B', from: 5, to: 6 },
      { id: '12C', from: 20, to: 24 },
    ]);
    expect(Object.fromEntries(lanes)).toEqual({ '12': 2, '12A': 1, '12B': 0, '12C': 0 });
  });

  test(`[LN3] lanes do not depend on the order of the lines (seed ${seed})`, () => {
    fc.assert(
      fc.property(lines, (all) => {
        expect([...assignLanes([...all].reverse())].sort()).toEqual([...assignLanes(all)].sort());
      }),
      { seed, numRuns: 300 },
    );
  });

  test('[LN4] the master is slate and seven hues follow, over and over', () => {
    expect([0, 1, 2, 7, 8].map(lineHue)).toEqual([
      'line-slate',
      'line-cobalt',
      'line-magenta',
      'line-sky',
      'line-cobalt',
    ]);
    expect(() => lineHue(-1)).toThrow(RangeError);
  });
});
