import { describe, expect, test } from 'vitest';
import type { Attrs, Element, ElementType } from '../element.ts';
import { pageLabels } from './pageLabels.ts';
import { type PageLock, pageLetters } from './pageLock.ts';
import { paginate } from './paginate.ts';
import { chineseDomestic, finalDraftLetter, type Profile } from './profile.ts';
import { sentenceStarts } from './sentences.ts';

const make = (id: string, type: ElementType, text: string, attrs: Attrs = {}): Element => ({ id, type, text, attrs });
const fill = (lines: number, id = 'fill'): Element => make(id, 'action', 'L\n'.repeat(lines - 1) + 'L');
const starts = (elements: readonly Element[], profile: Profile, locks: readonly PageLock[] = []) =>
  paginate(elements, profile, locks).pages.map((p) => `${p.id}:${p.offset}`);

describe('sentences', () => {
  test('[PG16] a sentence begins behind a stop, its closing marks and its spaces, but not behind Mr. or an initial', () => {
    const text = 'He ran. "Stop!" she said. Mr. J. Lee (the cook.) left… Then 3.5 hours.';
    expect(sentenceStarts(text).map((at) => text.slice(at, at + 6))).toEqual([
      '"Stop!',
      'she sa',
      'Mr. J.',
      'left… ',
      'Then 3',
    ]);
    expect(sentenceStarts('他走了。“停！”她说。')).toEqual([4, 8]);
  });

  const bySentence = { ...finalDraftLetter, splitAtSentences: true };
  const words = 'one two three four five six seven eight nine ten eleven';
  const long = `${words}. ${words} ${words}. Short end here. ${words} ${words} ${words}.`;

  test('[PG16] a paragraph is parted at the end of a sentence, even inside a line, where the profile says so', () => {
    const [, page] = paginate([fill(48), make('a', 'action', long)], bySentence).pages;
    expect(page!.offset).toBe(long.indexOf('Short end here. ') + 'Short end here. '.length);
    const plain = paginate([fill(48), make('a', 'action', long)], finalDraftLetter).pages[1]!;
    expect(plain.offset).not.toBe(page!.offset);
  });

  test('[PG16] where no sentence ends between two lines on either side, the line decides', () => {
    const endless = `${words} `.repeat(8);
    expect(starts([fill(48), make('a', 'action', endless)], bySentence)).toEqual(
      starts([fill(48), make('a', 'action', endless)], finalDraftLetter),
    );
  });
});

describe('CONTINUED', () => {
  const profile = { ...finalDraftLetter, continueds: true };
  const heading = make('h', 'heading', 'INT. BUS - NIGHT');

  test('[PG17] a scene that goes on takes two lines at the foot and two at the head', () => {
    const { pages } = paginate([heading, fill(120)], profile);
    expect(pages.map(({ scene, lines, line }) => [scene, lines, line])).toEqual([
      [undefined, 52, 0],
      ['h', 52, 50],
      ['h', 22, 100],
    ]);
  });

  test('[PG17] a page that ends with its scene says nothing', () => {
    const { pages } = paginate([heading, fill(52), make('h2', 'heading', 'EXT. ROAD - DAY'), fill(3)], profile);
    expect(pages.map(({ id, scene, lines }) => [id, scene, lines])).toEqual([
      ['h', undefined, 54],
      ['h2', undefined, 5],
    ]);
  });
});

describe('omitted scenes', () => {
  test('[PG18] of an omitted scene the heading alone is printed', () => {
    const omitted = make('h', 'heading', 'INT. BUS', { omitted: true });
    const script = [
      fill(50),
      omitted,
      fill(200, 'x'),
      make('b', 'pageBreak', ''),
      make('h2', 'heading', 'EXT. ROAD'),
      fill(9, 'y'),
    ];
    expect(starts(script, finalDraftLetter)).toEqual(['fill:0', 'h2:0']);
    expect(paginate(script.slice(0, 4), finalDraftLetter).pages).toHaveLength(1);
  });
});

