import {
  cellsOf,
  chineseDomestic,
  drawPage,
  type Element,
  finalDraftA4,
  finalDraftLetter,
  hollywoodChinese,
  type Profile,
  paginate,
  readFountain,
  singleSpacedLetter,
  trelbyLetter,
} from '@tramline/screenplay';
import { describe, expect, test } from 'vitest';
import { element, fixtureText } from '../testing/script.ts';
import { baseLine } from './pageText.ts';
import type { PdfOptions, PrintedScript } from './pdfOptions.ts';
import { bare, linesOfPage, readPdf } from './testing/readPdf.ts';
import { writePdf } from './writePdf.ts';

const date = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));

async function print(script: PrintedScript, options: Partial<PdfOptions> = {}) {
  const written = await writePdf(script, { date, ...options });
  if (!written.ok) throw new Error(written.code);
  return { ...written, read: await readPdf(written.bytes) };
}

const film = (name: string) => readFountain(fixtureText(`screenplay/synthetic/synthetic-${name}.fountain`));
const short = film('short-20p');
const untitled = (elements: readonly Element[]): PrintedScript => ({ title: [], elements });

/** What a page of the editor says, as lines of a page of paper. */
function drawnLines(elements: readonly Element[], profile: Profile) {
  const table = paginate(elements, profile);
  return table.pages.map((_, at) => {
    const rows = drawPage(table, elements, at).filter(({ text }) => text.trim() !== '');
    const lines = [...Map.groupBy(rows, ({ line }) => line).values()];
    return lines
      .map((parts) => [...parts].sort((a, b) => a.column - b.column))
      .map((parts) => ({
        y: baseLine(profile, parts[0]!.line),
        x: profile.paper.left + (parts[0]!.column + leadingCells(parts[0]!.text, profile)) * profile.paper.cell,
        text: bare(parts.map(({ text }) => text).join('')),
      }))
      .sort((a, b) => a.y - b.y);
  });
}

const leadingCells = (text: string, profile: Profile) => cellsOf(/^\s*/.exec(text)![0], profile);

const rounded = (lines: readonly { y: number; x: number; text: string }[]) =>
  lines.map(({ x, y, text }) => `${x.toFixed(1)} ${y.toFixed(1)} ${text}`);

describe('the words of a page', () => {
  test.each([
    ['feature-a', finalDraftLetter, 'en'],
    ['feature-b-numbered', finalDraftA4, 'en'],
    ['short-20p', trelbyLetter, 'en'],
    ['short-20p', { ...singleSpacedLetter, continueds: true }, 'en'],
    ['zh', chineseDomestic, 'zh-CN'],
    ['zh', hollywoodChinese, 'zh-CN'],
  ] as const)('[PF1] %s stands on paper as the editor draws it, case %#', async (name, profile, language) => {
    const { elements } = film(name);
    const { read, pages, missing } = await print(untitled(elements), { profile, language, pageNumbers: false });
    const drawn = drawnLines(elements, profile);
    expect(read.pages.length).toBe(drawn.length);
    expect(pages).toEqual(drawn.map((_, at) => String(at + 1)));
    expect(missing).toEqual([]);
    for (const [at, page] of read.pages.entries())
      expect(rounded(linesOfPage(page)), `page ${at + 1}`).toEqual(rounded(drawn[at]!));
  });

  test('[PF2] numbers stand half an inch from the top, at the right edge; the first page has none', async () => {
    const { read } = await print(untitled(short.elements));
    const heads = read.pages.map((page) => page.filter(({ y }) => y < 60).map(({ text, x, y }) => [text, x, y]));
    expect(heads[0]).toEqual([]);
    expect(heads[1]).toEqual([['2.', expect.closeTo(540 - 14.4, 2), expect.closeTo(45.4, 2)]]);
    expect(heads[9]).toEqual([['10.', expect.closeTo(540 - 21.6, 2), expect.closeTo(45.4, 2)]]);
  });

  test('[PF3] scene numbers stand left, right or on both sides, fixed ones as they are', async () => {
    const script = untitled([
      element('heading', 'INT. BUS - DAY', { number: '12A' }),
      element('heading', '13. INT. ROAD - DAY'),
      element('heading', 'EXT. FIELD'),
      element('heading', 'EXT. GONE', { number: '15', omitted: true }),
    ]);
    const margin = async (sceneNumbers: NonNullable<PdfOptions['sceneNumbers']>) => {
      const { read } = await print(script, { sceneNumbers });
      const outside = read.pages[0]!.filter(({ x, text }) => (x < 107 || x > 530) && text.trim() !== '');
      return outside.map(({ text, x }) => `${text} ${x.toFixed(2)}`);
    };
    expect(await margin('none')).toEqual([]);
    expect(await margin('left')).toEqual(['12A 54.00', '14 54.00', '15 54.00']);
    expect(await margin('both')).toEqual([
      ...['12A 54.00', '12A 531.36', '14 54.00', '14 531.36', '15 54.00', '15 531.36'],
    ]);
    expect((await margin('right')).length).toBe(3);
  });

  test('[PF4] formats are drawn: bold and italic in fonts of their own, lyrics slanting', async () => {
    const marks = [
      { type: 'bold', from: 0, to: 4 },
      { type: 'italic', from: 2, to: 8 },
      { type: 'underline', from: 0, to: 8 },
      { type: 'strike', from: 9, to: 12 },
      { type: 'highlight', from: 9, to: 12 },
    ] as const;
    const script = untitled([element('action', 'boldital end', {}, marks), element('lyrics', 'la la')]);
    const { read } = await print(script);
    expect(read.fonts.map((name) => name.slice(7)).sort()).toEqual(
      ['CourierPrime-Bold', 'CourierPrime-BoldItalic', 'CourierPrime-Italic', 'CourierPrime-Regular'].sort(),
    );
    expect(linesOfPage(read.pages[0]!).map(({ text }) => text)).toEqual(['bolditalend', 'lala']);
  });
});

