import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followSteps, onlyRemoved, removedBetween } from './removedWords.ts';

const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;
const text = fc
  .array(fc.constantFrom('a', 'b', '长', '𠀁', '𠀂', '𡀁'), { maxLength: 6 })
  .map((parts) => parts.join(''));

describe('words that are gone', () => {
  it('[LC2] the stretch between two texts, never parting a character', () => {
    expect(removedBetween('We should leave now.', 'We leave now.')).toEqual({ from: 3, to: 10 });
    expect(removedBetween('X𠀁', 'X𠀂𠀁')).toEqual({ from: 1, to: 1 });
    expect(removedBetween('X𠀂𠀁', 'X𠀁')).toEqual({ from: 1, to: 3 });
    expect(removedBetween('𠀁', '𠀂')).toEqual({ from: 0, to: 2 });
  });

  it('[LC2] what is around the stretch stands in both texts, and its ends are whole characters', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { from, to } = removedBetween(before, after);
        expect(from).toBeLessThanOrEqual(to);
        expect(after.startsWith(before.slice(0, from))).toBe(true);
        expect(after.endsWith(before.slice(to))).toBe(true);
        expect(isLow(before.charCodeAt(from)) || isLow(before.charCodeAt(to))).toBe(false);
      }),
    );
  });

  it('[LC2] a text that lost one stretch and nothing else', () => {
    fc.assert(
      fc.property(text, text, text, (head, gone, tail) => {
        const range = onlyRemoved(head + gone + tail, head + tail);
        if (gone === '') expect(range).toBeUndefined();
        else
          expect((head + gone + tail).slice(0, range!.from) + (head + gone + tail).slice(range!.to)).toBe(head + tail);
      }),
    );
    expect(onlyRemoved('a b c', 'b')).toBeUndefined();
    expect(onlyRemoved('abc', 'axc')).toBeUndefined();
  });

  it('[LC2] over several edits: only what went in own ones', () => {
    const step = (isOwn: boolean, ...parts: string[]) => ({
      isOwn,
      trace: parts.map((part) => ({
        kind: ({ '-': 'removed', '+': 'added', '=': 'kept' } as const)[part[0] as '-'],
        length: Number(part.slice(1)),
      })),
    });
    // abcdef, abef, abXef, abXf, Xf
    const steps = (own: readonly boolean[]) => [
      step(own[0]!, '=2', '-2', '=2'),
      step(own[1]!, '=2', '+1', '=2'),
      step(own[2]!, '=3', '-1', '=1'),
      step(own[3]!, '-2', '=2'),
    ];
    expect(followSteps(6, steps([true, true, false, true])).gone).toEqual([{ from: 0, to: 4 }]);
    expect(followSteps(6, steps([false, true, true, false])).gone).toEqual([{ from: 4, to: 5 }]);
    expect(followSteps(6, [step(true, '=1', '-1', '=1', '+2', '-1', '=2')]).gone).toEqual([
      { from: 1, to: 2 },
      { from: 3, to: 4 },
    ]);
    expect(followSteps(3, [])).toEqual({ gone: [], places: [0, 1, 2] });
    expect(followSteps(6, steps([true, true, true, true])).places).toEqual([-1, 5]);
  });
});
