import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignText } from './alignText.ts';

const align = (then: string, now: string) => [...alignText(then, now)].join(' ');
const texts = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '🎬', '\n', '.'), maxLength: 20 });

describe('how one text became another', () => {
  test('[FX23] keeps what stands before, after and, word by word, between changes', () => {
    expect(align('one two', 'one two')).toBe('0 1 2 3 4 5 6');
    expect(align('ab', 'axb')).toBe('0 -1 1');
    expect(align('big red cat', 'bag red hat')).toBe('0 -1 -1 3 4 5 6 7 -1 9 10');
    expect(align('🎬', '🎭')).toBe('-1 -1');
    expect(align('', 'a')).toBe('-1');
  });

  test('[FX23] names equal units, in order, and never half a pair', () => {
    fc.assert(
      fc.property(texts, texts, (then, now) => {
        const kept = [...alignText(then, now)];
        const units = kept.flatMap((old, i) => (old < 0 ? [] : [[old, i] as const]));
        for (const [old, i] of units) expect(then[old]).toBe(now[i]);
        expect(units.every(([old], i) => i === 0 || units[i - 1]![0] < old)).toBe(true);
        for (let i = 0; i < now.length; i++)
          if (/[\ud800-\udbff]/.test(now[i]!)) expect(kept[i]! < 0).toBe(kept[i + 1]! < 0);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  test('[FX23] a change too long to compare by words is one replacement', () => {
    const many = (word: string) => `x ${`${word} `.repeat(3000)}y`;
    const kept = alignText(many('a'), many('b'));
    expect(kept.filter((old) => old >= 0)).toHaveLength(4);
  });
});
