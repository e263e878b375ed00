import { expect, test } from 'vitest';
import { idsFrom } from '../fountain/readFountain.ts';
import { listFixtures, readFixtureBytes } from '../testing/fixtures.ts';
import { hostileText } from '../testing/hostileScript.ts';
import { seeded } from '../testing/seeded.ts';
import { looksLikeFountain } from './fountainLines.ts';
import { readLines } from './readLines.ts';
import { recogniseElements } from './recogniseElements.ts';
import type { Recognition, ScriptLine } from './recognition.ts';

type Random = (n: number) => number;

const pieces = [
  ...['1、', '第3场', '第二集', '场景一', '12.', '1-1 ', '△', '【', '】', '：', ':', '（', '）', '(', ')', '《', '》'],
  ...[
    '日',
    '夜',
    '内',
    '外',
    '内景',
    '张三',
    '李四VO',
    '咖啡馆',
    '人物：',
    '字幕',
    '闪回',
    '他说',
    '“走。”',
    '，',
    '。',
  ],
  ...['INT. ', 'EXT. HOUSE - DAY', 'BOB', "(CONT'D)", '(MORE)', 'CONTINUED:', 'CUT TO:', 'The end.', 'x', '*', '^'],
  ...[
    '    ',
    '          ',
    '　',
    '\t',
    '#1#',
    '@',
    '>',
    '<',
    '[[',
    ']]',
    '第 3 页',
    '- 4 -',
    'ACT ONE',
    '—',
    '－',
    '２',
  ],
  ...['𠀀', 'é', '\u00ad', '\u200b', '\ud800', 'written by', '编剧：', 'Title: ', '\f', '切至：', '、'],
];
const styles = ['Scene Heading', 'Dialogue', '对白', '人物', 'Normal', 'Title', 'heading 2', 'Action', 'Parenthetical'];

function randomLine(random: Random): ScriptLine {
  const text = random(5) === 0 ? hostileText(random, 2) : joined(random);
  const line: ScriptLine = { text };
  const from = random(text.length + 1);
  return {
    ...line,
    ...(random(8) === 0 && { style: styles[random(styles.length)]! }),
    ...(random(8) === 0 && { indent: random(40) }),
    ...(random(9) === 0 && text.trim() !== '' && { number: `${random(99)}、` }),
    ...(random(9) === 0 && { align: 'center' as const }),
    ...(random(9) === 0 && { isBold: true, startsNewPage: true }),
    ...(from < text.length && random(6) === 0 && { marks: [{ type: 'bold' as const, from, to: text.length }] }),
  };
}

function joined(random: Random): string {
  return Array.from({ length: random(7) }, () => pieces[random(pieces.length)]).join(random(3) === 0 ? ' ' : '');
}

/** How often each character that is no space and no mark stands in the texts. */
function lettersOf(texts: readonly string[], isWord: RegExp): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) for (const c of text.match(isWord) ?? []) counts.set(c, (counts.get(c) ?? 0) + 1);
  return counts;
}

const outOf = ({ recognised, dropped, title }: Recognition) => [
  ...recognised.flatMap(({ element: e }) => [e.text, e.attrs.number ?? '']),
  ...dropped.map((d) => d.text),
  ...title.flatMap((t) => [t.label, t.value]),
];

/** Characters that stand in the input more often than in the reading. */
function lost(lines: readonly ScriptLine[], reading: Recognition): string[] {
  const isFountain = looksLikeFountain(lines);
  const word = isFountain ? /[\p{L}\p{N}]/gu : /[^\s：:、．.，,。△▲▵∆Δ【】〖〗[\]《》\-－–—^\ufeff\p{C}]/gu;
  const input = lines.flatMap((l) => [l.text, l.number ?? ''].map((t) => t.normalize('NFKC')));
  const output = lettersOf(
    outOf(reading).map((t) => t.normalize('NFKC')),
    word,
  );
  const isLabel = /[第场景次]/;
  return [...lettersOf(input, word)].flatMap(([c, n]) => {
    const isMark =
      isLabel.test(c) || (/[0-9〇零一二三四五六七八九十百两#]/.test(c) && reading.recognised.some(hasNumber));
    return n > (output.get(c) ?? 0) && !isMark ? [c] : [];
  });
}

const hasNumber = (r: Recognition['recognised'][number]) => r.element.attrs.number !== undefined;

test('[RG13, RG14] random lines lose no word, whatever their looks', () => {
  for (let seed = 1; seed <= 4000; seed++) {
    const random = seeded(seed);
    const lines = Array.from({ length: random(25) }, () => randomLine(random));
    const language = ([undefined, 'zh', 'en'] as const)[random(3)];
    const unit = (['line', 'paragraph'] as const)[random(2)]!;
    const options = { newId: idsFrom('e'), unit, ...(language && { language }) };
    const reading = recogniseElements(lines, options);
    expect({ seed, lost: lost(lines, reading) }).toEqual({ seed, lost: [] });
    expect(reading.recognised.map((r) => r.element.id)).toEqual(reading.recognised.map((_, i) => idsFrom('e')(i)));
    for (const { lines: range, element } of reading.recognised) {
      expect(range[0] >= 0 && range[0] < range[1] && range[1] <= lines.length).toBe(true);
      for (const m of element.marks ?? []) expect(m.from < m.to && m.to <= element.text.length).toBe(true);
    }
    const starts = reading.recognised.map((r) => r.lines[0]);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  }
});

test('[RG13] no fixture loses a word', () => {
  for (const path of [...listFixtures('.fountain'), ...listFixtures('.txt')]) {
    const lines = readLines(new TextDecoder().decode(readFixtureBytes(path)));
    if (lines.length > 6000) continue;
    const plain = lines.map((l) => ({ ...l, align: 'left' as const, indent: 0 }));
    expect({ path, lost: lost(lines, recogniseElements(lines, { newId: idsFrom('e') })) }).toEqual({ path, lost: [] });
    expect({ path, lost: lost(plain, recogniseElements(plain, { newId: idsFrom('e') })) }).toEqual({ path, lost: [] });
  }
});

test('[RG14] lines made to be slow are read', () => {
  const long = [
    ' '.repeat(200_000),
    '('.repeat(200_000),
    '第'.repeat(100_000),
    '[['.repeat(50_000),
    '1-'.repeat(80_000),
  ];
  const wrapped = Array<string>(30_000).fill(`${'word '.repeat(11)}end`);
  const lines = [...long, ...wrapped, ...long.map((l) => `BOB${l}*`), ...Array<string>(20_000).fill('BOB')].map(
    (text) => ({
      text,
    }),
  );
  expect(recogniseElements(lines, { newId: idsFrom('e') }).recognised.length).toBeGreaterThan(0);
});