describe('locked pages', () => {
  const lock = (label: string, id: string, offset = 0): PageLock => ({ label, id, offset });
  const script = [fill(20, 'a'), fill(20, 'b'), fill(20, 'c')];
  const locks = [lock('1', 'a'), lock('2', 'b'), lock('3', 'c')];

  test('[PG19] a locked page begins where it was locked, however much stands before it', () => {
    expect(starts(script, finalDraftLetter, locks)).toEqual(['a:0', 'b:0', 'c:0']);
    expect(paginate(script, finalDraftLetter, locks).pages.map((p) => p.lock)).toEqual(['1', '2', '3']);
  });

  test('[PG19] what outgrows a locked page goes on pages between, called by letters', () => {
    const table = paginate([fill(20, 'a'), fill(130, 'b'), fill(20, 'c')], finalDraftLetter, locks);
    expect(pageLabels(table)).toEqual(['1', '2', '2A', '2B', '3']);
    expect(table.pages.map((p) => p.id)).toEqual(['a', 'b', 'b', 'b', 'c']);
  });

  test('[PG19] a lock inside a paragraph parts it there, even in the middle of a line', () => {
    const text = 'He looks at the road. She looks at him.';
    const at = text.indexOf('She');
    const table = paginate([make('a', 'action', text), fill(3)], finalDraftLetter, [
      lock('1', 'a'),
      lock('2', 'a', at),
    ]);
    expect(table.pages.map((p) => [p.id, p.offset, p.continuation, p.lines])).toEqual([
      ['a', 0, 'none', 1],
      ['a', at, 'paragraph', 5],
    ]);
    const speech = [make('c', 'character', 'IDA'), make('d', 'dialogue', text), make('e', 'dialogue', 'More.')];
    expect(
      paginate(speech, finalDraftLetter, [lock('2', 'd', at), lock('3', 'e')]).pages.map((p) => [
        p.id,
        p.offset,
        p.cue,
      ]),
    ).toEqual([
      ['c', 0, undefined],
      ['d', at, 'c'],
      ['e', 0, 'c'],
    ]);
  });

  test('[PG19] a heading may end a page before a locked one', () => {
    const table = paginate([make('h', 'heading', 'INT. X'), fill(3, 'b')], finalDraftLetter, [lock('7', 'b')]);
    expect(table.pages.map((p) => p.id)).toEqual(['h', 'b']);
    expect(pageLabels(table)).toEqual(['1', '7']);
  });

  test('[PG20] a page whose words are gone lends its number to the page before', () => {
    const table = paginate([script[0]!, script[2]!], finalDraftLetter, locks);
    expect(pageLabels(table)).toEqual(['1-2', '3']);
    expect(pageLabels(paginate([script[0]!], finalDraftLetter, locks))).toEqual(['1-3']);
    expect(pageLabels(paginate(script, finalDraftLetter))).toEqual(['1', '2']);
  });

  test('[PG20] letters leave out I and O and go on with two', () => {
    expect([0, 7, 8, 13, 23, 24, 25].map(pageLetters)).toEqual(['A', 'H', 'J', 'P', 'Z', 'AA', 'AB']);
  });
});

describe('the domestic page', () => {
  const cue = make('c', 'character', '张三');
  test('[PG21] a speech is one paragraph behind its name', () => {
    const said = make('d', 'dialogue', '好'.repeat(31));
    // 张三： takes six cells, so 31 characters fill the line of 34.
    expect(paginate([cue, said], chineseDomestic).pages[0]!.lines).toBe(1);
    expect(paginate([cue, make('d', 'dialogue', '好'.repeat(32))], chineseDomestic).pages[0]!.lines).toBe(2);
    const low = make('p', 'parenthetical', '（低声）');
    expect(paginate([cue, low, make('d', 'dialogue', '好'.repeat(27))], chineseDomestic).pages[0]!.lines).toBe(1);
    expect(paginate([cue, low, said], chineseDomestic).pages[0]!.lines).toBe(2);
    expect(paginate([cue], chineseDomestic).pages[0]!.lines).toBe(1);
    expect(paginate([cue, low], chineseDomestic).pages[0]!.lines).toBe(1);
  });

  test('[PG21] action is led by a triangle, which takes two cells unless one is typed', () => {
    const lines = (text: string, profile: Profile = chineseDomestic) =>
      paginate([make('a', 'action', text)], profile).pages[0]!.lines;
    expect(lines('走'.repeat(33))).toBe(1);
    expect(lines('走'.repeat(34))).toBe(2);
    expect(lines(`△${'走'.repeat(33)}`)).toBe(1);
    expect(lines('走'.repeat(34), { ...chineseDomestic, deltas: false })).toBe(1);
  });

  test('[PG21] no cue is repeated and no (MORE) takes a line', () => {
    const long = make('d', 'dialogue', '好'.repeat(34 * 40));
    expect(paginate([cue, long], chineseDomestic).pages.map((p) => [p.continuation, p.lines])).toEqual([
      ['none', 34],
      ['paragraph', 7],
    ]);
  });
});