describe('what stands around the words', () => {
  const revisions = [
    { value: '1', name: 'BLUE 2026-01-02', colour: '#a8d8ff', mark: '*' },
    { value: '2', name: 'PINK 2026-01-09', colour: '#ffc0d0', mark: '**' },
  ];

  test('[PF5] revised rows are marked, and the header names the youngest set', async () => {
    const lines = Array.from({ length: 60 }, (_, i) => `line ${i}`).join('\n');
    const revised = (value: string, word: string) => ({
      type: 'revision' as const,
      value,
      from: lines.indexOf(word),
      to: lines.indexOf(word) + 4,
    });
    const marks = [revised('1', 'line 3\n'), revised('2', 'line 5\n')];
    const { read } = await print(untitled([element('action', lines, {}, marks)]), { revisions });
    const [first, second] = read.pages;
    const row = (y: number) => Math.round((y - baseLine(finalDraftLetter, 0)) / 12);
    expect(first!.filter(({ x }) => x > 550).map(({ text, x, y }) => [text, x, row(y)])).toEqual([
      ['*', expect.closeTo(558, 2), 3],
      ['**', expect.closeTo(558, 2), 5],
    ]);
    expect(first!.filter(({ y }) => y < 60).map(({ text }) => text)).toEqual(['PINK 2026-01-09']);
    expect(second!.filter(({ x, y }) => x > 550 || (y < 60 && x < 500))).toEqual([]);
  });

  test('[PF6] header and footer stand on every page of the script', async () => {
    const { read } = await print(short, { header: 'Second draft', footer: 'Confidential 机密' });
    const [title, ...pages] = read.pages.map((page) => page.map(({ text }) => text).join(' '));
    expect(title).not.toContain('Confidential');
    for (const page of pages) expect(bare(page)).toMatch(/SeconddraftConfidential机密/);
  });

  test('[PF7] a watermark lies across every page and stands in the properties', async () => {
    const watermark = { text: '王芳 PRODUCER', recipient: 'wang@example.org' };
    const { read } = await print(short, { watermark });
    for (const page of read.pages)
      expect(
        bare(
          page
            .filter(({ isSlanted }) => isSlanted)
            .map(({ text }) => text)
            .join(''),
        ),
      ).toBe('王芳PRODUCER');
    expect(read.info).toMatchObject({ Subject: 'wang@example.org' });
    expect(read.info.Custom).toEqual(new Map([['Recipient', 'wang@example.org']]));
  });

  test('[PF8] the title page comes first, without a number, its title and author in the properties', async () => {
    const title = [
      { key: 'Title', value: '_**Brick & Steel**_\n_**Full retired**_' },
      { key: 'Author', value: 'Stu Maschwitz' },
      { key: 'Credit', value: 'Written by' },
      { key: 'Contact', value: 'Next Level\n1588 Mission Dr.' },
      { key: 'Mood', value: 'dark' },
    ];
    const { read } = await print({ title, elements: short.elements });
    expect(linesOfPage(read.pages[0]!).map(({ text }) => text)).toEqual([
      ...['BRICK&STEEL', 'FULLRETIRED', 'Writtenby', 'StuMaschwitz', 'NextLevel', '1588MissionDr.', 'Mood:dark'],
    ]);
    expect(read.info).toMatchObject({ Title: 'Brick & Steel Full retired', Author: 'Stu Maschwitz' });
    const without = await print({ title, elements: short.elements }, { titlePage: false });
    expect(without.read.pages.length).toBe(read.pages.length - 1);
  });

  test('[PF9] bookmarks name acts, sections and scenes, and lead to their pages', async () => {
    const script = untitled([
      element('actStart', 'Act one'),
      element('section', 'Sequence', { level: 2 }),
      element('heading', 'INT. BUS - DAY'),
      element('action', 'x\n'.repeat(70)),
      element('heading', '外景 公园 日', { number: '7A' }),
      element('action', 'x'),
      element('section', 'Empty', { level: 1 }),
    ]);
    const { read } = await print({ ...script, title: [{ key: 'Title', value: 'T' }] });
    expect(read.outline).toEqual([
      {
        title: 'Act one',
        page: 1,
        y: 60,
        children: [
          {
            title: 'Sequence',
            page: 1,
            y: 96,
            children: [
              { title: '1  INT. BUS - DAY', page: 1, y: 96, children: [] },
              { title: '7A  外景 公园 日', page: 2, y: expect.any(Number), children: [] },
            ],
          },
        ],
      },
    ]);
    expect((await print(script, { bookmarks: false })).read.outline).toEqual([]);
  });
});
