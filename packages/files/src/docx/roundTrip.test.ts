import {
  type Element,
  finalDraftA4,
  idsFrom,
  readFountain,
  readLines,
  recogniseElements,
  type TitleEntry,
} from '@tramline/screenplay';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { element, essences, fixtureText, seeded, wildScript } from '../testing/script.ts';
import { readDocx } from './readDocx.ts';
import { type DocxOptions, writeDocx } from './writeDocx.ts';

const newId = idsFrom('e');
const date = new Date(Date.UTC(2026, 0, 2, 3, 4, 5));
type Layout = DocxOptions['layout'];
const layouts: readonly Layout[] = ['domestic', 'hollywood'];

async function roundTrip(
  elements: readonly Element[],
  title: readonly TitleEntry[],
  options: Partial<DocxOptions> & { layout: Layout },
) {
  const result = readDocx(await writeDocx(elements, title, { date, withHidden: true, ...options }), { newId });
  if (!result.ok) throw new Error(result.code);
  const { recognised, title: entries } = result.recognition;
  return {
    elements: recognised.map((r) => r.element),
    title: entries.map(({ key, value }) => ({ key, value })),
    result,
  };
}

async function partOf(
  elements: readonly Element[],
  options: Partial<DocxOptions> & { layout: Layout },
  name: string,
  title: TitleEntry[] = [],
) {
  return strFromU8(unzipSync(await writeDocx(elements, title, { date, ...options }))[name]!);
}

const speech = [
  element('heading', '卫生间 日 内'),
  element('general', '人物：张三'),
  element('action', '他来了。\n他走了。'),
  element('character', '张三（画外音）'),
  element('parenthetical', '（低声）'),
  element('dialogue', '好。\n真好。', {}, [{ type: 'bold', from: 0, to: 1 }]),
  element('parenthetical', '（笑）'),
  element('dialogue', '走。'),
  element('dialogue', '快走。'),
  element('character', '李四'),
  element('lyrics', '啦啦'),
  element('transition', '切至：'),
];

describe('what we wrote comes back', () => {
  test.each(layouts)('[DX1] a speech with all its parts (%s)', async (layout) => {
    expect(essences((await roundTrip(speech, [], { layout })).elements)).toEqual(essences(speech));
  });

  test.each(layouts)('[DX1] any script, with attributes and formats (%s)', async (layout) => {
    for (let seed = 1; seed <= 60; seed++) {
      const script = wildScript(seeded(seed));
      const back = await roundTrip(script, [], { layout });
      expect({ seed, back: essences(back.elements) }).toEqual({ seed, back: essences(script) });
    }
  });

  test('[DX1] the script of 120 scenes, in both layouts', async () => {
    const lines = readLines(fixtureText('screenplay/synthetic/synthetic-zh-domestic.txt'));
    const { recognised, title } = recogniseElements(lines, { newId });
    const script = recognised.map((r) => r.element);
    for (const layout of layouts) {
      const back = await roundTrip(script, title, { layout });
      expect(essences(back.elements)).toEqual(essences(script));
      expect(back.title).toEqual([{ key: 'Title', value: '合成剧本' }]);
    }
  });

  test('[DX1] an English script with notes, sections and dual dialogue', async () => {
    const { elements, title } = readFountain(fixtureText('screenplay/screenplay-tools/Scratch.fountain'));
    const script = elements.filter((e) => e.text !== '' && e.type !== 'pageBreak');
    for (const layout of layouts) {
      const back = await roundTrip(script, title, { layout, profile: finalDraftA4 });
      expect(essences(back.elements)).toEqual(essences(script));
    }
  });

  test.each(layouts)('[DX1] dual dialogue, page breaks, boneyards, notes inside words (%s)', async (layout) => {
    const script = [
      element('heading', 'INT. A - DAY', { number: '3A', omitted: true }),
      element('character', 'BOB', { dual: 'left' }),
      element('dialogue', 'One'),
      element('character', 'ANN', { dual: 'right' }),
      element('parenthetical', '(low)'),
      element('dialogue', 'Two'),
      element('pageBreak', ''),
      element('note', 'cut words', { boneyard: true }),
      element('action', 'He [x] goes', {}, [
        { type: 'note', from: 3, to: 6 },
        { type: 'boneyard', from: 7, to: 9 },
      ]),
      element('action', 'New page', { startsNewPage: true }),
    ];
    expect(essences((await roundTrip(script, [], { layout })).elements)).toEqual(essences(script));
  });

  test.each(layouts)('[DX2] the title page, known keys and others (%s)', async (layout) => {
    const title = [
      { key: 'Title', value: '长夜\nThe Long Night' },
      { key: 'Credit', value: 'written by' },
      { key: 'Author', value: '张三' },
      { key: 'Watermark', value: 'draft: 2' },
    ];
    expect((await roundTrip(speech, title, { layout })).title).toEqual(title);
  });

  test('[DX3] numbers that are counted are not fixed, those that are stay', async () => {
    const script = [element('heading', '家 日 内'), element('heading', '街 夜 外')];
    const fixed = [element('heading', '家 日 内', { number: '7' }), element('heading', '街 夜 外')];
    expect((await roundTrip(script, [], { layout: 'domestic' })).elements.map((e) => e.attrs)).toEqual([{}, {}]);
    expect((await roundTrip(fixed, [], { layout: 'domestic' })).elements.map((e) => e.attrs)).toEqual([
      { number: '7' },
      {},
    ]);
    expect((await roundTrip(fixed, [], { layout: 'hollywood', numbers: 'all' })).elements.map((e) => e.attrs)).toEqual([
      { number: '7' },
      {},
    ]);
  });

  test('[DX4] without hidden words, notes and outline elements are not in the file', async () => {
    const script = [
      element('section', 'Secret'),
      element('action', 'He [hush] goes', {}, [{ type: 'note', from: 3, to: 9 }]),
    ];
    const xml = await partOf(script, { layout: 'hollywood' }, 'word/document.xml');
    expect(xml).not.toMatch(/Secret|hush/);
    expect(
      (await roundTrip(script, [], { layout: 'hollywood', withHidden: false })).elements.map((e) => e.text),
    ).toEqual(['He  goes']);
  });
});

