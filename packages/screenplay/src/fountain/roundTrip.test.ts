import { expect, test } from 'vitest';
import type { Element, ElementType } from '../element.ts';
import { listFixtures, readFixture } from '../testing/fixtures.ts';
import {
  hostileText,
  hostileWords,
  sayableScript,
  wildElement,
  wildScript,
  wordsOf,
} from '../testing/hostileScript.ts';
import { element, essence, essences } from '../testing/script.ts';
import { seeded } from '../testing/seeded.ts';
import { idsFrom, readFountain } from './readFountain.ts';
import { writeFountain } from './writeFountain.ts';

/** `npm run test:extensive` plays ten times as many scripts. */
const times = process.env.TRAMLINE_EXTENSIVE === '1' ? 10 : 1;

const files = listFixtures('.fountain');
const shortFiles = files.filter((f) => !f.includes('600p'));

test('the fixtures are there', () => {
  expect(files.length).toBe(70);
});

test.each(files)('[FW1] an unedited script comes back byte for byte: %s', (file) => {
  const source = readFixture(file);
  const { elements, title } = readFountain(source, { newId: idsFrom('import-') });
  // Through a store and back: no object of the first reading is left.
  const stored = structuredClone({ elements, title });
  const again = readFountain(source, { newId: idsFrom('import-') });
  expect(writeFountain(stored.elements, stored.title, again) === source).toBe(true);
});

test.each(files)('[FR21] spans follow each other and hold their elements: %s', (file) => {
  const { spans, source, titleEnd } = readFountain(readFixture(file));
  let at = titleEnd;
  for (const { from, to } of spans) {
    expect(source.slice(at, from).trim()).toBe('');
    expect(to).toBeGreaterThanOrEqual(from);
    at = to;
  }
  expect(source.slice(at).trim()).toBe('');
});

test.each(files)('[FW2] a script written without its source reads as the same elements: %s', (file) => {
  const { elements, title } = readFountain(readFixture(file));
  const again = readFountain(writeFountain(elements, title));
  expect(essences(again.elements)).toEqual(essences(elements));
  expect(again.title).toEqual(title);
});

test('[FW3] words that look like marks survive write and read in every element: seeds from 1', () => {
  for (let seed = 1; seed <= 3000 * times; seed++) {
    const script = sayableScript(seeded(seed));
    const source = writeFountain(script, []);
    expectSame(readFountain(source).elements, script, `seed ${seed}\n${source}`);
  }
}, 600_000);

test('[FW10] whatever the order, the types and the marks, no word is lost: seeds from 1', () => {
  for (let seed = 1; seed <= 3000 * times; seed++) {
    const script = wildScript(seeded(seed));
    const source = writeFountain(script, []);
    const read = readFountain(source).elements;
    if (wordsOf(read) !== wordsOf(script))
      expect.fail(`seed ${seed} lost words in\n${source}\n${JSON.stringify(script)}`);
    const again = readFountain(writeFountain(read, [])).elements;
    expect(worded(again), `seed ${seed} reads otherwise after a second writing`).toEqual(worded(read));
  }
}, 600_000);

/** Types and words, spaces aside, of the elements that have any. */
function worded(elements: readonly Element[]): string[] {
  return elements.filter((e) => e.text.trim() !== '').map((e) => `${e.type}: ${e.text.replace(/\s/g, '')}`);
}

test.each(files)('[FW4] one edited element leaves all other bytes: %s', (file) => {
  const origin = readFountain(readFixture(file));
  const gapBefore = (k: number) => origin.source.slice(origin.spans[k - 1]!.to, origin.spans[k]!.from);
  const random = seeded(7);
  for (let k = 0; k < 20 && origin.elements.length > 0; k++) {
    const at = random(origin.elements.length);
    const old = origin.elements[at]!;
    if (old.type !== 'action' && old.type !== 'dialogue') continue;
    const edited = { ...old, text: `${old.text} ${hostileWords[random(hostileWords.length)]}` };
    const elements = origin.elements.with(at, edited);
    const out = writeFountain(elements, origin.title, origin);
    expectSame(readFountain(out).elements, elements, `seed 7 step ${k} element ${at}`);
    const before = origin.spans[at - 1];
    // Up to the next blank line: without one, what follows may need a mark to stay what it is.
    const after = origin.spans.find((_, k) => k > at + 1 && /\n\r?\n/.test(gapBefore(k)));
    if (before) expect(out.startsWith(origin.source.slice(0, before.from))).toBe(true);
    if (after) expect(out.endsWith(origin.source.slice(after.from))).toBe(true);
  }
});

