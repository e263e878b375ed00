import type { TitleEntry } from '@tramline/screenplay';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Change,
  changing,
  difference,
  differenceOf,
  plain,
  production,
  read,
  retyping,
  source,
  write,
} from './testing/production.ts';
import { writeFdx } from './writeFdx.ts';

describe('places counted over the script', () => {
  test('[FX37] notes and locked pages go along with their words', () => {
    const longer = read(write(retyping('Flour dust', 'White flour: dust')));
    expect(longer.scriptNotes[1]).toMatchObject({ from: 13, to: 17, text: 'Where is the dust?' });
    expect(longer.lockedPages.map(({ position }) => position)).toEqual([0, 91]);
    const moved = read(write((elements) => [...elements.slice(2), ...elements.slice(0, 2)]));
    expect(moved.scriptNotes[1]).toMatchObject({ from: 6, to: 10 });
    expect(moved.lockedPages[1]!.position).toBe(84 - 28);
  });

  test('[FX37] a note whose words are gone stands where they were', () => {
    const cut = read(write((elements) => elements.filter(({ text }) => !text.startsWith('Flour'))));
    expect(cut.scriptNotes[1]).toMatchObject({ from: 0, to: 0 });
    expect(cut.elements.find(({ id }) => id === cut.scriptNotes[1]!.elementId)!.text).toBe('ADA');
    expect(write(retyping('FADE OUT.', 'FADE OUT')).match(/<ScriptNote Color="#FFFF00000000".*>/)?.[0]).toContain(
      'Range="61,65"',
    );
  });
});

describe('the title page', () => {
  const change = (entries: readonly TitleEntry[]) => writeFdx(production.elements, entries, production);
  const withValue = (key: string, value: string) =>
    production.title.map((entry) => (entry.key === key ? { key, value } : entry));

  test('[FX38] a changed entry changes its paragraph alone', () => {
    expect(difference(source, change(withValue('Title', 'THE MILL')))).toEqual([
      '-<Text Style="Underline">THE BAKERY</Text>',
      '+<Text Style="Underline">THE MILL</Text>',
    ]);
    expect(difference(source, change(withValue('Author', 'Ann Alder\nBo Birch\nCy')))).toEqual([
      '-<Text>Ben Birch</Text>',
      '+<Text>Bo Birch',
      '+Cy</Text>',
    ]);
  });

  test('[FX38] entries in another order change nothing; one that is gone leaves its place empty; a new one is added', () => {
    expect(change(production.title.toReversed())).toBe(source);
    const gone = change(production.title.filter(({ key }) => key !== 'Contact'));
    expect(read(gone).title).toEqual(production.title.filter(({ key }) => key !== 'Contact'));
    const added = [...production.title, { key: 'Copyright', value: '© 2026 A' }, { key: 'Lucky number', value: '7' }];
    expect(read(change(added)).title).toEqual(added);
  });

  test('[FX38] a file without a title page gets one', () => {
    const title = [
      { key: 'Title', value: 'A & B' },
      { key: 'Credit', value: 'by' },
      { key: 'Author', value: 'C\nD' },
      { key: 'Contact', value: 'e@example.com' },
      { key: 'Draft date', value: 'soon' },
    ];
    for (const origin of [
      '<FinalDraft/>',
      '<FinalDraft><TitlePage/></FinalDraft>',
      '<FinalDraft><TitlePage><Content/></TitlePage></FinalDraft>',
    ])
      expect(read(writeFdx([], title, read(origin))).title, origin).toEqual(title);
    expect(read(writeFdx([], title)).title).toEqual(title);
  });
});

describe('any title page', () => {
  const keys = [
    'Title',
    'Credit',
    'Author',
    'Source',
    'Copyright',
    'Draft date',
    'Contact',
    'Notes',
    'Lucky number',
    '备注',
  ];
  const words = [
    'by',
    'Written by',
    'Foo: bar',
    'Tel: 5',
    '© 2026',
    'Second draft',
    'Based on a tale',
    'A & <B>',
    ' x ',
    '张三',
    ':',
    'a\nb',
  ];
  const value = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
  const titles = fc.uniqueArray(fc.tuple(fc.constantFrom(...keys), value), { selector: ([key]) => key, maxLength: 6 });
  const byKey = (title: readonly TitleEntry[]) => [...title].sort((a, b) => (a.key < b.key ? -1 : 1));

  test('[FX38] reads back as it was written, into a new file and over the title page of another', () => {
    fc.assert(
      fc.property(titles, titles, (first, second) => {
        const title = first.map(([key, value]) => ({ key, value }));
        const made = read(writeFdx([], title));
        expect(byKey(made.title)).toEqual(byKey(title));
        const next = second.map(([key, value]) => ({ key, value }));
        const changed = read(writeFdx([], next, made)).title;
        expect(wordsOf(changed)).toEqual(wordsOf(next));
      }),
      { seed: 5, numRuns: 300 },
    );
  });
  /** The words of a title page without the keys that may stand before them. */
  const wordsOf = (title: readonly TitleEntry[]) =>
    title
      .flatMap((entry) => entry.value.split('\n'))
      .map((line) => line.replace(/^(?:Foo|Tel):\s*/, '').trim())
      .filter((line) => line !== '')
      .toSorted();
});

describe('what a file must learn', () => {
  const tagged = (value: string): Change =>
    changing('THE END', ({ text }) => ({ marks: [{ type: 'tag', value, from: 0, to: text.length }] }));

  test('[FX39] words tagged with a known thing get its number', () => {
    expect(differenceOf(tagged('def-key'))).toEqual(['-<Text>THE END</Text>', '+<Text TagNumber="7">THE END</Text>']);
  });

  test('[FX39] a new tag is defined in the file, called by its words', () => {
    const { tags, elements } = read(write(tagged('fresh'), plain));
    expect(tags.definitions).toContainEqual({ id: 'fresh', categoryId: 'cat-props', label: 'THE END' });
    expect(elements.find(({ text }) => text === 'THE END')!.marks).toEqual([
      { type: 'tag', value: 'fresh', from: 0, to: 7 },
    ]);
    const letter = read(write(tagged('def-letter'), plain));
    expect(letter.tags).toEqual(plain.tags);
    expect(letter.elements.find(({ text }) => text === 'THE END')!.marks?.[0]).toMatchObject({ value: 'def-letter' });
  });
});

describe('revisions', () => {
  const revised = (value: string): Change =>
    changing('THE END', ({ text }) => ({ marks: [{ type: 'revision', value, from: 0, to: text.length }] }));

  test('[FX41] a revision of a set that the file has changes the words alone; one of another set adds it', () => {
    expect(differenceOf(revised('1'))).toEqual(['-<Text>THE END</Text>', '+<Text RevisionID="1">THE END</Text>']);
    const { revisionSets, source: text } = read(write(revised('4'), plain));
    expect(revisionSets.map(({ id, name }) => id + name)).toEqual(['1Blue', '2Pink', '4Green']);
    expect(text).toMatch(/PageColor="#FDFDCCCCD4D4" Style=""\/>\n {4}<Revision Color="#000080800000"/);
  });
});
