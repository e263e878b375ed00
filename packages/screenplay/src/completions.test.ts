import { describe, expect, test } from 'vitest';
import { completions, cueExtensions, transitions } from './completions.ts';
import type { Element, ElementType } from './element.ts';
import { readFountain } from './fountain/readFountain.ts';
import { timesOfDay } from './heading.ts';
import { rankNames } from './rankNames.ts';
import { element } from './testing/script.ts';

const english = readFountain(
  [
    'INT. BUS - LOWER DECK - NIGHT',
    'IDA\na',
    'JUN (O.S.)\nb',
    'IDA\nc',
    'EXT. RING ROAD - DUSK',
    'WAS\nd',
    'INT. BUS - LOWER DECK - DAY',
    'INT. DEPOT - NIGHT',
    'x',
  ].join('\n\n'),
).elements;
const chinese = readFountain(
  '.12、夜班公交车 下层 夜 内\n\n@张三（画外音）\n好\n\n.13、夜班公交车 上层 深夜 内\n\n.14、环路 夜 外\n',
).elements;

/** Completes `typed`, an element of `type` put in at `index`: where the offers go, and the offers. */
function complete(script: readonly Element[], type: ElementType, typed: string, index = script.length) {
  const elements = script.toSpliced(index, 0, element(type, typed));
  const { from, to, items } = completions(elements, { index, offset: typed.length });
  return { from, to, kinds: [...new Set(items.map((i) => i.kind))], texts: items.map((i) => i.text) };
}

const texts = (type: ElementType, typed: string, index?: number) => complete(english, type, typed, index).texts;

describe('names', () => {
  test('[CP1] in a scene, the speaker before last comes first, then the last, then others by use', () => {
    expect(texts('character', '', 7)).toEqual(['JUN', 'IDA', 'WAS']);
    expect(texts('character', '', 5)).toEqual(['IDA', 'JUN', 'WAS']);
    expect(texts('character', '', 3)).toEqual(['IDA', 'WAS', 'JUN']);
    expect(texts('character', '')).toEqual(['IDA', 'WAS', 'JUN']);
  });

  test('[CP1] speakers of another scene count by use alone', () => {
    const cues = ['A', 'A', 'A', 'B', 'C'].map((name) => element('character', name));
    const script = [element('heading', 'INT. A'), ...cues, element('heading', 'INT. B')];
    expect(rankNames(script, 7)).toEqual(['A', 'C', 'B']);
    expect(rankNames(script, 6)).toEqual(['B', 'C', 'A']);
  });

  test('[CP1] names are found by their beginning, whatever the case, and replace what is typed', () => {
    expect(complete(english, 'character', 'j')).toEqual({ from: 0, to: 1, kinds: ['name'], texts: ['JUN'] });
    expect(texts('character', 'x')).toEqual([]);
    expect(complete(chinese, 'character', '张').texts).toEqual(['张三']);
  });

  test('[CP1] the cue being typed is no source, and a full name is not offered again', () => {
    expect(texts('character', 'ID')).toEqual(['IDA']);
    expect(texts('character', 'IDA')).toEqual([]);
    expect(rankNames([element('character', 'BOB'), element('character', '(V.O.)')], 0)).toEqual([]);
  });

  test('[CP2] after a name, extensions: those of the script by use, then the usual ones', () => {
    expect(complete(english, 'character', 'IDA ')).toEqual({
      from: 4,
      to: 4,
      kinds: ['extension'],
      texts: ['(O.S.)', '(V.O.)', "(CONT'D)", '(O.C.)', '(SUBTITLE)', '(TEXT)'],
    });
    expect(texts('character', 'NOBODY ')).toEqual([]);
  });

  test('[CP2] a bracket asks for extensions, the last one counts', () => {
    expect(complete(english, 'character', 'NEW (o')).toMatchObject({ from: 4, to: 6, texts: ['(O.S.)', '(O.C.)'] });
    expect(complete(english, 'character', 'IDA (O.S.) (c')).toMatchObject({ from: 11, texts: ["(CONT'D)"] });
    expect(texts('character', 'IDA (CONT’')).toEqual(["(CONT'D)"]);
  });

  test('[CP2] Chinese cues get Chinese extensions', () => {
    expect(complete(chinese, 'character', '张三（').texts).toEqual([...cueExtensions.zh]);
    expect(complete(chinese, 'character', '张三 ').texts).toEqual([...cueExtensions.zh]);
    expect(complete(chinese, 'character', '张三(画').texts).toEqual(['（画外音）']);
    expect(complete(english, 'character', '李四（').texts).toEqual([...cueExtensions.zh]);
  });
});

