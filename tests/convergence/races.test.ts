import { describe, expect, it } from 'vitest';
import { flatPair } from './flatPair.ts';
import { playRace, RACES } from './race.ts';

/** The same races on TipTap's own collaboration: `npm run bench -- merge`. */
describe.each([false, true])('two writers at the same moment (ids swapped: %s)', (swap) => {
  it.each(RACES)('loses and doubles nothing, and no anchor: $name', async (race) => {
    const { seen, ...outcome } = await playRace(race, flatPair({ swap }));
    expect({ ...outcome, seen }).toEqual({ lost: 0, doubled: 0, anchorsLost: 0, anchors: outcome.anchors, seen });
  });
});
