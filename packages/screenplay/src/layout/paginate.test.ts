import { describe, expect, test } from 'vitest';
import { type Attrs, type Element, type ElementType, isHidden, isSpoken } from '../element.ts';
import { readFountain } from '../fountain/readFountain.ts';
import { readFixture } from '../testing/fixtures.ts';
import { measure } from './measure.ts';
import { type Page, paginate } from './paginate.ts';
import {
  afterwritingDouble,
  afterwritingLetter,
  finalDraftA4,
  finalDraftLetter,
  type Profile,
  trelbyLetter,
} from './profile.ts';

/** An element of `lines` short lines. */
const block = (id: string, type: ElementType, lines = 1, attrs: Attrs = {}): Element => ({
  id,
  type,
  text: Array.from({ length: lines }, (_, k) => `L${k}`).join('\n'),
  attrs,
});
const fill = (lines: number): Element => block('fill', 'action', lines);

/** Where each page begins: `element:line`, and the cue that it repeats. */
const starts = (elements: Element[], profile: Profile = finalDraftLetter) =>
  paginate(elements, profile).pages.map((p) => `${p.id}:${p.line}${p.cue ? `+${p.cue}` : ''}`);

describe('page edges', () => {
  test('[PG1] six lines of dialogue split two and four, with MORE and a repeated cue', () => {
    const { pages } = paginate([fill(49), block('john', 'character'), block('d', 'dialogue', 6)], finalDraftLetter);
    expect(pages.map((p) => [p.id, p.line, p.offset, p.continuation, p.cue, p.lines])).toEqual([
      ['fill', 0, 0, 'none', undefined, 53],
      ['d', 2, 6, 'speech', 'john', 5],
    ]);
  });

  test('[PG1] without a MORE line there is room for one line more', () => {
    const speech = [fill(48), block('john', 'character'), block('d', 'dialogue', 6)];
    expect(starts(speech)).toEqual(['fill:0', 'd:3+john']);
    expect(starts(speech, { ...finalDraftLetter, more: false })).toEqual(['fill:0', 'd:4+john']);
  });

  test('[PG2] with one line of room the whole speech moves', () => {
    expect(starts([fill(51), block('john', 'character'), block('d', 'dialogue', 6)])).toEqual(['fill:0', 'john:0']);
  });

  test('[PG2] a speech may break between two paragraphs, and a note within is no edge', () => {
    const speech = [block('c', 'character'), block('d', 'dialogue', 2), block('n', 'note'), block('e', 'dialogue', 2)];
    expect(starts([fill(49), ...speech])).toEqual(['fill:0', 'n:0']);
  });

  test('[PG3] a heading never ends a page: it needs the first piece of what follows', () => {
    expect(starts([fill(50), block('h', 'heading'), block('a', 'action', 5)])).toEqual(['fill:0', 'h:0']);
    expect(starts([fill(48), block('h', 'heading'), block('a', 'action', 5)])).toEqual(['fill:0', 'a:2']);
    expect(starts([fill(48), block('h', 'heading'), block('a', 'action', 3)])).toEqual(['fill:0', 'h:0']);
    expect(starts([fill(51), block('h', 'heading'), block('b', 'pageBreak'), block('a', 'action')])).toEqual([
      'fill:0',
      'a:0',
    ]);
    expect(starts([fill(51), block('h', 'heading')])).toEqual(['fill:0']);
  });

  test('[PG4] action splits with two lines on both sides, or moves', () => {
    expect(starts([fill(50), block('a', 'action', 4)])).toEqual(['fill:0', 'a:2']);
    expect(starts([fill(51), block('a', 'action', 3)])).toEqual(['fill:0', 'a:0']);
    expect(paginate([fill(50), block('a', 'action', 4)], finalDraftLetter).pages[1]).toMatchObject({
      continuation: 'paragraph',
      offset: 6,
    });
  });

  test('[PG5] a parenthetical never ends a page', () => {
    const speech = [
      block('c', 'character'),
      block('d', 'dialogue', 2),
      block('p', 'parenthetical'),
      block('e', 'dialogue', 3),
    ];
    expect(starts([fill(48), ...speech])).toEqual(['fill:0', 'p:0+c']);
  });

  test('[PG6] a transition stays with the lines before it, where the profile says so', () => {
    expect(starts([fill(48), block('a', 'action', 5), block('t', 'transition')])).toEqual(['fill:0', 'a:3']);
    const close = [fill(50), block('a', 'action', 3), block('t', 'transition')];
    expect(starts(close)).toEqual(['fill:0', 'a:0']);
    expect(starts(close, { ...finalDraftLetter, keepTransition: false })).toEqual(['fill:0', 't:0']);
  });

  test('[PG7] dual dialogue is one block as high as its taller side', () => {
    const dual = [
      block('l', 'character', 1, { dual: 'left' }),
      block('ld', 'dialogue', 3),
      block('r', 'character', 1, { dual: 'right' }),
      block('n', 'note'),
      block('rp', 'parenthetical'),
      block('rd', 'dialogue', 4),
    ];
    expect(starts([fill(47), ...dual])).toEqual(['fill:0']);
    expect(starts([fill(48), ...dual])).toEqual(['fill:0', 'l:0']);
    expect(starts([fill(48), ...dual.slice(0, 2)])).toEqual(['fill:0']);
  });

  test('[PG7] a dual taller than a page is parted in both halves, each with its (MORE)', () => {
    const dual = [
      block('l', 'character', 1, { dual: 'left' }),
      block('ld', 'dialogue', 70),
      block('r', 'character', 1, { dual: 'right' }),
      block('rd', 'dialogue', 2),
      block('a', 'action'),
    ];
    const { pages } = paginate(dual, finalDraftLetter);
    expect(
      pages.map(({ id, line, continuation, cue, right, lines }) => [id, line, continuation, cue, right, lines]),
    ).toEqual([
      ['l', 0, 'none', undefined, undefined, 54],
      ['ld', 52, 'dual', 'l', { index: 4, offset: 0 }, 21],
    ]);
    const both = dual.with(3, block('rd', 'dialogue', 120));
    expect(paginate(both, finalDraftLetter).pages.map((p) => [p.id, p.line, p.right && p.right.index, p.cue])).toEqual([
      ['l', 0, undefined, undefined],
      ['ld', 52, 3, 'l'],
      ['r', 0, 3, 'r'],
    ]);
    expect(starts([fill(51), ...dual])).toEqual(['fill:0', 'l:0', 'ld:52+l']);
    expect(starts([fill(20), ...dual])).toEqual(['fill:0', 'ld:31+l']);
  });

  test('[PG8] page breaks and startsNewPage begin a page and never an empty one', () => {
    const script = [
      block('b0', 'pageBreak'),
      fill(1),
      block('b', 'pageBreak'),
      block('b2', 'pageBreak'),
      block('x', 'action'),
      block('y', 'action', 1, { startsNewPage: true }),
      block('z', 'pageBreak'),
      block('n', 'note'),
    ];
    expect(starts(script)).toEqual(['b0:0', 'x:0', 'y:0']);
  });

  test('[PG9] a paragraph longer than a page fills pages; an empty script has one', () => {
    expect(starts([fill(120)])).toEqual(['fill:0', 'fill:54', 'fill:108']);
    expect(starts([block('h', 'heading', 60), block('a', 'action')])).toEqual(['h:0', 'h:54']);
    expect(paginate([], finalDraftLetter).pages).toEqual([
      { index: 0, id: undefined, line: 0, offset: 0, continuation: 'none', lead: 0, lines: 0, reach: 0 },
    ]);
  });

  test('[PG9] speech without a cue repeats none', () => {
    expect(starts([fill(50), block('d', 'dialogue', 6)])).toEqual(['fill:0', 'd:3']);
  });
});

