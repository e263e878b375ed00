import { describe, expect, test } from 'vitest';
import type { Element, ElementType } from '../element.ts';
import { readFountain } from '../fountain/readFountain.ts';
import { readFixture } from '../testing/fixtures.ts';
import { element } from '../testing/script.ts';
import { seeded } from '../testing/seeded.ts';
import type { PageLock } from './pageLock.ts';
import { type Page, type PageTable, paginate } from './paginate.ts';
import { afterwritingLetter, chineseDomestic, finalDraftLetter, type Profile } from './profile.ts';
import { repaginate } from './repaginate.ts';

const types: ElementType[] = [
  ...(['heading', 'action', 'character', 'dialogue', 'parenthetical', 'transition', 'lyrics', 'note'] as const),
  ...(['section', 'shot', 'pageBreak', 'centered'] as const),
];

/** One random edit: new words, new type, split, join, insertion, deletion or a moved run, anywhere. */
function randomEdit(elements: readonly Element[], random: (n: number) => number, step: number) {
  const from = random(elements.length);
  const count = random(4) === 0 ? random(12) : random(2) + (random(2) ? 1 : 0);
  const removed = Math.min(count, elements.length - from);
  const size = random(4) === 0 ? random(10) : random(3);
  const made = Array.from({ length: size }, (_, n) => {
    const old = elements[Math.min(elements.length - 1, from + random(3))]!;
    return randomElement(old, random, n === 0 ? old.id : `n${step}-${n}`, `n${step}-${n}`);
  });
  return { elements: elements.toSpliced(from, removed, ...made), change: { from, removed, inserted: made.length } };
}

function randomElement(old: Element, random: (n: number) => number, oldId: string, newId: string): Element {
  const kind = random(4);
  const words = (random(4) ? 'some words to fill a line ' : 'Words end. ').repeat(random(random(30) === 0 ? 900 : 16));
  if (kind === 0) return { ...old, id: oldId, text: `${old.text} ${words}` };
  if (kind === 1)
    return { ...old, id: newId, attrs: { dual: random(2) ? 'left' : 'right' }, type: 'character', text: 'BOB' };
  const type = types[random(types.length)]!;
  const attrs =
    random(40) === 0 ? { startsNewPage: true } : type === 'heading' && random(6) === 0 ? { omitted: true } : {};
  return { id: newId, type, text: words, attrs };
}

/** Deep equality of two tables, without the cost of a matcher on every step. */
function isSameTable(a: PageTable, b: PageTable): boolean {
  if (a.pages.length !== b.pages.length || a.elementCount !== b.elementCount || a.profile !== b.profile) return false;
  return a.pages.every((page, i) => pageKeys.every((key) => isSameValue(page[key], b.pages[i]![key])));
}

/** The right half of a dual dialogue is an object of its own. */
function isSameValue(a: Page[keyof Page], b: Page[keyof Page]): boolean {
  return a === b || (typeof a === 'object' && typeof b === 'object' && a.index === b.index && a.offset === b.offset);
}

const pageKeys = [
  'index',
  'id',
  'line',
  'offset',
  'continuation',
  'cue',
  'right',
  'scene',
  'lock',
  'lead',
  'lines',
  'reach',
] as const satisfies (keyof Page)[];

const isExtensive = process.env.TRAMLINE_EXTENSIVE === '1';
const steps = isExtensive ? 10_000 : 400;

const production: Profile = { ...finalDraftLetter, name: 'production', continueds: true, splitAtSentences: true };

const runs = [
  ['synthetic-feature-a', finalDraftLetter, 1, 0],
  ['synthetic-short-20p', afterwritingLetter, 2, 0],
  ['synthetic-zh', chineseDomestic, 3, 0],
  ['synthetic-feature-a', production, 4, 30],
  ['synthetic-short-20p', production, 5, 5],
] as const;

/** Locks in random elements, some of them inside a paragraph. */
function randomLocks(elements: readonly Element[], count: number, random: (n: number) => number): PageLock[] {
  const places = Array.from({ length: count }, () => random(elements.length)).sort((a, b) => a - b);
  return places.map((at, k) => ({
    label: String(k + 1),
    id: elements[at]!.id,
    offset: random(3) ? 0 : random(elements[at]!.text.length + 1),
  }));
}

describe.each(runs)('%s', (file, profile, seed, lockCount) => {
  test(`[PG11] incremental pages equal full pages after each random edit: ${profile.name}, ${lockCount} locks, seed ${seed}`, () => {
    const random = seeded(seed);
    const first = readFountain(readFixture(`synthetic/${file}.fountain`)).elements;
    let elements: readonly Element[] = first;
    const locks = randomLocks(first, lockCount, random);
    let table = paginate(elements, profile, locks);
    for (let step = 0; step < steps; step++) {
      const edit = randomEdit(elements, random, step);
      const next = repaginate(table, edit.elements, edit.change);
      const full = paginate(edit.elements, profile, locks);
      if (!isSameTable(next, full)) expect(next, `seed ${seed} step ${step}`).toEqual(full);
      elements = edit.elements.length < 50 ? first : edit.elements;
      table = edit.elements.length < 50 ? paginate(first, profile, locks) : next;
    }
    expect(table.elementCount).toBe(elements.length);
  }, 600_000);
});

describe('one edit', () => {
  const { elements } = readFountain(readFixture('synthetic/synthetic-feature-a.fountain'));
  const table = paginate(elements, finalDraftLetter);

  test('[PG14] pages that the edit cannot touch stay the same objects', () => {
    const at = Math.floor(elements.length / 2);
    const edited = elements.with(at, { ...elements[at]!, text: `${elements[at]!.text}!` });
    const next = repaginate(table, edited, { from: at, removed: 1, inserted: 1 });
    const made = next.pages.filter((page) => !table.pages.includes(page));
    expect(made.length).toBeLessThan(6);
    expect(next.pages.length).toBe(table.pages.length);
  });

  test('[PG14] a changed name of the speaker changes the page that repeats the cue', () => {
    const speech = [
      element('action', 'x\n'.repeat(48)),
      element('character', 'BOB'),
      element('dialogue', 'y\n'.repeat(7)),
    ];
    const before = paginate(speech, finalDraftLetter);
    const after = speech.with(1, element('character', 'ANN'));
    expect(before.pages[1]?.cue).toBe('character:BOB');
    expect(repaginate(before, after, { from: 1, removed: 1, inserted: 1 })).toEqual(paginate(after, finalDraftLetter));
  });

  test('[PG15] a change that does not lead from the old list to the new one is a mistake', () => {
    expect(() => repaginate(table, elements, { from: 0, removed: 0, inserted: 1 })).toThrow(RangeError);
  });
});