test.each(shortFiles)('[FW5] cut, put in or turned into another type, the script reads as edited: %s', (file) => {
  const origin = readFountain(readFixture(file));
  const random = seeded(11);
  for (let k = 0; k < 60 && origin.elements.length > 1; k++) {
    const edit = randomEdit(origin.elements, random);
    if (!edit) continue;
    const out = writeFountain(edit.elements, origin.title, origin);
    expectSame(readFountain(out).elements, edit.elements, `seed 11 step ${k} at ${edit.at}`);
  }
});

test.each(shortFiles)('[FW5] other words in any one element, and the script reads as edited: %s', (file) => {
  const origin = readFountain(readFixture(file));
  const random = seeded(3);
  for (let k = 0; k < 30 && origin.elements.length > 0; k++) {
    const at = random(origin.elements.length);
    const { id, type, attrs } = origin.elements[at]!;
    if (type === 'pageBreak') continue;
    const elements = origin.elements.with(at, { id, type, attrs, text: type === 'parenthetical' ? '(zz)' : 'zz' });
    const out = writeFountain(elements, origin.title, origin);
    expectSame(readFountain(out).elements, elements, `seed 3 step ${k} element ${at}`);
  }
});

test.each(shortFiles)('[FW10] no wild edit of a script with source loses a word: %s', (file) => {
  const origin = readFountain(readFixture(file));
  const random = seeded(5);
  let elements: readonly Element[] = origin.elements;
  for (let k = 0; k < 40; k++) {
    const at = random(elements.length + 1);
    const made = Array.from({ length: random(3) }, (_, n) => wildElement(random, `new${k}-${n}`));
    const retyped = elements[at] && { ...elements[at], type: made[0]?.type ?? 'action', text: hostileText(random, 2) };
    elements = elements.toSpliced(at, random(3), ...made, ...(retyped && random(3) === 0 ? [retyped] : []));
    const out = writeFountain(elements, origin.title, origin);
    const read = readFountain(out).elements;
    if (wordsOf(read) !== wordsOf(elements))
      expect.fail(`seed 5 step ${k} lost words\n${diffOf(read, elements)}\n${JSON.stringify(out)}`);
  }
});

const retypes: ElementType[] = ['heading', 'action', 'transition', 'shot', 'centered', 'section', 'synopsis'];

/** One edit that Fountain can say, or undefined. */
function randomEdit(elements: readonly Element[], random: (n: number) => number) {
  const at = random(elements.length);
  const old = elements[at]!;
  const type = retypes[random(retypes.length)]!;
  const retyped: Element = { ...old, type, attrs: type === 'section' ? { level: 1 } : {} };
  const made: Element[] = [
    [],
    [retyped],
    [old, element('action', 'LOUD WORDS')],
    [element('heading', 'a place'), old],
    [element('character', 'ANN'), old],
  ][random(5)]!;
  const edited = elements.toSpliced(at, 1 + (random(3) === 0 ? random(3) : 0), ...made);
  const isPlain = old.text === old.text.trim() && old.text !== '' && !old.text.includes('\n') && !old.marks;
  if (old.type === 'note' || (made.includes(retyped) && !isPlain) || !isSayable(edited)) return undefined;
  return { at, elements: edited };
}

/** Whether Fountain can say this order: speech under a cue, no two paragraphs of dialogue in a row, no duals. */
function isSayable(elements: readonly Element[]): boolean {
  return elements.every((e, i) => {
    const before = elements[i - 1]?.type ?? 'action';
    if (e.type === 'dialogue') return ['character', 'parenthetical', 'lyrics'].includes(before);
    if (e.type === 'parenthetical') return ['character', 'dialogue'].includes(before);
    return e.attrs.dual === undefined;
  });
}

/** Fails with the first element that differs, and a note of where the run was. */
function expectSame(read: readonly Element[], wanted: readonly Element[], where: string): void {
  const isSame = JSON.stringify(essences(read)) === JSON.stringify(essences(wanted));
  if (!isSame) expect.fail(`${where}\n${diffOf(read, wanted)}`);
}

function diffOf(read: readonly Element[], wanted: readonly Element[]): string {
  const text = (e: Element | undefined) => e && JSON.stringify(essence(e));
  const k = [...read, ...wanted].findIndex((_, i) => text(read[i]) !== text(wanted[i]));
  return `element ${k}: read ${text(read[k])}, wanted ${text(wanted[k])}`;
}
