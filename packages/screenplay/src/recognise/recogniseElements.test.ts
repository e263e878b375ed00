/** Over 400 lines: one page of examples for each family of patterns, kept together so that a new rule is tried beside its neighbours. */
import { describe, expect, test } from 'vitest';
import { idsFrom } from '../fountain/readFountain.ts';
import { readFixture } from '../testing/fixtures.ts';
import { readLines } from './readLines.ts';
import { recogniseElements } from './recogniseElements.ts';
import type { RecogniseOptions, ScriptLine } from './recognition.ts';

type Options = Partial<RecogniseOptions>;
const read = (text: string, options: Options = {}) => recognise(readLines(text), options);
const recognise = (lines: readonly ScriptLine[], options: Options = {}) =>
  recogniseElements(lines, { newId: idsFrom('e'), ...options });
const outline = (text: string, options: Options = {}) => outlineOf(read(text, options));
const outlineOf = ({ recognised }: ReturnType<typeof recognise>) =>
  recognised.map(({ element: { type, text, attrs } }) => (attrs.number ? [type, text, attrs.number] : [type, text]));
const drops = (reading: ReturnType<typeof recognise>) => reading.dropped.map((d) => [d.reason, d.text]);

describe('the domestic format', () => {
  const source = readFixture('synthetic/synthetic-zh-domestic.txt');
  const { recognised, title, dropped } = read(source);
  const count = (type: string) => recognised.filter((r) => r.element.type === type).length;
  const matches = (form: RegExp) => source.match(form)?.length ?? 0;

  test('[RG1] every scene, speech, direction and action of the 120-scene script is recognised, all of them sure', () => {
    expect({
      heading: count('heading'),
      general: count('general'),
      character: count('character'),
      dialogue: count('dialogue'),
      parenthetical: count('parenthetical'),
      action: count('action'),
      section: count('section'),
    }).toEqual({
      heading: 120,
      general: matches(/^人物：/gm),
      character: matches(/^(?!人物)[^△：\n]+：/gm),
      dialogue: matches(/^(?!人物)[^△：\n]+：/gm),
      parenthetical: matches(/：（低声）/g),
      action: matches(/^△/gm),
      section: 1,
    });
    expect(new Set(recognised.map((r) => r.confidence))).toEqual(new Set(['sure']));
    expect(title.map(({ key, value }) => [key, value])).toEqual([['Title', '合成剧本']]);
    expect(dropped).toEqual([]);
  });

  test('[RG1] its scene numbers run from 1 to 120', () => {
    const numbers = recognised.flatMap((r) => r.element.attrs.number ?? []);
    expect(numbers).toEqual(Array.from({ length: 120 }, (_, i) => String(i + 1)));
  });

  test.each([
    ['1. 内景 咖啡馆 日', '1', '内景 咖啡馆 日'],
    ['1、咖啡馆 日 内', '1', '咖啡馆 日 内'],
    ['12、咖啡馆　日　内', '12', '咖啡馆　日　内'],
    ['１２．咖啡馆 日 内', '12', '咖啡馆 日 内'],
    ['1-1 日 内 上海 张家', '1-1', '日 内 上海 张家'],
    ['1－1、日 内 上海 张家', '1-1', '日 内 上海 张家'],
    ['2—13 夜 外 街道', '2-13', '夜 外 街道'],
    ['12A、街道 夜 外', '12A', '街道 夜 外'],
    ['第1场 街道 夜 外', '1', '街道 夜 外'],
    ['第二十三场：街道 夜 外', '23', '街道 夜 外'],
    ['第一百零二场 街道 夜 外', '102', '街道 夜 外'],
    ['场景一 街道 夜/外', '1', '街道 夜/外'],
    ['场景三：张家客厅', '3', '张家客厅'],
    ['7场 街道 夜 外', '7', '街道 夜 外'],
    ['3. 家·客厅，日，内', '3', '家·客厅，日，内'],
    ['第四场', undefined, '第四场'],
    ['内景 咖啡馆 日', undefined, '内景 咖啡馆 日'],
    ['12. INT. 咖啡馆 - 日', '12', 'INT. 咖啡馆 - 日'],
  ])('[RG2] %s', (line, number, words) => {
    const script = `${line}\n张三：好。\n李四：好。`;
    const [heading] = read(script).recognised;
    expect([heading!.element.type, heading!.element.attrs.number, heading!.element.text]).toEqual([
      'heading',
      number,
      words,
    ]);
  });

  test.each(['3、他走过来，坐下。', '1990年，上海。', '第一集团军的司令部里人来人往。', '夜 静得可怕，他听见了雨声。'])(
    '[RG2] prose is no heading: %s',
    (line) => expect(outline(`张三：好。\n${line}`).at(-1)).toEqual(['action', line]),
  );

  test.each([
    [
      '张三：你好。',
      [
        ['character', '张三'],
        ['dialogue', '你好。'],
      ],
    ],
    [
      '张三:你好。',
      [
        ['character', '张三'],
        ['dialogue', '你好。'],
      ],
    ],
    [
      '张三：（低声）你好。',
      [
        ['character', '张三'],
        ['parenthetical', '（低声）'],
        ['dialogue', '你好。'],
      ],
    ],
    [
      '张三（低声）：你好。',
      [
        ['character', '张三'],
        ['parenthetical', '（低声）'],
        ['dialogue', '你好。'],
      ],
    ],
    [
      '张三(低声): 你好。',
      [
        ['character', '张三'],
        ['parenthetical', '(低声)'],
        ['dialogue', '你好。'],
      ],
    ],
    [
      '张三（画外音）：（轻）你好。',
      [
        ['character', '张三（画外音）'],
        ['parenthetical', '（轻）'],
        ['dialogue', '你好。'],
      ],
    ],
    [
      '张三VO：你好。',
      [
        ['character', '张三（VO）'],
        ['dialogue', '你好。'],
      ],
    ],
    [
      '张三：（沉默）',
      [
        ['character', '张三'],
        ['parenthetical', '（沉默）'],
      ],
    ],
    [
      'Tom Lee：你好。',
      [
        ['character', 'Tom Lee'],
        ['dialogue', '你好。'],
      ],
    ],
    [
      '男人甲、男人乙：好！',
      [
        ['character', '男人甲、男人乙'],
        ['dialogue', '好！'],
      ],
    ],
    [
      'CARLOS：你好。',
      [
        ['character', 'CARLOS'],
        ['dialogue', '你好。'],
      ],
    ],
  ])('[RG3] %s', (line, expected) => {
    expect(outline(`${line}\n李四：嗯。\n李四：嗯。`).slice(0, expected.length)).toEqual(expected);
  });

  test('[RG3] words may stand on the line after the name', () => {
    expect(outline('张三：\n（低声）\n你好。\n李四：嗯。')).toEqual([
      ['character', '张三'],
      ['parenthetical', '（低声）'],
      ['dialogue', '你好。'],
      ['character', '李四'],
      ['dialogue', '嗯。'],
    ]);
  });

  test.each(['他低声说：“走。”', '现在是12:30。', '网址 http://a.b/c', '字幕：三年后', '墙上写着：“禁止吸烟”'])(
    '[RG4] %s is action',
    (line) => expect(outline(`张三：好。\n李四：好。\n${line}`).at(-1)).toEqual(['action', line]),
  );

  test('[RG5] brackets: captions, flashbacks, voices; [RG1] transitions and the end', () => {
    const text = '张三：好。\n【字幕：三年后】\n【闪回】\n【VO：那年冬天。】\n【闪回结束】\n切至：\n特写：手表\n全剧终';
    expect(outline(text).slice(2)).toEqual([
      ['action', '【字幕：三年后】'],
      ['shot', '【闪回】'],
      ['character', 'VO'],
      ['dialogue', '那年冬天。'],
      ['shot', '【闪回结束】'],
      ['transition', '切至：'],
      ['shot', '特写：手表'],
      ['centered', '全剧终'],
    ]);
  });

  test('[RG3] a name that stands once and is long is a guess, one on the list of people sure', () => {
    const text = '1、街 日 外\n人物：陈默、周姐\n陈默：好。\n一个刚好路过的人：啊。';
    const cues = read(text).recognised.filter((r) => r.element.type === 'character');
    expect(cues.map((r) => r.confidence)).toEqual(['sure', 'guess']);
  });
});

