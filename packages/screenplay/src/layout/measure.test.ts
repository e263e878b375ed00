import { expect, test } from 'vitest';
import { cellWidth, type Element } from '../element.ts';
import { readFountain } from '../fountain/readFountain.ts';
import { element } from '../testing/script.ts';
import { seeded } from '../testing/seeded.ts';
import { breakLines, linesOf, measure } from './measure.ts';

const action = (text: string): Element => element('action', text);
const lines = (text: string, width: number, ambiguousWide = false) => linesOf(action(text), width, ambiguousWide);

test('[LB1] lines break after spaces, which hang, and after hyphens', () => {
  expect(lines('one two three', 7)).toEqual(['one two', 'three']);
  expect(lines('one two  three', 7)).toEqual(['one two', 'three']);
  expect(lines('a well-known man', 7)).toEqual(['a well-', 'known', 'man']);
  expect(lines('wait--what now', 6)).toEqual(['wait--', 'what', 'now']);
  expect(lines('one two ', 7)).toEqual(['one two']);
});

test('[LB2] hard breaks, empty lines, tabs of four, and words longer than the line', () => {
  expect(lines('a\n\nb', 10)).toEqual(['a', '', 'b']);
  expect(lines('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
  expect(lines('', 4)).toEqual(['']);
  expect(lines('a\tb', 5)).toEqual(['a', 'b']);
  expect(lines('a\tb', 6)).toEqual(['a\tb']);
  expect(() => breakLines('abc', 1)).toThrow(RangeError);
});

test('[LB3] two-cell characters break anywhere but by kinsoku', () => {
  expect(lines('他走进房间，坐下。', 10)).toEqual(['他走进房', '间，坐下。']);
  expect(lines('他说（低声）好', 6)).toEqual(['他说', '（低', '声）好']);
  expect(lines('中文abc中文', 6)).toEqual(['中文', 'abc中', '文']);
  const text = '他“说”：《书名》、（低声）好！真的？是的……对。'.repeat(6);
  for (const width of [8, 10, 12, 14, 30]) {
    for (const line of lines(text, width, true)) expect(line, `width ${width}`).not.toMatch(/^[，。、；：？！）》】”]/);
  }
});

test('[LB4] no line is wider than its column, and none of the words is lost: seeds 1 to 4000', () => {
  const pieces = ['word ', '中', '，', '-', '（', 'é', '😀', 'longlonglonglong', ' ', '\n', '”'];
  for (let seed = 1; seed <= 4000; seed++) {
    const random = seeded(seed);
    const text = Array.from({ length: 20 }, () => pieces[random(pieces.length)]).join('');
    const one = action(text);
    const widest = Math.max(...linesOf(one, 11).map(widthOf));
    if (widest > 11) expect.fail(`seed ${seed}: ${JSON.stringify(linesOf(one, 11))}`);
    const starts = measure(one, 11);
    expect(starts.map((s, k) => text.slice(s, starts[k + 1])).join(''), `seed ${seed}`).toBe(text);
  }
});

const widthOf = (line: string) => [...line].reduce((width, c) => width + cellWidth(c.codePointAt(0)!), 0);

test('[LB5] plain ASCII, broken by the short way, breaks as any other text: seeds 1 to 20000', () => {
  const pieces = ['word ', 'e', '-', '--', '  ', 'longlongelonglong', ' ', '\n', 'a. ', 'mid-way '];
  for (let seed = 1; seed <= 20000; seed++) {
    const random = seeded(seed);
    const text = Array.from({ length: 14 }, () => pieces[random(pieces.length)]).join('');
    const width = 2 + random(17);
    const [plain, other] = [breakLines(`e${text}`, width), breakLines(`é${text}`, width)];
    if (plain.join() !== other.join()) expect.fail(`seed ${seed}: ${JSON.stringify([text, width, plain, other])}`);
  }
});

test('[LB6] a measure is remembered by object, width and profile, and notes take no room', () => {
  const one = action('some words');
  const narrow = measure(one, 6);
  expect(measure(one, 20)).toEqual([0]);
  expect(measure(one, 6)).toBe(narrow);
  expect(measure({ ...one }, 6)).not.toBe(narrow);
  expect(measure(action('“”“”'), 6)).toEqual([0]);
  const quotes = action('“”“”');
  expect([measure(quotes, 6), measure(quotes, 6, true)]).toEqual([[0], [0, 2]]);
  expect(linesOf(readFountain('He [[a very long note]] runs.').elements[0]!, 12)).toEqual(['He  runs.']);
});

test('[LB7] a paragraph broken anew from the start of one of its lines breaks there as before: seeds 1 to 4000', () => {
  const bits = ['好', '，', '。', 'Words', ' ', 'end.', '（', '）', '-', '  ', 'some', '\n', '……', '😀'];
  for (let seed = 1; seed <= 4000; seed++) {
    const random = seeded(seed);
    const text = Array.from({ length: 1 + random(40) }, () => bits[random(bits.length)]).join('');
    const width = 4 + random(20);
    const indent = random(3) ? random(width) : 0;
    const starts = breakLines(text, width, true, indent);
    const from = random(starts.length);
    const rest = breakLines(text.slice(starts[from]), width, true, from === 0 ? indent : 0);
    expect(
      rest.map((start) => start + starts[from]!),
      `seed ${seed}`,
    ).toEqual(starts.slice(from));
  }
});

test('[LB8] an indent narrows the first line alone; what finds no room there begins on the next', () => {
  expect(breakLines('one two three', 7, false, 4)).toEqual([0, 4, 8]);
  expect(breakLines('thirteen', 8, false, 4)).toEqual([0, 0]);
  expect(breakLines('他走进房间', 10, true, 6)).toEqual([0, 2]);
  expect(() => breakLines('abc', 4, false, 4)).toThrow(RangeError);
});
