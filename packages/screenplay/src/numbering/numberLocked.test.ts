import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readScenes } from '../scenes.ts';
import { element } from '../testing/script.ts';
import { seeded } from '../testing/seeded.ts';
import { mintLabels, retiredLabels } from './mintLabels.ts';
import { type LetterStyle, numberLocked } from './numberLocked.ts';
import { compareSceneLabels, parseSceneLabel, sceneLabelKey } from './sceneLabel.ts';

/** Labels of a script drawn as `12 + + 13`, where each `+` is a new scene. */
function drawn(script: string, retired = '', style?: LetterStyle): string {
  const scenes = script.split(' ').map((word, i) => ({ id: `s${i}`, locked: word === '+' ? undefined : word }));
  return [...numberLocked(scenes, new Set(retired.split(' ')), style).values()].join(' ');
}

describe('locked scenes', () => {
  test('[SL1] what has a label keeps it, whatever it is', () => {
    expect(drawn('3 1 1 X 12a 1-3')).toBe('3 1 1 X 12a 1-3');
    expect(numberLocked([], new Set())).toEqual(new Map());
  });

  test('[SL2] new scenes behind a plain number take its letters, without I and O, and AA comes behind Z', () => {
    expect(drawn('12 + + 13')).toBe('12 12A 12B 13');
    const many = drawn(`12 ${Array(26).fill('+').join(' ')} 13`).split(' ');
    expect(many.slice(8, 11)).toEqual(['12H', '12J', '12K']);
    expect(many.slice(23)).toEqual(['12Y', '12Z', '12AA', '12AB', '13']);
  });

  test('[SL3] before a scene whose forerunner has a letter already, the letter goes in front', () => {
    expect(drawn('11 11A + + 12')).toBe('11 11A A12 B12 12');
    expect(drawn('11 11A A12 + 12')).toBe('11 11A A12 B12 12');
    expect(drawn('11 11A + A12 12')).toBe('11 11A AA12 A12 12');
    expect(drawn('+ 1')).toBe('A1 1');
    expect(drawn('12 + 12A 13')).toBe('12 A12A 12A 13');
    expect(drawn('12 12A + 12B')).toBe('12 12A A12B 12B');
  });

  test('[SL3] a lone Z is never given in front, so that there is always room', () => {
    const many = drawn(`${Array(26).fill('+').join(' ')} 1`).split(' ');
    expect(many.slice(22)).toEqual(['Y1', 'AZ1', 'BZ1', 'CZ1', '1']);
    expect(drawn('YZ1 + 1')).toBe('YZ1 AZZ1 1');
  });

  test('[SL3] a production may have all letters behind, or all in front', () => {
    expect(drawn('12 12A + 13', '', 'behind')).toBe('12 12A 12B 13');
    expect(drawn('12 + + 13', '', 'before')).toBe('12 A13 B13 13');
    expect(drawn('12 + 12A 13', '', 'behind')).toBe('12 A12A 12A 13');
  });

  test('[SL4] a label that was ever used is never given again, in capitals or not', () => {
    expect(drawn('12 + 13', '12A 12b')).toBe('12 12C 13');
    expect(drawn('+ 1', 'A1')).toBe('B1 1');
    expect(drawn('1 2 +', '3 4A')).toBe('1 2 5');
    expect(drawn('12 + 13 12a')).toBe('12 12B 13 12a');
  });

  test('[SL5] behind the last scene come whole numbers; episodes count apart', () => {
    expect(drawn('1 2 + +')).toBe('1 2 3 4');
    expect(drawn('+ +')).toBe('1 2');
    expect(drawn('1-1 1-2 2-1 +')).toBe('1-1 1-2 2-1 2-2');
    expect(drawn('1-1 + 1-2')).toBe('1-1 1-1A 1-2');
    expect(drawn('1 50 3 +')).toBe('1 50 3 51');
    expect(drawn('99999999999999999999 +')).toBe('99999999999999999999 100000000000000000000');
  });

  test('[SL5] next to a scene that was moved the near number counts; where no letters fit, a new number', () => {
    expect(drawn('20 + 5 6')).toBe('20 20A 5 6');
    expect(drawn('X + Y')).toBe('X 1 Y');
    expect(drawn('Z13 + 13')).toBe('Z13 14 13');
  });
});