describe('pages', () => {
  const page = [
    '                                                              12.',
    'CONTINUED: (2)',
    '',
    '12   INT. HOUSE - DAY                                         12',
    '',
    'Bob walks into the room and looks around for the thing that',
    'he has lost. He finds it under the sofa, which is old and    *',
    'worn.',
    '',
    '                    BOB',
    '               (smiling at the',
    '                cat)',
    '          This is a long line of dialogue',
    '          that wraps over the column',
    '                         (MORE)',
    '\f                                                             13.',
    '',
    "                    BOB (CONT'D)",
    '          and it goes on over the page',
    '          until it ends.',
    '',
    'He sits.',
    '',
    "                    BOB (CONT'D)",
    '          Yes.',
    '',
    '                                            CUT TO:',
    '',
    'EXT. STREET - NIGHT',
  ].join('\n');
  const reading = read(page);

  test('[RG7] columns tell cues, directions, dialogue and action apart', () => {
    expect(outlineOf(reading)).toEqual([
      ['heading', 'INT. HOUSE - DAY', '12'],
      [
        'action',
        'Bob walks into the room and looks around for the thing that he has lost. He finds it under the sofa, which is old and worn.',
      ],
      ['character', 'BOB'],
      ['parenthetical', '(smiling at the cat)'],
      [
        'dialogue',
        'This is a long line of dialogue that wraps over the column and it goes on over the page until it ends.',
      ],
      ['action', 'He sits.'],
      ['character', 'BOB'],
      ['dialogue', 'Yes.'],
      ['transition', 'CUT TO:'],
      ['heading', 'EXT. STREET - NIGHT'],
    ]);
  });

  test('[RG6] furniture is listed with its reason', () => {
    expect(drops(reading)).toEqual([
      ['pageNumber', '12.'],
      ['continued', 'CONTINUED: (2)'],
      ['revisionMark', '*'],
      ['more', '(MORE)'],
      ['pageNumber', '13.'],
      ['continuedCue', "BOB (CONT'D)"],
      ['continuedCue', "(CONT'D)"],
    ]);
  });

  test('[RG6] headers that stand at every page edge are furniture, a repeated line of the script is not', () => {
    const sheet = (n: number) =>
      `\fTHE LONG NIGHT - Blue Draft\n\nBob waits.\n\nBOB\n${['No', 'Yes', 'Oh'][n - 1]}.\n\n                    ${n}.\n`;
    const read3 = read([1, 2, 3].map(sheet).join('\n'));
    expect(drops(read3).map(([reason]) => reason)).toEqual([1, 2, 3].flatMap(() => ['pageHeader', 'pageNumber']));
    expect(outlineOf(read3).filter(([, text]) => text === 'Bob waits.')).toHaveLength(3);
  });

  test('[RG6] a number that is spoken stays', () => {
    expect(
      outline('INT. HOUSE - DAY\n\nBOB\n42.\n\nANN\nOh.\n\nBOB\n43.').filter(([type]) => type === 'dialogue'),
    ).toEqual([
      ['dialogue', '42.'],
      ['dialogue', 'Oh.'],
      ['dialogue', '43.'],
    ]);
  });

  test('[RG15] a (CONT’D) that nothing would derive stays', () => {
    expect(outline("INT. HOUSE - DAY\n\nBOB (CONT'D)\nHi.\n\nANN\nOh.")[1]).toEqual(['character', "BOB (CONT'D)"]);
  });

  test('[RG8] short lines stay lines; Chinese lines join without a space', () => {
    expect(outline('INT. HOUSE - DAY\n\nRoses are red,\nviolets are blue.\n\nBOB\nNice.')[1]).toEqual([
      'action',
      'Roses are red,\nviolets are blue.',
    ]);
    const wide = '他在房间里走来走去地寻找着那个他丢了很久很久的东西可是';
    const text = `1、家 日 内\n张三：好。\n${Array(5).fill(wide).join('\n')}\n找不到。`;
    expect(outline(text).at(-1)).toEqual(['action', `${wide.repeat(5)}找不到。`]);
  });
});

