import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashApproval } from './approvalContent.ts';
import { canonicalJson, canonicalSet, canonicalText, hashComponent } from './canonical.ts';
import { sha256 } from './sha256.ts';

const seed = 20261122;

/** The shape of the vectors: older than ours, hashed by the same rules. */
interface VectorInput {
  readonly beats: readonly {
    readonly type: string;
    readonly character: string;
    readonly lines: readonly { readonly el: string; readonly text: string }[];
  }[];
  readonly prompt: {
    readonly positive: string;
    readonly negative: string;
    readonly refs: string[];
    readonly model: string;
    readonly seed: number;
    readonly aspect: string;
  };
  readonly shot: {
    readonly size: string;
    readonly angle: string;
    readonly movement: string;
    readonly durationFrames: number;
    readonly cast: string[];
  };
  readonly take: { readonly sha256: string };
}
interface Vector {
  readonly hash: string;
  readonly components: Readonly<Record<string, string>>;
  readonly input: VectorInput;
}

const vectors: Readonly<Record<string, Vector>> = JSON.parse(
  readFileSync(new URL('../../../../tests/fixtures/approval/vectors.json', import.meta.url), 'utf8'),
);

function componentsOf({ beats, prompt, shot, take }: VectorInput): Record<string, string> {
  const lines = beats.map((beat) => ({
    type: beat.type,
    character: canonicalText(beat.character),
    lines: beat.lines.map(({ el, text }) => ({ el, text: canonicalText(text) })),
  }));
  const { positive, negative, refs, model, seed: number, aspect } = prompt;
  const { size, angle, movement, durationFrames, cast } = shot;
  return {
    beats: hashComponent('beats', lines),
    prompt: hashComponent('prompt', {
      positive: canonicalText(positive),
      negative: canonicalText(negative),
      refs: canonicalSet(refs),
      model,
      seed: number,
      aspect,
    }),
    shot: hashComponent('shot', { size, angle, movement, durationFrames, cast: canonicalSet(cast) }),
    take: take.sha256,
  };
}

describe('vectors', () => {
  test.each(Object.entries(vectors))('[AP1] [AP3] %s', (name, { hash, components, input }) => {
    const found = componentsOf(input);
    expect({ components: found, hash: hashApproval(found) }).toEqual({ components, hash });
    expect(hash === vectors.base!.hash).toBe(name === 'base' || name.startsWith('SAME'));
  });

  test('[AP1] all sixteen are there', () => {
    expect(Object.keys(vectors).length).toBe(16);
  });
});

describe('canonical form', () => {
  test('[AP3] line ends, spaces, empty lines and the Unicode form do not count', () => {
    expect(canonicalText('  Rene\u0301e \t\u00a0 said\r\n\r\n\r  yes. \n')).toBe('Renée said\nyes.');
  });

  test('[AP3] case, marks and quotation marks count', () => {
    const forms = ['You’re late.', "You're late.", "YOU'RE LATE.", "You're late!"];
    expect(new Set(forms.map(canonicalText)).size).toBe(4);
  });

  test('[AP3] keys have one order and sets no order', () => {
    expect(canonicalJson({ b: [2, 1], a: { d: null, c: '"' } })).toBe('{"a":{"c":"\\"","d":null},"b":[2,1]}');
    expect(canonicalSet(['b', 'a', 'b', 'Z'])).toEqual(['Z', 'a', 'b']);
  });

  test('[AP7] what JSON would lose or change throws', () => {
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, () => 1, Symbol('s'), 1n]) {
      expect(() => canonicalJson({ in: [value] })).toThrow(TypeError);
    }
  });

  test(`[AP3] canonicalising twice changes nothing (seed ${seed})`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(canonicalText(canonicalText(text))).toBe(canonicalText(text));
      }),
      { seed, numRuns: 2000 },
    );
  });
});

describe('sha256', () => {
  test('[AP2] is the platform’s for every length around the block size', () => {
    for (let length = 0; length < 200; length++) {
      const text = 'é扳a'.repeat(length).slice(0, length);
      expect(sha256(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
    }
  });

  test(`[AP2] is the platform’s for any text, lone surrogates too (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('', '\ud800', '\udc00'),
        (text, lone) => {
          expect(sha256(text + lone)).toBe(
            createHash('sha256')
              .update((text + lone).toWellFormed(), 'utf8')
              .digest('hex'),
          );
        },
      ),
      { seed, numRuns: 1000 },
    );
  });
});