describe('labels', () => {
  const ordered = '1 2 11 11A AA12 A12 AB12 B12 12 AA12A A12A 12A A12B 12B 12Z 12AA 13 1-3 1-12 X'.split(' ');

  test('[SL6] labels sort as their scenes stand, and no two differ without an order', () => {
    const expected = ordered.filter((l) => !l.startsWith('1-'));
    expect([...expected].reverse().sort(compareSceneLabels)).toEqual(expected);
    for (const a of ordered)
      for (const b of ordered)
        expect(Math.sign(compareSceneLabels(a, b))).toBe(-Math.sign(compareSceneLabels(b, a)) || 0);
    expect(['1-12', '1-3', '2-1'].sort(compareSceneLabels)).toEqual(['1-3', '1-12', '2-1']);
    expect([compareSceneLabels('12a', '12A') > 0, compareSceneLabels('012', '12') < 0]).toEqual([true, true]);
  });

  test('[SL6] a label is taken apart into letters, number, letters', () => {
    expect(parseSceneLabel('ab1-12c')).toEqual({ before: 'AB', core: '1-12', behind: 'C', stem: '1-', number: 12n });
    expect(['', 'X', '12-', '场'].map(parseSceneLabel)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

const anyLabel = fc.oneof(
  fc.stringMatching(/^[AYZIOaz]{0,3}(\d-)?\d{1,2}[AZIa]{0,2}$/),
  fc.stringMatching(/^[A-Z0-9.-]{0,6}$/),
  fc.constantFrom('', ' ', 'X', '12-', '第3场', 'ß1', '１２', '012', '9'.repeat(400)),
);

describe('any labels', () => {
  test('[SL6] three labels are in one order, whichever two are compared', () => {
    fc.assert(
      fc.property(anyLabel, anyLabel, anyLabel, (a, b, c) => {
        const sorted = [a, b, c].sort(compareSceneLabels);
        for (const [x, y] of [
          [0, 1],
          [1, 2],
          [0, 2],
        ] as const)
          expect(compareSceneLabels(sorted[x]!, sorted[y]!)).toBeLessThanOrEqual(0);
        expect(compareSceneLabels(a, b) === 0).toBe(a === b);
      }),
      { numRuns: 2000 },
    );
  });

  test('[SL1, SL4] whatever is locked or retired stays, and what is new is new', () => {
    const scene = fc.option(anyLabel, { nil: undefined });
    const style = fc.constantFrom('nearest', 'behind', 'before');
    fc.assert(
      fc.property(fc.array(scene, { maxLength: 20 }), fc.array(anyLabel), style, (locked, retired, letters) => {
        const scenes = locked.map((label, i) => ({ id: `s${i}`, locked: label }));
        const labels = numberLocked(scenes, new Set(retired), letters);
        expect([...labels.keys()]).toEqual(scenes.map(({ id }) => id));
        const fresh = scenes.filter((s) => !s.locked).map(({ id }) => labels.get(id)!);
        const known = [...retired, ...locked.flatMap((label) => label || [])].map(sceneLabelKey);
        expect(new Set([...known, ...fresh.map(sceneLabelKey)]).size).toBe(new Set(known).size + fresh.length);
        for (const { id, locked: label } of scenes) if (label) expect(labels.get(id)).toBe(label);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('minting', () => {
  test('[SL7] a scene that comes back has its own label, an omitted one keeps it, and minting twice gives nothing', () => {
    const minted = new Map([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]);
    const request = { order: ['a', 'new', 'c'], minted, retired: new Set(['1A']) };
    expect(mintLabels(request)).toEqual([{ id: 'new', label: '1B' }]);
    const after = new Map([...minted, ['new', '1B']]);
    expect(mintLabels({ ...request, minted: after })).toEqual([]);
    expect(mintLabels({ ...request, order: ['a', 'new', 'b', 'c'], minted: after })).toEqual([]);
    expect(retiredLabels(['a', 'new', 'c'], after)).toEqual(new Set(['2']));
  });

  test('[SL7] at the end a number of a scene that is gone is not used again', () => {
    const minted = new Map([
      ['a', '1'],
      ['b', '2'],
    ]);
    expect(mintLabels({ order: ['a', 'x', 'x'], minted, retired: new Set() })).toEqual([{ id: 'x', label: '3' }]);
  });

  test('[SL7] locking a script takes the numbers that it shows', () => {
    const headings = [{}, { number: '2A' }, {}].map((attrs, i) => element('heading', 'INT. A', attrs, `h${i}`));
    const minted = new Map(readScenes(headings).map(({ id, number }) => [id, number]));
    expect(mintLabels({ order: ['h0', 'new', 'h1', 'h2'], minted, retired: new Set() })).toEqual([
      { id: 'new', label: '1A' },
    ]);
  });

  test.each(['nearest', 'behind', 'before'] as const)(
    '[SL8] in any course of inserting, cutting and restoring, labels stay, ascend and never come twice (%s)',
    (style) => {
      for (let seed = 1; seed <= 60; seed++) runProduction(seed, style);
    },
  );
});

/** A production of 80 revisions; throws where a label changes, comes twice, or stands out of order. */
function runProduction(seed: number, style: LetterStyle): void {
  const random = seeded(seed);
  const minted = new Map<string, string>();
  let order = Array.from({ length: 1 + random(5) }, (_, i) => `s${i}`);
  let cut: { id: string; behind: string | undefined } | undefined;
  for (let step = 0; step < 80; step++) {
    const at = random(order.length + 1);
    const action = random(8);
    if (action === 0 && order.length > 1 && at < order.length) {
      cut = { id: order[at]!, behind: order[at - 1] };
      order = order.filter((id) => id !== cut!.id);
    } else if (action === 1 && cut !== undefined && (cut.behind === undefined || order.includes(cut.behind))) {
      order.splice(cut.behind === undefined ? 0 : order.indexOf(cut.behind) + 1, 0, cut.id);
      cut = undefined;
    } else if (action > 1) {
      const added = Array.from({ length: 1 + random(3) }, (_, i) => `n${step}.${i}`);
      order.splice(at, 0, ...added);
      cut = undefined;
    }
    const fresh = mintLabels({ order, minted, retired: new Set(), style });
    expect(mintLabels({ order, minted: new Map([...minted].reverse()), retired: new Set(), style })).toEqual(fresh);
    for (const { id, label } of fresh) {
      expect(minted.has(id), `seed ${seed} step ${step}`).toBe(false);
      expect(/[IO]/.test(label)).toBe(false);
      minted.set(id, label);
    }
    const labels = order.map((id) => minted.get(id)!);
    expect(new Set(minted.values()).size, `seed ${seed} step ${step}`).toBe(minted.size);
    expect([...labels].sort(compareSceneLabels), `seed ${seed} step ${step} ${labels}`).toEqual(labels);
  }
}