describe('words alone', () => {
  test('[RG9] capitals with words below are cues', () => {
    const text = 'FADE IN:\n\nint. house - day\n\nBANG! The door.\n\nBOB\n(softly)\nHi.\n\nTHE END';
    expect(outline(text)).toEqual([
      ['transition', 'FADE IN:'],
      ['heading', 'int. house - day'],
      ['action', 'BANG! The door.'],
      ['character', 'BOB'],
      ['parenthetical', '(softly)'],
      ['dialogue', 'Hi.'],
      ['centered', 'THE END'],
    ]);
  });

  test('[RG9] acts and shots', () => {
    expect(
      outline('ACT ONE\n\nINT. HOUSE - DAY\n\nCLOSE ON: A KEY\n\nIt turns.\n\nBOB\nNo.\n\nEND OF ACT ONE').map(
        ([t]) => t,
      ),
    ).toEqual([...['actStart', 'heading', 'shot', 'action', 'character', 'dialogue', 'actEnd']]);
  });

  test('[RG9] where all lines are spaced alike, one line is spoken after a cue', () => {
    const lines = ['INT. HOUSE - DAY', 'It rains.', 'BOB', '(softly)', 'Hi.', 'He leaves.'];
    const types = ['heading', 'action', 'character', 'parenthetical', 'dialogue', 'action'];
    expect(outline(lines.join('\n')).map(([type]) => type)).toEqual(types);
    expect(outline(lines.join('\n\n')).map(([type]) => type)).toEqual(types);
    expect(
      outlineOf(
        recognise(
          lines.map((text) => ({ text })),
          { unit: 'paragraph' },
        ),
      ).map(([type]) => type),
    ).toEqual(types);
  });

  test('[RG18] text copied off pages without indents and blank lines: widths tell speech from action', () => {
    const speech = (name: string) => [
      name,
      'This is a long line of dialogue',
      'that wraps.',
      `${name} goes on for a while and then walks to the door.`,
      'It is shut.',
    ];
    const text = ['INT. HOUSE - DAY', ...['BOB', 'ANN', 'BOB', 'ANN', 'BOB'].flatMap(speech)].join('\n');
    expect(outline(text).slice(0, 5)).toEqual([
      ['heading', 'INT. HOUSE - DAY'],
      ['character', 'BOB'],
      ['dialogue', 'This is a long line of dialogue that wraps.'],
      ['action', 'BOB goes on for a while and then walks to the door. It is shut.'],
      ['character', 'ANN'],
    ]);
  });

  test('[RG9] Hollywood layout in Chinese, by blank lines and by columns', () => {
    const expected = [
      ['heading', '内景 咖啡馆 日'],
      ['action', '雨下得很大。'],
      ['character', '张三'],
      ['parenthetical', '（低声）'],
      ['dialogue', '你来了。'],
      ['character', '李四'],
      ['dialogue', '来了。'],
    ];
    expect(outline('内景 咖啡馆 日\n\n雨下得很大。\n\n张三\n（低声）\n你来了。\n\n李四\n来了。')).toEqual(expected);
    const s = (n: number) => ' '.repeat(n);
    expect(
      outline(
        `内景 咖啡馆 日\n\n雨下得很大。\n\n${s(20)}张三\n${s(15)}（低声）\n${s(10)}你来了。\n\n${s(20)}李四\n${s(10)}来了。`,
      ),
    ).toEqual(expected);
  });

  test('[RG11] Fountain is read by its own rules, and single-spaced by its marks', () => {
    const blank = read(readFixture('opendraft/paste-test.fountain'));
    expect(new Set(blank.recognised.map((r) => r.reason))).toEqual(new Set(['fountain']));
    expect(blank.title.map((t) => t.key)).toEqual(['Title', 'Credit', 'Author', 'Draft date']);
    const single = read(readFixture('opendraft/paste-test-single-spaced.fountain'));
    const types = (reading: typeof blank) => reading.recognised.slice(1).map((r) => r.element.type);
    expect(types(single)).toEqual(types(blank));
    expect(single.recognised[3]!.element.marks?.map((m) => m.type)).toEqual(['italic', 'bold', 'underline']);
  });

  test('[RG12] title pages', () => {
    const entries = (text: string) => read(text).title.map(({ key, value }) => [key, value]);
    expect(entries('《长夜》\n编剧：张三\n导演：李四\n\n第一集\n\n1、街 日 外\n张三：好。')).toEqual([
      ['Title', '长夜'],
      ['Author', '张三'],
      ['Director', '李四'],
    ]);
    expect(
      entries('THE LONG NIGHT\n\nwritten by\n\nAnn Lee\n\nann@example.org\n555\n\nFADE IN:\n\nINT. HOUSE - DAY'),
    ).toEqual([
      ['Title', 'THE LONG NIGHT'],
      ['Credit', 'written by'],
      ['Author', 'Ann Lee'],
      ['Contact', 'ann@example.org\n555'],
    ]);
    expect(entries('《长夜》是一部电影。\n\n张三：好。')).toEqual([]);
  });
});

