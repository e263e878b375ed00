import { describe, expect, test } from 'vitest';
import { type Attrs, type Element, type ElementType, isHidden, printedText } from '../element.ts';
import { readFountain } from '../fountain/readFountain.ts';
import { readFixture } from '../testing/fixtures.ts';
import { type DrawnRow, drawPage } from './drawPage.ts';
import { paginate } from './paginate.ts';
import {
  chineseDomestic,
  finalDraftA4,
  finalDraftLetter,
  hollywoodChinese,
  type Profile,
  trelbyLetter,
} from './profile.ts';

const make = (type: ElementType, text: string, attrs: Attrs = {}): Element => ({
  id: `${type}:${text}`,
  type,
  text,
  attrs,
});
const draw = (elements: readonly Element[], profile: Profile = finalDraftLetter): DrawnRow[][] => {
  const table = paginate(elements, profile);
  return table.pages.map((_, at) => drawPage(table, elements, at));
};
/** A page as it looks on paper. */
const show = (rows: readonly DrawnRow[]): string => {
  const lines: string[] = [];
  for (const { line, column, text } of rows) lines[line] = (lines[line] ?? '').padEnd(column) + text;
  return Array.from(lines, (line) => line ?? '').join('\n');
};
const lines = (count: number): string => Array.from({ length: count }, (_, k) => `line ${k}`).join('\n');

describe('a drawn page', () => {
  test('[PD1] stands in columns, capitals by style, transitions at the right', () => {
    const script = [
      make('heading', 'int. bus - night'),
      make('action', 'The panel is open.'),
      make('character', 'Ida'),
      make('parenthetical', '(low)'),
      make('dialogue', 'Left. No. My left, the one that I hold the torch in.'),
      make('transition', 'cut to:'),
    ];
    expect(show(draw(script)[0]!)).toBe(
      [
        'INT. BUS - NIGHT',
        '',
        'The panel is open.',
        '',
        '                    IDA',
        '               (low)',
        '          Left. No. My left, the one that I',
        '          hold the torch in.',
        '',
        '                                                 CUT TO:',
      ].join('\n'),
    );
  });

  test('[PD2] ends with (MORE) and begins with the cue where a speech goes on', () => {
    const [first, second] = draw([
      make('action', lines(49)),
      make('character', 'Ida (V.O.)'),
      make('dialogue', lines(6)),
    ]);
    expect(show(first!).split('\n').slice(-4)).toEqual([
      '                    IDA (V.O.)',
      '          line 0',
      '          line 1',
      '                    (MORE)',
    ]);
    expect(show(second!).split('\n').slice(0, 2)).toEqual(["                    IDA (CONT'D)", '          line 2']);
  });

  test('[PD2] says that a scene goes on, where the profile does', () => {
    const script = [make('heading', 'INT. BUS'), make('action', lines(70))];
    const [first, second] = draw(script, { ...finalDraftLetter, continueds: true });
    expect(show(first!).split('\n').at(-1)).toBe(`${' '.repeat(49)}(CONTINUED)`);
    expect(first!.at(-1)!.line).toBe(53);
    expect(show(second!).split('\n').slice(0, 3)).toEqual(['CONTINUED:', '', 'line 50']);
  });

  test('[PD3] two who speak at once stand side by side', () => {
    const script = [
      make('character', 'Ida', { dual: 'left' }),
      make('dialogue', 'Left.'),
      make('character', 'Jun', { dual: 'right' }),
      make('dialogue', 'Right. The other right.'),
      make('action', 'Silence.'),
    ];
    expect(show(draw(script)[0]!)).toBe(
      [`${' '.repeat(7)}IDA`.padEnd(38) + 'JUN', '  Left.'.padEnd(33) + 'Right. The other right.', '', 'Silence.'].join(
        '\n',
      ),
    );
  });

  test("[PD4] a speaker who goes on after action gets (CONT'D)", () => {
    const script = [
      make('character', 'IDA'),
      make('dialogue', 'A.'),
      make('action', 'x'),
      make('character', 'IDA '),
      make('dialogue', 'B.'),
    ];
    expect(show(draw(script)[0]!)).toContain("IDA (CONT'D)");
  });

  test('[PD5] marks come along, at their place in the row; notes do not', () => {
    const text = `secret ${'word '.repeat(11)}bold words here`;
    const bold = text.indexOf('bold');
    const element: Element = {
      ...make('action', text),
      marks: [
        { type: 'note', from: 0, to: 7 },
        { type: 'bold', from: bold, to: bold + 10 },
        { type: 'revision', value: '2', from: bold, to: bold + 4 },
      ],
    };
    const rows = draw([element])[0]!;
    expect(rows.map((row) => [row.text.slice(0, 4), row.marks])).toEqual([
      [
        'word',
        [
          { type: 'bold', from: 55, to: 59 },
          { type: 'revision', value: '2', from: 55, to: 59 },
        ],
      ],
      ['word', [{ type: 'bold', from: 0, to: 5 }]],
    ]);
  });

  test('[PD6] on the domestic page the words stand behind the name, and action behind a triangle', () => {
    const script = [
      make('heading', '夜班公交车 夜 内'),
      make('action', '她走过来。'),
      make('character', '张三'),
      make('parenthetical', '（低声）'),
      make('dialogue', '好。'),
    ];
    const rows = draw(script, chineseDomestic)[0]!;
    expect(rows.map(({ line, column, text }) => [line, column, text])).toEqual([
      [0, 0, '夜班公交车 夜 内'],
      [1, 0, '△'],
      [1, 2, '她走过来。'],
      [2, 0, '张三：'],
      [2, 6, '（低声）'],
      [2, 14, '好。'],
    ]);
  });

  test('[PD7] of an omitted scene one word is printed', () => {
    const script = [
      make('heading', 'INT. BUS', { omitted: true }),
      make('action', 'Gone.'),
      make('heading', 'EXT. ROAD'),
      make('action', 'x'),
    ];
    expect(show(draw(script)[0]!)).toBe('OMITTED\n\n\nEXT. ROAD\n\nx');
  });

  test('a page that is not there is a mistake', () => {
    const table = paginate([], finalDraftLetter);
    expect(() => drawPage(table, [], 1)).toThrow(RangeError);
  });
});

