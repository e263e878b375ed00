import { drawPage, type Element, finalDraftLetter, type Mark, paginate, profiles } from '@tramline/screenplay';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { element, seeded, wildScript } from '../testing/script.ts';
import { bare, linesOfPage, readPdf } from './testing/readPdf.ts';
import { writePdf } from './writePdf.ts';

const date = new Date(0);

async function print(elements: readonly Element[], profile = finalDraftLetter) {
  const written = await writePdf({ title: [], elements }, { date, profile, sceneNumbers: 'both', boldHeadings: true });
  if (!written.ok) throw new Error(written.code);
  return readPdf(written.bytes);
}

describe('any script', () => {
  test('[PF24] prints in every profile, every character of the editor once', async () => {
    for (let seed = 1; seed <= 28; seed++) {
      const script = wildScript(seeded(seed));
      const profile = profiles[seed % profiles.length]!;
      const written = await writePdf({ title: [], elements: script }, { date, profile, pageNumbers: false });
      if (!written.ok) throw new Error(written.code);
      const read = await readPdf(written.bytes);
      const table = paginate(script, profile);
      const characters = (texts: readonly string[]) => [...bare(texts.join(''))].sort().join('');
      for (const [at, page] of read.pages.entries()) {
        const drawn = characters(drawPage(table, script, at).map(({ text }) => text));
        expect(characters(page.map(({ text }) => text)), `seed ${seed}, page ${at}`).toBe(drawn);
      }
    }
  });

  test('[PF24] prints whatever characters and marks it is made of', async () => {
    const mark = fc.record<Mark>({
      type: fc.constantFrom('bold', 'italic', 'underline', 'strike', 'highlight', 'revision'),
      from: fc.nat(10),
      to: fc.integer({ min: 11, max: 30 }),
    });
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: 'grapheme', maxLength: 60 }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.array(mark, { maxLength: 3 })), { maxLength: 5 }), async (lines) => {
        const script = lines.map(([words, marks]) => element('action', words, {}, marks));
        expect((await print(script)).pages.length).toBeGreaterThan(0);
      }),
      { numRuns: 25 },
    );
  });

  test('[PF24] prints half surrogate pairs, controls and words of any length', async () => {
    const texts = [
      '\ud800',
      'a\udc00b',
      '\u0000\u0001\t\u007f',
      'x'.repeat(500),
      'ا'.repeat(300),
      'न'.repeat(300),
      '\u0301',
    ];
    const read = await print(texts.map((text) => element('action', text)));
    expect(linesOfPage(read.pages[0]!).some(({ text }) => text.startsWith('xxxx'))).toBe(true);
  });

  test('[PF25] an empty script is one empty page', async () => {
    expect((await print([])).pages).toEqual([[]]);
  });
});
