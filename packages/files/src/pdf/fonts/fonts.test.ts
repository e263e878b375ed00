import { type Element, finalDraftLetter, readFountain, type TitleEntry } from '@tramline/screenplay';
import fc from 'fast-check';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { element, fixtureText } from '../../testing/script.ts';
import { bare, linesOfPage, readPdf } from '../testing/readPdf.ts';
import { writePdf } from '../writePdf.ts';
import { buildTrueType, type TrueTypeGlyph } from './buildTrueType.ts';
import { readClusters } from './cluster.ts';
import { encodeGlyph } from './encodeGlyph.ts';
import { boxOf, type Contour } from './outline.ts';
import { readWoff } from './sfnt.ts';

const date = new Date(0);

async function print(elements: readonly Element[], language = 'en', title: readonly TitleEntry[] = []) {
  const written = await writePdf(
    { title, elements },
    { date, language, profile: finalDraftLetter, pageNumbers: false },
  );
  if (!written.ok) throw new Error(written.code);
  return { ...written, read: await readPdf(written.bytes) };
}

const say = (text: string) => print([element('action', text)]);
const said = async (text: string) => {
  const { read } = await say(text);
  return linesOfPage(read.pages[0]!)
    .map((line) => line.text)
    .join('');
};

describe('fonts', () => {
  test.each([
    ['English', 'Ida’s café costs 5 €…', ['CourierPrime']],
    ['Polish', 'Zażółć gęślą jaźń', ['CourierPrime']],
    ['Russian', 'Привет, мир', ['CourierPrime', 'NotoSansMono']],
    ['Greek', 'Καλημέρα', ['NotoSansMono']],
    ['Vietnamese', 'Việt Nam ạệ', ['CourierPrime', 'NotoSansMono']],
    ['Chinese', '夜班公交车，她走过来。', ['NotoSerifSC']],
    ['traditional Chinese', '臺灣龍', ['NotoSerifSC']],
    ['Japanese', '彼は働く。カタカナ込む畑', ['NotoSerifSC']],
    ['Korean', '한국어', ['NotoSansKR']],
    ['emoji', '😀', ['NotoEmoji']],
    ['symbols', '☎🕱', ['NotoSansSymbols2', 'NotoSerifSC']],
  ])('[PF15] %s is copied as it was typed, from subset fonts', async (_, text, families) => {
    const { read, missing } = await say(text);
    expect(missing).toEqual([]);
    expect(
      linesOfPage(read.pages[0]!)
        .map((line) => line.text)
        .join(''),
    ).toBe(bare(text));
    const names = read.fonts.map((name) => /^[A-Z]{6}\+(\w+)-Regular$/.exec(name)?.[1]);
    expect(names.sort()).toEqual(families);
  });

  test('[PF16] words whose letters join, stack or run leftwards are shaped, and copied whole', async () => {
    for (const text of ['สวัสดีครับ', 'नमस्ते', 'שלום', 'مرحبا']) {
      const { read, missing } = await say(text);
      expect(missing).toEqual([]);
      const copied = bare(read.pages[0]!.map((part) => part.text).join(''));
      expect([...copied].sort()).toEqual([...text].sort());
    }
  });

  test('[PF17] marks go with their letters', async () => {
    expect(await said('x\u0301y')).toBe('x\u0301y');
    expect(readClusters('ae\u0301👩\u200d🚀', false).map(({ text, cells }) => [text, cells])).toEqual([
      ['a', 1],
      ['e\u0301', 1],
      ['👩\u200d', 2],
      ['🚀', 2],
    ]);
  });

  test('[PF18] what no font has is a box with its code point, copied as it was, and reported', async () => {
    const { read, missing, bytes } = await say('a \u{10380} b \u{10380} \u{10ffff}');
    expect(missing).toEqual(['\u{10380}', '\u{10ffff}']);
    expect(linesOfPage(read.pages[0]!)[0]!.text).toContain('\u{10380}b\u{10380}');
    expect(bytes.length).toBeLessThan(20_000);
  });

  test.each(['cyrillic', 'jp', 'sc', 'client'])('[PF19] no character of the fixture %s is missing', async (name) => {
    const { title, elements } = readFountain(fixtureText(`screenplay/afterwriting/screenplays/${name}.fountain`));
    expect((await print(elements, 'en', title)).missing).toEqual([]);
  });

  test('[PF20] the same script and date give the same bytes, with other scripts in between', async () => {
    const script = readFountain(fixtureText('screenplay/synthetic/synthetic-zh.fountain'));
    const options = { date, language: 'zh-CN', watermark: { text: '王芳' } } as const;
    const first = await writePdf(script, options);
    await say('Привет 夜');
    expect(await writePdf(script, options)).toEqual(first);
  });

  test('[PF21] subsets are small: twenty pages of English take less than 100 kB', async () => {
    const { elements } = readFountain(fixtureText('screenplay/synthetic/synthetic-short-20p.fountain'));
    expect((await print(elements)).bytes.length).toBeLessThan(100_000);
  });
});

describe('a built font', () => {
  const square: Contour = [
    { x: -10, y: -300, isOn: true },
    { x: -10, y: 700, isOn: false },
    { x: 900, y: 700, isOn: true },
    { x: 900, y: 0, isOn: true },
  ];
  const glyphOf = (outline: Contour[], advance: number): TrueTypeGlyph => ({
    bytes: encodeGlyph(outline),
    advance,
    box: boxOf(outline),
    points: outline.flat().length,
    contours: outline.length,
  });

  test('[PF22] reads back with its outlines and widths', () => {
    const file = buildTrueType([glyphOf([square], 600), glyphOf([], 500), glyphOf([square, square], 1200)], 880, -240);
    const font = create(Buffer.from(file)) as import('fontkit').Font;
    expect(font.numGlyphs).toBe(3);
    expect([0, 1, 2].map((id) => font.getGlyph(id).advanceWidth)).toEqual([600, 500, 1200]);
    expect(font.getGlyph(0).path.toSVG()).toBe('M-10 -300Q-10 700 900 700L900 0Z');
    expect(font.getGlyph(1).path.commands).toEqual([]);
    expect(font.getGlyph(2).path.commands.filter(({ command }) => command === 'moveTo').length).toBe(2);
  });

  test('[PF22] any outline reads back', () => {
    const point = fc.record({ x: fc.integer({ min: -9999, max: 9999 }), y: fc.integer({ min: -9999, max: 9999 }) });
    fc.assert(
      fc.property(fc.array(point, { minLength: 3, maxLength: 40 }), (points) => {
        const contour = points.map((p) => ({ ...p, isOn: true }));
        const font = create(Buffer.from(buildTrueType([glyphOf([contour], 600)], 880, -240))) as import('fontkit').Font;
        const path = font.getGlyph(0).path.commands.filter(({ command }) => command !== 'closePath');
        const read = path.map(({ args: [x, y] }) => ({ x, y, isOn: true }));
        expect(read.slice(0, points.length)).toEqual(contour);
      }),
      { numRuns: 100 },
    );
  });

  test('[PF23] what is no WOFF file is a mistake', () => {
    expect(() => readWoff(new Uint8Array(10))).toThrow(RangeError);
    expect(() => readWoff(new TextEncoder().encode('wOF2'.padEnd(60)))).toThrow(RangeError);
  });
});
