/** Scripts and fixtures for the tests of several formats. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Attrs, type Element, type ElementType, noAttrs } from '@tramline/screenplay';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/', import.meta.url));

/** The bytes of a file in `tests/fixtures`. */
export function fixtureBytes(path: string): Uint8Array {
  return new Uint8Array(readFileSync(folder + path));
}

/** The text of one. */
export function fixtureText(path: string): string {
  return new TextDecoder().decode(fixtureBytes(path));
}

let count = 0;

/** An element with an id of its own. */
export function element(type: ElementType, text: string, attrs: Attrs = noAttrs, marks?: Element['marks']): Element {
  const id = `t${count++}`;
  return marks ? { id, type, text, attrs, marks } : { id, type, text, attrs };
}

/** What a script says, without ids; absent marks as none, marks in one order. */
export function essences(elements: readonly Element[]) {
  return elements.map(({ type, text, attrs, marks = [] }) => ({
    type,
    text,
    attrs: { ...attrs },
    marks: [...marks].sort((a, b) => a.from - b.from || (a.type < b.type ? -1 : 1)),
  }));
}

/** A seeded random source: `random(n)` is an integer in `[0, n)`. */
export function seeded(seed: number): (n: number) => number {
  let a = seed >>> 0;
  return (n) => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), a | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * n);
  };
}

const words = [
  ...[
    'INT. HOUSE - DAY',
    'BOB',
    '张三',
    '（低声）',
    '(beat)',
    '△',
    '【字幕】',
    '：',
    'a: b',
    '1、',
    '第1场',
    'x',
    '好。',
  ],
  ...['CUT TO:', '&amp;', '<b>', '"q"', 'é', '𠀀', '  two  ', '\ttab', '…', '—', '日 内', '人物：甲', '*star*', '#1#'],
];
const types: readonly ElementType[] = [
  ...(['heading', 'action', 'character', 'parenthetical', 'dialogue', 'lyrics', 'transition', 'shot'] as const),
  ...(['general', 'centered', 'section', 'synopsis', 'note', 'actStart', 'actEnd', 'dialogue', 'character'] as const),
];
const markTypes = ['bold', 'italic', 'underline', 'strike', 'highlight'] as const;

/** A script in any order; every element has words, and no formats but those that a word processor has. */
export function wildScript(random: (n: number) => number): Element[] {
  return Array.from({ length: 1 + random(16) }, () => {
    const type = types[random(types.length)]!;
    const text = Array.from({ length: 1 + random(3) }, () => words[random(words.length)]).join(random(4) ? ' ' : '\n');
    const whole = (at: number) => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at + 1 : at);
    const from = whole(random(text.length));
    const to = whole(Math.min(text.length, from + 1 + random(text.length - from)));
    const marks = random(3) === 0 && from < to ? [{ type: markTypes[random(markTypes.length)]!, from, to }] : undefined;
    return element(type, text, wildAttrs(type, random), marks);
  });
}

function wildAttrs(type: ElementType, random: (n: number) => number): Attrs {
  const page = random(8) === 0 ? { startsNewPage: true } : {};
  if (type === 'section') return { ...page, level: 1 + random(6) };
  if (type !== 'heading' || random(2) === 0) return page;
  return { ...page, number: `${1 + random(99)}${random(3) ? '' : 'A'}`, ...(random(4) === 0 && { omitted: true }) };
}