describe('the file', () => {
  test('[DX5] the same script gives the same bytes', async () => {
    for (const layout of layouts) {
      const once = await writeDocx(speech, [{ key: 'Title', value: 'x' }], { layout, date });
      expect(await writeDocx(speech, [{ key: 'Title', value: 'x' }], { layout, date })).toEqual(once);
    }
    expect(await partOf(speech, { layout: 'domestic' }, 'docProps/core.xml')).toContain('>2026-01-02T03:04:05Z<');
  });

  test('[DX6] the domestic template: A4, 宋体 12 pt, Chinese style names, bold headings, counted by Word', async () => {
    const document = await partOf(speech, { layout: 'domestic' }, 'word/document.xml');
    const styles = await partOf(speech, { layout: 'domestic' }, 'word/styles.xml');
    expect(document).toMatch(/<w:pgSz w:w="11900" w:h="16840"/);
    for (const name of ['场景标题', '人物', '对白', '动作', '转场', '括号'])
      expect(styles).toContain(`<w:name w:val="${name}"/>`);
    expect(styles).toMatch(/w:eastAsia="宋体"/);
    expect(styles).toMatch(/<w:sz w:val="24"\/>/);
    const heading = /<w:style [^>]*w:styleId="TramlineHeading".*?<\/w:style>/.exec(styles)![0];
    expect(heading).toMatch(/<w:b\/>/);
    expect(heading).toMatch(/<w:keepNext\/>/);
    expect(heading).toMatch(/<w:numPr>/);
    expect(await partOf(speech, { layout: 'domestic' }, 'word/numbering.xml')).toContain('%1、');
    expect(document).toContain('△');
  });

  test('[DX7] the Hollywood layout: Letter, Courier, columns in twips, capitals by style, numbers on both sides', async () => {
    const script = [element('heading', 'int. house', { number: '4' }), ...speech.slice(3, 6)];
    const document = await partOf(script, { layout: 'hollywood' }, 'word/document.xml');
    const styles = await partOf(script, { layout: 'hollywood' }, 'word/styles.xml');
    const style = (id: string) => new RegExp(`<w:style [^>]*w:styleId="Tramline${id}".*?</w:style>`).exec(styles)![0];
    expect(document).toMatch(/<w:pgSz w:w="12240" w:h="15840"/);
    expect(document).toMatch(/<w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="2160"/);
    expect(document.match(/>4</g)).toHaveLength(2);
    expect(style('Dialogue')).toMatch(/<w:ind w:left="1440" w:right="2160"\/>/);
    expect(style('Character')).toMatch(/<w:ind w:left="2880" w:right="432"\/>/);
    expect(style('Character')).toMatch(/<w:caps\/>/);
    expect(style('Character')).toMatch(/<w:keepNext\/>/);
    expect(style('Parenthetical')).toMatch(/<w:ind w:left="2160" w:right="2880" w:hanging="144"\/>/);
    expect(style('Transition')).toMatch(/<w:jc w:val="right"\/>/);
    for (const name of ['Scene Heading', 'Action', 'Character', 'Dialogue', 'Parenthetical', 'Transition'])
      expect(styles).toContain(`<w:name w:val="${name}"/>`);
    expect(styles).toMatch(/w:ascii="Courier New"/);
  });

  test('[DX7] page numbers stand in the header, not on the first page', async () => {
    const document = await partOf(speech, { layout: 'hollywood' }, 'word/document.xml');
    expect(document).toMatch(/<w:titlePg\/>/);
    const files = unzipSync(await writeDocx(speech, [], { layout: 'hollywood', date }));
    const headers = Object.keys(files)
      .filter((name) => name.includes('header'))
      .map((name) => strFromU8(files[name]!));
    expect(headers.some((xml) => xml.includes('PAGE'))).toBe(true);
  });

  test('[DX6] words that XML cannot say are replaced, everything else is escaped', async () => {
    const back = await roundTrip([element('action', 'a\u0001<b>&"\ud800\u00ad')], [], { layout: 'hollywood' });
    expect(back.elements[0]!.text).toBe('a\ufffd<b>&"\ufffd');
  });
});
