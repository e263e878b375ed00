import { drawPage, type Element, englishWords, finalDraftLetter, paginate, readFountain } from '@tramline/screenplay';
import { describe, expect, test } from 'vitest';
import { element, fixtureText } from '../testing/script.ts';
import { selectRows, selectScenes } from './selectRows.ts';
import { bare, linesOfPage, readPdf } from './testing/readPdf.ts';
import { writePdf } from './writePdf.ts';

const date = new Date(0);
const { elements } = readFountain(fixtureText('screenplay/synthetic/synthetic-short-20p.fountain'));
const table = paginate(elements, finalDraftLetter);
const scenes = selectScenes(elements, { character: 'Hugo' });
const isIn = (index: number, chosen = scenes) => chosen.some(({ from, to }) => index >= from && index < to);

describe('a selection', () => {
  test('[PF10] of a character is the scenes in which they speak, on their own pages', () => {
    const spoken = elements.flatMap((e, i) => (e.type === 'character' && /^HUGO\b/.test(e.text) ? [i] : []));
    expect(spoken.length).toBeGreaterThan(0);
    expect(spoken.every((index) => isIn(index))).toBe(true);
    for (const { from, to } of scenes) expect(spoken.some((index) => index >= from && index < to)).toBe(true);
    const pages = selectRows(table, elements, englishWords, { character: ' hugo ' });
    for (const { at, label, rows } of pages) {
      expect(label).toBe(String(at + 1));
      const whole = drawPage(table, elements, at).filter(({ index }) => index !== undefined && isIn(index));
      expect(rows.filter(({ index }) => index !== undefined)).toEqual(whole);
    }
  });

  test('[PF11] of scenes keeps their true page numbers and places', async () => {
    const last = selectScenes(elements, {
      scenes: elements.filter((e) => e.type === 'heading').map(({ id }) => id),
    }).at(-1)!;
    const written = await writePdf({ title: [], elements }, { date, selection: { scenes: [last.id] } });
    if (!written.ok) throw new Error(written.code);
    const read = await readPdf(written.bytes);
    expect(read.pages.length).toBe(written.pages.length);
    expect(Number(written.pages[0])).toBeGreaterThan(10);
    expect(linesOfPage(read.pages[0]!)[0]!.text).toBe(`${written.pages[0]}.`);
    expect(read.outline.length).toBe(1);
    const heading = bare(elements[last.from]!.text.toUpperCase());
    expect(linesOfPage(read.pages[0]!)[1]!.text).toBe(heading);
  });

  test('[PF12] takes along what the page adds to its scenes, and nothing of others', () => {
    const speech = (name: string): Element[] => [
      element('heading', `INT. ${name}`),
      element('action', 'x\n'.repeat(44)),
      element('character', name),
      element('dialogue', 'words\n'.repeat(12)),
    ];
    const script = [...speech('IDA'), ...speech('JUN')];
    const words = (name: string) =>
      selectRows(paginate(script, finalDraftLetter), script, englishWords, { character: name }).flatMap(({ rows }) =>
        rows.map(({ text }) => text).filter((text) => text !== 'x' && text !== 'words'),
      );
    expect(words('Ida')).toEqual(['INT. IDA', 'IDA', '(MORE)', "IDA (CONT'D)"]);
    expect(words('JUN').slice(0, 2)).toEqual(['INT. JUN', 'JUN']);
  });

  test('[PF13] of nothing is refused', async () => {
    const script = { title: [], elements };
    const empty = { ok: false, code: 'emptySelection' };
    expect(await writePdf(script, { date, selection: { character: 'Nobody' } })).toEqual(empty);
    expect(await writePdf(script, { date, selection: { scenes: [] } })).toEqual(empty);
    const silent = { title: [], elements: [element('action', 'x')] };
    expect(await writePdf(silent, { date, selection: { character: '' } })).toEqual(empty);
  });
});

describe('locked pages', () => {
  test('[PF14] keep their labels, and their scenes their numbers', async () => {
    const script = [
      element('heading', 'INT. BUS', { number: '4A' }),
      element('action', 'x\n'.repeat(80)),
      element('heading', 'EXT. ROAD', { number: '5' }),
    ];
    const locks = [
      { label: '7', id: script[0]!.id, offset: 0 },
      { label: '8', id: script[2]!.id, offset: 0 },
    ];
    const written = await writePdf({ title: [], elements: script }, { date, locks, sceneNumbers: 'left' });
    if (!written.ok) throw new Error(written.code);
    expect(written.pages).toEqual(['7', '7A', '8']);
    const { pages } = await readPdf(written.bytes);
    expect(pages.map((page) => linesOfPage(page)[0]!.text)).toEqual(['4AINT.BUS', '7A.', '8.']);
    expect(linesOfPage(pages[2]!)[1]!.text).toBe('5EXT.ROAD');
  });
});