const films = ['feature-a', 'feature-b-numbered', 'short-20p', 'zh'].map(
  (name) => [name, readFountain(readFixture(`synthetic/synthetic-${name}.fountain`)).elements] as const,
);
const production = { ...finalDraftLetter, name: 'production', continueds: true, splitAtSentences: true };
const profiles = [finalDraftLetter, finalDraftA4, trelbyLetter, chineseDomestic, hollywoodChinese, production];

describe.each(films)('%s', (_, elements) => {
  test.each(profiles)(
    '[PD8] pages hold every printed word once, in order, on the lines that the table counts: $name',
    (profile) => {
      const table = paginate(elements, profile);
      const drawn = table.pages.map((_, at) => drawPage(table, elements, at));
      const words = new Map<number, string>();
      for (const row of drawn.flat()) {
        if (row.index === undefined || row.text === '△') continue;
        words.set(row.index, (words.get(row.index) ?? '') + row.text.replace(/：$/, ''));
      }
      const bare = (text: string) => text.toUpperCase().replace(/\s|\(CONT'D\)/g, '');
      for (const [index, element] of elements.entries()) {
        const said = isHidden(element) || element.type === 'pageBreak' ? '' : printedText(element).replace(/：$/, '');
        if (bare(words.get(index) ?? '') !== bare(said)) expect.fail(`${index}: ${words.get(index)} / ${said}`);
      }
      for (const [at, rows] of drawn.entries()) {
        const page = table.pages[at]!;
        const used = Math.max(...rows.filter(({ text }) => text !== '(CONTINUED)').map(({ line }) => line + 1));
        const more = table.pages[at + 1]?.continuation === 'speech' && profile.more ? 1 : 0;
        if (used > profile.linesPerPage) expect.fail(`page ${at}: ${used} lines`);
        if (used - more !== page.lines) expect.fail(`page ${at}: ${used} lines drawn, ${page.lines} counted`);
        for (const { column, cells } of rows)
          if (column + cells > Math.max(...Object.values(profile.width)) + 8)
            expect.fail(`page ${at}: column ${column} + ${cells}`);
      }
    },
  );
});