describe('looks', () => {
  const styled = (style: string, text: string, more: Partial<ScriptLine> = {}) => ({ style, text, ...more });

  test('[RG10] styles decide, whatever the words', () => {
    const lines = [
      styled('Scene Heading', 'THE ROOF'),
      styled('Action', 'BOB'),
      styled('Character', 'bob'),
      styled('Dialogue', 'INT. HOUSE - DAY'),
      styled('动作', '△他走了。'),
      styled('对白', '张三：（笑）好。'),
      styled('Transition', 'Later'),
    ];
    expect(outlineOf(recognise(lines, { unit: 'paragraph' }))).toEqual([
      ['heading', 'THE ROOF'],
      ['action', 'BOB'],
      ['character', 'bob'],
      ['dialogue', 'INT. HOUSE - DAY'],
      ['action', '他走了。'],
      ['character', '张三'],
      ['parenthetical', '（笑）'],
      ['dialogue', '好。'],
      ['transition', 'Later'],
    ]);
  });

  test('[RG10] a word processor’s headings are scenes where they look like one, else sections', () => {
    const lines = [
      styled('标题 1', '开端'),
      styled('heading 2', '卫生间 日 内', { number: '20、' }),
      styled('Normal', '张三：好。'),
      styled('Normal', '李四：好。'),
    ];
    expect(outlineOf(recognise(lines, { unit: 'paragraph' })).slice(0, 2)).toEqual([
      ['section', '开端'],
      ['heading', '卫生间 日 内', '20'],
    ]);
  });

  test('[RG10] formats stay on their words; a heading that is bold by layout has none', () => {
    const bold = (from: number, to: number) => [{ type: 'bold' as const, from, to }];
    const { recognised } = recognise([
      { text: '1、街 日 外', marks: bold(0, 7) },
      { text: '张三：他很好。', marks: bold(4, 5) },
      { text: '李四：好。', marks: bold(0, 3) },
    ]);
    expect(recognised.map((r) => r.element.marks)).toEqual([undefined, undefined, bold(1, 2), undefined, undefined]);
  });

  test('[RG14] ids are given in order, and the same lines give the same reading', () => {
    const text = readFixture('synthetic/synthetic-short-20p.fountain');
    expect(read(text)).toEqual(read(text));
    const { recognised } = read('张三：好。\n△走。');
    expect(recognised.map((r) => r.element.id)).toEqual(['e0', 'e1', 'e2']);
  });

  test('[RG17] every line has its number', () => {
    expect(readLines('\ufeffa\r\nb\rc\n\nd\u2028e\ff\n').map((l) => l.text)).toEqual([
      'a',
      'b',
      'c',
      '',
      'd',
      'e',
      '\ff',
    ]);
    expect(readLines('')).toEqual([]);
    expect(read('a\n\n张三：好。').recognised.map((r) => r.lines)).toEqual([
      [0, 1],
      [2, 3],
      [2, 3],
    ]);
  });
});
