import { describe, expect, test } from 'vitest';
import type { Element, Mark } from '../element.ts';
import { factsOf, factsOfFountain } from '../testing/factsOf.ts';
import { element } from '../testing/script.ts';
import { tagReport } from './tagReport.ts';
import { timelineReport } from './timelineReport.ts';

/** Action in which each `[id:words]` is tagged. */
function tagged(text: string): Element {
  const marks: Mark[] = [];
  let plain = '';
  for (const [, id, words, rest] of text.matchAll(/(?:\[(\w+):([^\]]*)\])|([^[]+)/g)) {
    if (id !== undefined) marks.push({ type: 'tag', value: id, from: plain.length, to: plain.length + words!.length });
    plain += words ?? rest ?? '';
  }
  return { ...element('action', plain), marks };
}

const definitions = [
  { id: 'gun', category: 'props', label: 'Revolver' },
  { id: 'car', category: 'vehicles', label: 'Red car' },
  { id: 'hat', category: 'wardrobe', label: 'Hat' },
];

describe('tags', () => {
  const facts = factsOf([
    tagged('Rain on [car:the car].'),
    element('heading', 'INT. A', {}, 'a'),
    tagged('He takes [gun:the gun]. [gun:It] is heavy in [odd:the old bag].'),
    element('heading', 'INT. B', {}, 'b'),
    element('heading', 'INT. C', {}, 'c'),
    tagged('[car:A][car:B] and [gun:C]'),
  ]);

  test('[RP9] what is tagged is listed by scene, by thing and by category', () => {
    const report = tagReport(facts, definitions);
    expect(
      report.scenes.map(({ number, tags }) => [number, tags.map(({ label, uses }) => `${label} ${uses}`)]),
    ).toEqual([
      [undefined, ['Red car 1']],
      ['1', ['the old bag 1', 'Revolver 2']],
      ['3', ['Revolver 1', 'Red car 1']],
    ]);
    expect(report.tags.map(({ id, uses, scenes, numbers }) => [id, uses, scenes, numbers])).toEqual([
      ['odd', 1, 1, ['1']],
      ['gun', 3, 2, ['1', '3']],
      ['car', 2, 1, ['3']],
    ]);
    expect(report.categories).toEqual([
      { category: '', tags: 1, uses: 1 },
      { category: 'props', tags: 1, uses: 3 },
      { category: 'vehicles', tags: 1, uses: 2 },
    ]);
    expect(report.total).toEqual({ tags: 3, uses: 6 });
  });

  test('[RP9] a thing without a definition keeps the words that it first covers', () => {
    const [odd] = tagReport(facts, definitions).tags;
    expect(odd).toMatchObject({ id: 'odd', category: '', label: 'the old bag', isDefined: false });
  });

  test('[RP9] overlapping and nested stretches of one tag are one; those of another are another', () => {
    const marks = [
      ...[
        { from: 0, to: 9 },
        { from: 2, to: 4 },
        { from: 9, to: 10 },
      ].map((m) => ({ type: 'tag', value: 'gun', ...m }) as const),
      { type: 'tag', value: 'hat', from: 3, to: 5 } as const,
      { type: 'bold', from: 0, to: 3 } as const,
      { type: 'tag', from: 11, to: 12 } as const,
    ];
    const { tags } = tagReport(factsOf([{ ...element('action', 'x'.repeat(12)), marks }]), definitions);
    expect(tags.map(({ id, uses }) => [id, uses])).toEqual([
      ['', 1],
      ['gun', 1],
      ['hat', 1],
    ]);
  });
});

describe('story lines', () => {
  test('[RP8] acts and sections run over the scenes whose headings stand in them', () => {
    const facts = factsOf([
      element('actStart', 'ACT ONE', {}, 'act1'),
      element('section', 'Love', { level: 1 }, 's1'),
      element('section', 'They meet', { level: 2 }, 's2'),
      element('heading', 'INT. A', {}, 'a'),
      element('heading', 'INT. B', { omitted: true }, 'b'),
      element('actEnd', 'END OF ACT ONE'),
      element('section', 'They part', { level: 2 }, 's3'),
      element('heading', 'INT. C', {}, 'c'),
      tagged('[gun:Bang]'),
      element('actStart', 'ACT TWO', {}, 'act2'),
      element('section', 'War', {}, 's4'),
      element('heading', 'INT. D', {}, 'd'),
    ]);
    const { scenes, lines, total } = timelineReport(facts, definitions);
    expect(scenes.map(({ id, start, eighths }) => [id, start, eighths])).toEqual([
      ['a', 0, 1],
      ['c', 1, 2],
      ['d', 3, 1],
    ]);
    expect(lines.map(({ kind, label, level, scenes: own, eighths }) => [kind, label, level, own, eighths])).toEqual([
      ['act', 'ACT ONE', 0, [0], 1],
      ['section', 'Love', 1, [0, 1], 3],
      ['section', 'They meet', 2, [0], 1],
      ['section', 'They part', 2, [1], 2],
      ['act', 'ACT TWO', 0, [2], 1],
      ['section', 'War', 1, [2], 1],
      ['tag', 'Revolver', 0, [1], 2],
    ]);
    expect(total).toEqual({ scenes: 3, eighths: 4 });
  });

  test('[RP8] a section in a scene begins with the next scene', () => {
    const { lines } = timelineReport(factsOfFountain('INT. A\n\nx\n\n# New\n\nINT. B\n\ny\n'), []);
    expect(lines.map(({ label, scenes }) => [label, scenes])).toEqual([['New', [1]]]);
  });
});