describe('English headings', () => {
  test('[CP3] openings, the most used first', () => {
    expect(complete(english, 'heading', '')).toEqual({
      from: 0,
      to: 0,
      kinds: ['intro'],
      texts: ['INT. ', 'EXT. ', 'INT./EXT. ', 'I/E '],
    });
    expect(texts('heading', 'e')).toEqual(['EXT. ']);
    expect(texts('heading', 'INT.')).toEqual(['INT. ', 'INT./EXT. ']);
    const outside = [element('heading', 'EXT. A'), element('heading', 'INT. B'), element('heading', 'EXT. C')];
    expect(complete(outside, 'heading', '').texts.slice(0, 2)).toEqual(['EXT. ', 'INT. ']);
  });

  test('[CP4] places on the same side first, by use, of equals the latest', () => {
    expect(complete(english, 'heading', 'INT. ')).toEqual({
      from: 5,
      to: 5,
      kinds: ['location'],
      texts: ['BUS - LOWER DECK', 'DEPOT', 'RING ROAD'],
    });
    expect(texts('heading', 'EXT. ')).toEqual(['RING ROAD', 'BUS - LOWER DECK', 'DEPOT']);
    expect(complete(english, 'heading', 'int. b')).toMatchObject({ from: 5, to: 6, texts: ['BUS - LOWER DECK'] });
  });

  test('[CP5] after a dash the rest of longer places, then times: used ones first', () => {
    const after = complete(english, 'heading', 'INT. BUS - ');
    expect(after).toMatchObject({ from: 11, to: 11, kinds: ['location', 'time'] });
    expect(after.texts.slice(0, 5)).toEqual(['LOWER DECK', 'NIGHT', 'DAY', 'DUSK', 'MORNING']);
    expect(new Set(after.texts.slice(1))).toEqual(new Set(timesOfDay.en));
    expect(complete(english, 'heading', 'I/E X - d')).toMatchObject({ from: 8, texts: ['DAY', 'DUSK', 'DAWN'] });
  });

  test('[CP5] after a known place the times come with their dash', () => {
    expect(texts('heading', 'INT. BUS - LOWER DECK').slice(0, 2)).toEqual([' - NIGHT', ' - DAY']);
    expect(complete(english, 'heading', 'INT. depot ')).toMatchObject({ from: 11, to: 11 });
    expect(texts('heading', 'INT. depot ')[0]).toBe('- NIGHT');
  });
});

describe('Chinese headings', () => {
  const offers = (typed: string) => complete(chinese, 'heading', typed);

  test('[CP3] in a Chinese script the openings are Chinese', () => {
    expect(offers('').texts).toEqual(['内景 ', '外景 ', '内外景 ']);
    expect(offers('外').texts).toEqual(['外景 ']);
    expect(offers('环')).toMatchObject({ kinds: ['location'], texts: ['环路'] });
    expect(complete([...chinese, ...english], 'heading', '').texts[0]).toBe('INT. ');
  });

  test('[CP4] places after an opening, or after a number', () => {
    expect(offers('内景 夜')).toMatchObject({ from: 3, to: 4, texts: ['夜班公交车 上层', '夜班公交车 下层'] });
    expect(offers('15、')).toMatchObject({ from: 3, to: 3, texts: ['环路', '夜班公交车 上层', '夜班公交车 下层'] });
  });

  test('[CP5] after a place the rest of longer ones, and the times', () => {
    expect(offers('15、夜班公交车 ')).toMatchObject({ from: 9, to: 9, kinds: ['location', 'time'] });
    expect(offers('15、夜班公交车 ').texts.slice(0, 4)).toEqual(['上层', '下层', '夜', '深夜']);
    expect(offers('15、夜班公交车 下')).toMatchObject({ from: 9, to: 10, texts: ['下层', '下午'] });
    expect(offers('内景 环路 - 深')).toMatchObject({ from: 8, to: 9, texts: ['深夜'] });
    expect(new Set(offers('15、环路 ').texts)).toEqual(new Set(timesOfDay.zh));
  });

  test('[CP5] after the time the side, unless the heading opened with it', () => {
    expect(offers('15、环路 夜 ')).toMatchObject({ from: 8, to: 8, texts: ['内', '外', '内外'] });
    expect(offers('内景 环路 夜 ').texts).toEqual([]);
  });
});

describe('transitions and the rest', () => {
  test('[CP6] transitions of the script first, then the usual ones, in the language of the script', () => {
    const used = [
      element('transition', 'IRIS OUT.'),
      element('transition', 'CUT TO:'),
      element('transition', 'cut to:'),
    ];
    expect(complete(used, 'transition', '').texts.slice(0, 4)).toEqual([
      'cut to:',
      'IRIS OUT.',
      'FADE IN:',
      'FADE OUT.',
    ]);
    expect(complete(english, 'transition', 'fade t').texts).toEqual(['FADE TO:', 'FADE TO BLACK.']);
    expect(complete([element('transition', '切至：')], 'transition', '').texts).toEqual([...transitions.zh]);
    expect(complete(english, 'transition', '闪').texts).toEqual(['闪回：', '闪回结束。']);
  });

  test('[CP7] nothing in other elements, nor before the end of the words, nor outside the script', () => {
    expect(texts('action', 'I')).toEqual([]);
    const cue = [...english, element('character', 'I am')];
    expect(completions(cue, { index: english.length, offset: 1 })).toEqual({ from: 1, to: 1, items: [] });
    expect(
      completions([...english, element('character', 'I  ')], { index: english.length, offset: 1 }).items.length,
    ).toBe(1);
    expect(completions(english, { index: 99, offset: 0 })).toEqual({ from: 0, to: 0, items: [] });
  });
});
