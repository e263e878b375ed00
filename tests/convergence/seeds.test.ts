import { describe, expect, it } from 'vitest';
import { runSeed } from '../../packages/editor/testing/index.ts';

/** 2,000 sessions of 2 to 5 people in `npm test`, 50,000 in `npm run test:extensive`. Each is played from its number alone. */
const sessions = process.env.TRAMLINE_EXTENSIVE === '1' ? 50_000 : 2000;
const blocks = 20;
const first = Number(process.env.TRAMLINE_SEED ?? 1);

describe('random sessions of two to five people', () => {
  it.each(Array.from({ length: blocks }, (_, block) => first + (block * sessions) / blocks))(
    '[EP11] agree on words, elements, anchors and pages, and lose nothing, from seed %i on',
    { timeout: 1_800_000 },
    (from) => {
      const failed: string[] = [];
      let operations = 0;
      for (let seed = from; seed < from + sessions / blocks; seed++) {
        try {
          operations += runSeed(seed).ops;
        } catch (error) {
          failed.push(`seed ${seed}: ${(error as Error).message.split('\n')[0]}`);
        }
      }
      expect(failed).toEqual([]);
      expect(operations).toBeGreaterThan(sessions / blocks);
    },
  );
});