/** The rules, checked on the finished table instead of while it is made. */
function brokenRules(elements: readonly Element[], pages: readonly Page[], profile: Profile): string[] {
  return pages.slice(1).flatMap((page, k) => {
    const first = elements[page.index]!;
    const last = elements.slice(0, page.index).findLast((e) => !isHidden(e));
    const height = measure(first, profile.width[first.type], profile.ambiguousWide).length;
    const isFlowing = page.line === 0 && last !== undefined && last.type !== 'pageBreak' && !first.attrs.startsNewPage;
    const strands =
      ['heading', 'shot', 'character'].includes(last?.type ?? '') ||
      (last?.type === 'parenthetical' && isSpoken(first));
    const isLonely = page.line > 0 && Math.min(page.line, height - page.line) < profile.minSplit;
    const broken = {
      'is too long': Math.max(page.lines, pages[k]!.lines) > profile.linesPerPage,
      'splits off a lonely line': isLonely,
      'strands what belongs to it': isFlowing && strands,
      'begins with a transition': isFlowing && first.type === 'transition',
    };
    return Object.entries(broken).flatMap(([rule, is]) => (is ? [`page ${k + 2} ${rule}`] : []));
  });
}

const synthetic = ['feature-a', 'feature-b-numbered', 'series-600p', 'zh'];
const read = (name: string) => readFountain(readFixture(`synthetic/synthetic-${name}.fountain`)).elements;

describe.each(synthetic)('%s', (name) => {
  test.each([finalDraftLetter, finalDraftA4, afterwritingLetter, trelbyLetter])(
    '[PG10] every page edge keeps the rules: $name',
    (profile) => {
      const elements = read(name);
      const { pages } = paginate(elements, profile);
      expect(pages.length).toBeGreaterThan(10);
      expect(brokenRules(elements, pages, profile)).toEqual([]);
    },
  );
});

/** Pages that afterwriting (one and two blank lines before headings) and Trelby compute, and how far off we may be. */
const peerPages = [
  ['feature-a', [134, 137, 131], 1],
  ['feature-b-numbered', [128, 131, 125], 1],
  ['short-20p', [22, 23, 22], 1],
  ['series-600p', [622, 639, 610], 6],
] as const;

test.each(peerPages)('[PG13] as many pages as its peers count, with their profiles: %s', (name, peers, within) => {
  const elements = read(name);
  const ours = [afterwritingLetter, afterwritingDouble, trelbyLetter].map((p) => paginate(elements, p).pages.length);
  ours.slice(0, 2).forEach((pages, i) => {
    expect(Math.abs(pages - peers[i]!)).toBeLessThanOrEqual(1);
  });
  expect(Math.abs(ours[2]! - peers[2])).toBeLessThanOrEqual(within);
});
