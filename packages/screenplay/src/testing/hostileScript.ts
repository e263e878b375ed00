/** Random scripts over words chosen to be misread, for tests. */
import type { Attrs, Element, ElementType, Mark, MarkType } from '../element.ts';

type Random = (n: number) => number;

/** Words that look like marks of Fountain wherever they stand. */
export const hostileWords = [
  ...['INT. HOUSE', 'bob', 'BOB', 'CUT TO:', '(beat)', '.dot', '...and', '!bang', '@home', '#1 fan', '= is', '==='],
  ...[
    '~la',
    '> right',
    '> mid <',
    '*star*',
    '_under_',
    'a\\b',
    '[[note]]',
    '/* cut */',
    '张三',
    '（低声）',
    '．点',
    '23',
  ],
  ...['R2D2', 'Title: x', 'snake_case_x', '5 * 3 * 2', '^', 'BOB ^', 'x <', '\\*', 'a [[ b', 'c]] d', '// e', '#3#'],
  ...[
    'end\\',
    '**',
    '！嗨',
    '\\(x)',
    'Éa',
    '@',
    '>',
    '>>',
    '<',
    '+',
    '~',
    '/*',
    '*/',
    ']]',
    '！',
    '＠',
    '＃',
    '～',
    '：',
  ],
];

/** One to `lines` lines of one to three hostile words. */
export function hostileText(random: Random, lines = 1): string {
  const line = () => Array.from({ length: 1 + random(3) }, () => hostileWords[random(hostileWords.length)]).join(' ');
  return Array.from({ length: 1 + random(lines) }, line).join('\n');
}

const blocks: ElementType[] = [
  ...(['heading', 'action', 'transition', 'shot', 'centered', 'section', 'synopsis', 'pageBreak', 'lyrics'] as const),
];

/** A script of which Fountain can say everything: speech under cues, one dialogue at a time, lyrics apart from it. */
export function sayableScript(random: Random): Element[] {
  const script: Element[] = [];
  const add = (type: ElementType, text: string, attrs: Attrs = {}) =>
    script.push({ id: `r${script.length}`, type, text, attrs });
  for (let n = 3 + random(12); n > 0; n--) {
    if (random(3) === 0) addSpeech(add, random);
    else addBlock(add, random, script.at(-1));
  }
  return script;
}

type Add = (type: ElementType, text: string, attrs?: Attrs) => void;

function addSpeech(add: Add, random: Random): void {
  add('character', hostileText(random));
  if (random(3) === 0) add('parenthetical', `(${hostileText(random).replace(/[()（）]/g, '')})`);
  add('dialogue', hostileText(random, 3) + (random(4) === 0 ? `\n\n${hostileText(random)}` : ''));
}

function addBlock(add: Add, random: Random, before: Element | undefined): void {
  const type = blocks[random(blocks.length)]!;
  const isAfterSpeech = before && ['lyrics', 'dialogue', 'parenthetical'].includes(before.type);
  if (type === 'lyrics' && isAfterSpeech) return;
  const text = type === 'pageBreak' ? '' : hostileText(random, type === 'action' || type === 'centered' ? 3 : 1);
  add(type, text, type === 'section' ? { level: 1 + random(6) } : {});
}

const everyType: ElementType[] = [
  ...(['heading', 'action', 'character', 'parenthetical', 'dialogue', 'lyrics', 'transition', 'shot'] as const),
  ...(['general', 'centered', 'section', 'synopsis', 'note', 'pageBreak', 'actStart', 'actEnd'] as const),
];
const everyMark: MarkType[] = ['bold', 'italic', 'underline', 'strike', 'highlight', 'note', 'boneyard'];

/** A script in any order, with empty elements, line breaks and overlapping marks anywhere. */
export function wildScript(random: Random): Element[] {
  return Array.from({ length: 1 + random(14) }, (_, i) => wildElement(random, `w${i}`));
}

/** One element of any kind. */
export function wildElement(random: Random, id: string): Element {
  const type = everyType[random(everyType.length)]!;
  const text = random(6) === 0 ? '' : ` ${hostileText(random, 3)}`.slice(random(2)) + (random(6) === 0 ? '\n' : '');
  const marks = Array.from({ length: random(3) === 0 ? random(5) : 0 }, () => wildMark(random, text.length));
  const attrs = random(4) === 0 ? wildAttrs(random) : {};
  return { id, type, text, attrs, marks: marks.filter((m) => m.from < m.to) };
}

function wildMark(random: Random, length: number): Mark {
  const from = random(length + 1);
  return { type: everyMark[random(everyMark.length)]!, from, to: from + random(length - from + 1) };
}

function wildAttrs(random: Random): Attrs {
  const all: Attrs[] = [{ dual: 'left' }, { dual: 'right' }, { number: '12A' }, { level: 3 }, { boneyard: true }];
  return all[random(all.length)]!;
}

/** All words of a script in order, without spaces, and without the brackets that parentheticals get. */
export function wordsOf(elements: readonly Element[]): string {
  return elements.map((e) => e.text.replace(/[\s()（）]/g, '')).join('');
}
