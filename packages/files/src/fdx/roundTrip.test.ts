import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Element, idsFrom, isSameElement, readFountain } from '@tramline/screenplay';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FdxDocument } from './fdxDocument.ts';
import { slotsOfBlock } from './read/readBlocks.ts';
import { ScriptPlaces } from './read/scriptPlaces.ts';
import { readFdx } from './readFdx.ts';
import { editScript, hostileFdx, seeded } from './testing/hostileFdx.ts';
import { sayable } from './testing/sayable.ts';
import { writeFdx } from './writeFdx.ts';
import { encodeXml } from './xml/decodeXml.ts';
import { childOf } from './xml/readXml.ts';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/screenplay/', import.meta.url));
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.fdx'))
  .sort();
const seeds = Array.from({ length: 500 }, (_, i) => i + 1);

function read(file: Uint8Array | string): FdxDocument {
  const result = readFdx(file, { newId: idsFrom('f.') });
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result)}`);
  return result.document;
}

/** Elements as a store gives them back: equal, and no object the same. */
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('files that nobody edited', () => {
  test.each(files)('[FX20] comes back byte for byte: %s', (file) => {
    const bytes = readFileSync(folder + file);
    const document = read(bytes);
    const text = writeFdx(stored(document.elements), stored(document.title), document);
    expect(Buffer.from(encodeXml(text, document.encoding)).equals(bytes)).toBe(true);
  });

  test('[FX20] hostile files come back byte for byte', () => {
    for (const seed of seeds) {
      const source = hostileFdx(seeded(seed), false);
      const document = read(source);
      expect(writeFdx(stored(document.elements), stored(document.title), document), `seed ${seed}`).toBe(source);
    }
  });

  test('[FX20] UTF-16 of either order comes back byte for byte', () => {
    const text = `\ufeff${readFileSync(`${folder}synthetic/production.fdx`, 'utf8')}`;
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const bytes = encodeXml(text, encoding);
      const document = read(bytes);
      expect(document.encoding).toBe(encoding);
      expect(encodeXml(writeFdx(document.elements, document.title, document), encoding)).toEqual(bytes);
    }
  });
});

describe('files with random edits', () => {
  test('[FX21] read again, they say what was edited', () => {
    for (const seed of seeds) {
      const random = seeded(seed);
      const origin = read(hostileFdx(random, true));
      const script = editScript(random, origin.elements, 4);
      const text = writeFdx(script, origin.title, origin);
      expect(sayable(read(text).elements), `seed ${seed}`).toEqual(sayable(script));
    }
  });

  test('[FX22] paragraphs that were not edited, and all parts around the script, keep their bytes', () => {
    for (const seed of seeds) {
      const random = seeded(seed);
      const origin = read(hostileFdx(random, false));
      const script = editScript(random, origin.elements, 3);
      const text = writeFdx(script, origin.title, origin);
      for (const { from, to } of untouched(origin, script))
        expect(text, `seed ${seed}`).toContain(origin.source.slice(from, to));
      const content = childOf(origin.layout.root, 'Content')!;
      expect(text.startsWith(origin.source.slice(0, content.from)), `seed ${seed}`).toBe(true);
      for (const odd of between(origin)) expect(text, `seed ${seed}`).toContain(odd);
    }
  });

  test('[FX37] notes stay on words that were not edited, wherever these go', () => {
    for (const seed of seeds.slice(0, 300)) {
      const random = seeded(seed);
      const bare = read(hostileFdx(random, true));
      const { starts } = new ScriptPlaces(bare.source, bare.layout.blocks);
      const notes = bare.layout.blocks.map(({ slot }, i) => {
        const length = slot?.element.text.length ?? 0;
        return `<ScriptNote Name="${slot?.element.id ?? ''}" Range="${starts[i]},${starts[i]! + length}"/>`;
      });
      const end = bare.source.lastIndexOf('</FinalDraft>');
      const origin = read(
        `${bare.source.slice(0, end)}<ScriptNotes>${notes.join('')}</ScriptNotes>${bare.source.slice(end)}`,
      );
      const script = editScript(random, origin.elements, 4);
      const now = read(writeFdx(script, origin.title, origin));
      const said = script.filter(({ type }) => type !== 'pageBreak');
      const outer = new Set(now.layout.blocks.flatMap(({ slot }) => (slot ? [slot.element.id] : [])));
      for (const note of now.scriptNotes) {
        const at = said.findIndex(({ id }) => id === note.name);
        const then = origin.elements.find(({ id }) => id === note.name);
        const same = now.elements[at];
        if (then === undefined || said[at]?.text !== then.text || then.text === '' || !outer.has(same!.id)) continue;
        expect([note.elementId, note.from, note.to], `seed ${seed}`).toEqual([same!.id, 0, then.text.length]);
      }
    }
  });

  test('[FX21] a second writing changes nothing', () => {
    for (const seed of seeds.slice(0, 300)) {
      const random = seeded(seed);
      const origin = read(hostileFdx(random, true));
      const again = read(writeFdx(editScript(random, origin.elements, 4), origin.title, origin));
      expect(writeFdx(again.elements, again.title, again), `seed ${seed}`).toBe(again.source);
    }
  });
});

/** What stands between the children of `Content`, but for white space. */
function between({ source, layout }: FdxDocument): string[] {
  const { openTo, closeFrom } = childOf(layout.root, 'Content')!;
  const starts = [...layout.blocks.map(({ node }) => node.from), closeFrom];
  const ends = [openTo, ...layout.blocks.map(({ node }) => node.to)];
  return starts.map((start, i) => source.slice(ends[i], start).trim());
}

/** Where paragraphs stand whose elements are in the script as they were, without other paragraphs inside them. */
function untouched(origin: FdxDocument, script: readonly Element[]) {
  const now = new Map(script.map((element) => [element.id, element]));
  const outer = new Set(
    origin.layout.blocks.filter((block) => slotsOfBlock(block).length > 1).map(({ node }) => node.from),
  );
  const follows = new Set(script.filter((_, i) => script[i - 1]?.type === 'pageBreak').map(({ id }) => id));
  return origin.spans.filter(({ element, from }) => {
    const same = now.get(element.id);
    const isLeaf =
      !outer.has(from) &&
      !/<OmittedScene|<DualDialogue/.test(origin.source.slice(from, origin.spans.find((s) => s.from === from)!.to));
    return (
      same !== undefined &&
      isLeaf &&
      isSameElement(element, same) &&
      !follows.has(element.id) &&
      !element.attrs.omitted &&
      element.type !== 'heading'
    );
  });
}

const words = fc.string({
  unit: fc.oneof(
    fc.constantFrom('<', '&', '"', ' ', '\n', '\t', ']]>', '🎬', '张', 'a'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  ),
  maxLength: 12,
});
const attrs = fc.record(
  {
    number: fc.constantFrom('1', '12A', '"<&>'),
    level: fc.integer({ min: 1, max: 6 }),
    dual: fc.constantFrom('left' as const, 'right' as const),
    startsNewPage: fc.constant(true),
    omitted: fc.constant(true),
    boneyard: fc.constant(true),
  },
  { requiredKeys: [] },
);
const type = fc.constantFrom(
  'heading',
  'action',
  'character',
  'parenthetical',
  'dialogue',
  'lyrics',
  'transition',
  'shot',
  'general',
  'centered',
  'section',
  'synopsis',
  'note',
  'pageBreak',
  'actStart',
  'actEnd',
);
const markType = fc.constantFrom(
  'bold',
  'italic',
  'underline',
  'strike',
  'highlight',
  'note',
  'boneyard',
  'revision',
  'tag',
);
const element = fc
  .tuple(
    type,
    words,
    attrs,
    fc.array(fc.tuple(markType, fc.nat(12), fc.nat(12), fc.integer({ min: 1, max: 30 })), { maxLength: 3 }),
  )
  .map(([kind, raw, given, marks]) => {
    const text = clean(raw);
    return {
      ...{ id: '', type: kind, text, attrs: given },
      marks: marks
        .map(([name, a, b, n]) => ({
          type: name,
          from: edge(text, Math.min(a, b)),
          to: edge(text, Math.max(a, b)),
          ...markValue(name, n),
        }))
        .filter(({ from, to }) => from < to),
    } as Element;
  });
const markValue = (name: string, n: number) =>
  name === 'revision' ? { value: String(n) } : name === 'tag' ? { value: `thing & ${n}` } : {};
/** No half pairs and no control characters: XML cannot say them (`writeFdx.test.ts`). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML 1.0 cannot say
const clean = (text: string) => text.toWellFormed().replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '.');
function edge(text: string, at: number): number {
  const place = Math.min(at, text.length);
  return /[\udc00-\udfff]/.test(text[place] ?? '') ? place + 1 : place;
}

const fountains = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.fountain') && !file.includes('series-600p'))
  .sort();

describe('files from nothing', () => {
  test.each(fountains)(
    '[FX26] a Fountain script reads back from FDX, and then comes back byte for byte: %s',
    (file) => {
      const script = readFountain(readFileSync(folder + file, 'utf8'));
      const made = read(writeFdx(script.elements, script.title));
      expect(sayable(made.elements)).toEqual(sayable(script.elements));
      expect(writeFdx(stored(made.elements), stored(made.title), made)).toBe(made.source);
      const values = script.title.filter(({ value }) => value !== '');
      expect(new Map(made.title.map(({ key, value }) => [key, value]))).toEqual(
        new Map(values.map(({ key, value }) => [key, value])),
      );
    },
  );

  test('[FX26] any script reads back as it is', () => {
    fc.assert(
      fc.property(fc.array(element, { maxLength: 12 }), (drafts) => {
        const script = drafts.map((draft, i) => ({ ...draft, id: `p${i}` }));
        expect(sayable(read(writeFdx(script, [])).elements)).toEqual(sayable(script));
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  test('[FX26] what was read from any file and written without it reads the same', () => {
    for (const seed of seeds.slice(0, 300)) {
      const { elements } = read(hostileFdx(seeded(seed), true));
      expect(sayable(read(writeFdx(elements, [])).elements), `seed ${seed}`).toEqual(sayable(elements));
    }
  });
});
