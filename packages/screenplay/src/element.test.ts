import { describe, expect, test } from 'vitest';
import { cellWidth, type Element, isHidden, isSameElement, isSpoken, printedText, speakerOf } from './element.ts';
import { element } from './testing/script.ts';

const base: Element = {
  ...element('action', 'one two'),
  marks: [
    { type: 'bold', from: 0, to: 3 },
    { type: 'note', from: 4, to: 7 },
  ],
};

describe('printed words', () => {
  test('[EL1] notes and boneyards are not printed, nor spaces that they leave at the end of a line', () => {
    expect(printedText(base)).toBe('one');
    const overlapping = { ...base, marks: [...base.marks!, { type: 'boneyard', from: 2, to: 5 } as const] };
    expect(printedText(overlapping)).toBe('on');
    expect(printedText({ ...base, marks: [{ type: 'bold', from: 0, to: 3 }] })).toBe('one two');
    expect(printedText({ ...base, marks: [{ type: 'note', from: 0, to: 3 }] })).toBe(' two');
  });

  test('[EL1] outline elements and notes never reach paper', () => {
    const types = ['section', 'synopsis', 'note', 'pageBreak', 'action', 'heading'] as const;
    expect(types.map((type) => isHidden(element(type, 'x')))).toEqual([true, true, true, false, false, false]);
    const spoken = ['parenthetical', 'dialogue', 'lyrics', 'character', 'action'] as const;
    expect(spoken.map((type) => isSpoken(element(type, 'x')))).toEqual([true, true, true, false, false]);
  });

  test.each([
    ['BOB (V.O.)', 'BOB'],
    ['张三（画外音）', '张三'],
    ["BOB (O.S.) (CONT'D)", 'BOB'],
    [' ANN (', 'ANN'],
    ['(x)', ''],
  ])('[EL2] the speaker of %s is %s', (cue, speaker) => {
    expect(speakerOf(element('character', cue))).toBe(speaker);
  });
});

describe('sameness', () => {
  test('[EL3] marks count by what they cover, absent attributes as no', () => {
    const parted = [
      { type: 'note', from: 5, to: 7 },
      { type: 'bold', from: 0, to: 2 },
      { type: 'note', from: 4, to: 6 },
      { type: 'bold', from: 2, to: 3 },
    ] as const;
    expect(isSameElement(base, { ...base, marks: parted, attrs: { omitted: false } })).toBe(true);
    expect(isSameElement(element('action', 'x'), { ...element('action', 'x'), marks: [] })).toBe(true);
  });

  test.each<[string, Partial<Element>]>([
    ['id', { id: 'other' }],
    ['type', { type: 'general' }],
    ['text', { text: 'one twp' }],
    ['number', { attrs: { number: '1' } }],
    ['level', { attrs: { level: 2 } }],
    ['side', { attrs: { dual: 'left' } }],
    ['page start', { attrs: { startsNewPage: true } }],
    ['omission', { attrs: { omitted: true } }],
    ['boneyard', { attrs: { boneyard: true } }],
    ['no marks', { marks: [] }],
    ['fewer marks', { marks: [{ type: 'bold', from: 0, to: 3 }] }],
    ['shorter mark', { marks: [base.marks![0]!, { type: 'note', from: 4, to: 6 }] }],
    ['moved mark', { marks: [base.marks![0]!, { type: 'note', from: 3, to: 7 }] }],
    ['other mark', { marks: [base.marks![0]!, { type: 'strike', from: 4, to: 7 }] }],
    ['gap in a mark', { marks: [{ type: 'bold', from: 0, to: 1 }, { type: 'bold', from: 2, to: 3 }, base.marks![1]!] }],
  ])('[EL3] another %s is another element', (_, change) => {
    expect(isSameElement(base, { ...base, ...change })).toBe(false);
    expect(isSameElement({ ...base, ...change }, base)).toBe(false);
  });
});

describe('cells', () => {
  test.each([
    ['a', 1, 1],
    ['中', 2, 2],
    ['，', 2, 2],
    ['“', 1, 2],
    ['·', 1, 2],
    ['é', 1, 1],
    ['\u0301', 0, 0],
    ['\u200d', 0, 0],
    ['\ufe0f', 0, 0],
    ['😀', 2, 2],
    ['한', 2, 2],
    ['ᄀ', 2, 2],
    ['ｱ', 1, 1],
    ['Ж', 1, 1],
    ['𠀀', 2, 2],
    ['\u{e0001}', 1, 1],
  ])('[EL4] %s takes %i cells, %i where ambiguous characters are wide', (char, narrow, wide) => {
    const point = char.codePointAt(0)!;
    expect([cellWidth(point), cellWidth(point, true)]).toEqual([narrow, wide]);
  });
});
