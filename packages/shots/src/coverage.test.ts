import { describe, expect, test } from 'vitest';
import { type CoverableElement, coverageOf } from './coverage.ts';

const script: readonly CoverableElement[] = [
  { type: 'heading', text: 'INT. BUS - NIGHT' },
  { type: 'action', text: 'Ida kneels.' },
  { type: 'character', text: 'IDA' },
  { type: 'dialogue', text: "It's my left." },
  { type: 'heading', text: 'EXT. ROAD' },
  { type: 'action', text: '她跪下。' },
  { type: 'note', text: 'ask about rain' },
];
const scenes = [
  { id: 'one', from: 0, to: 4 },
  { id: 'two', from: 4, to: 7 },
];
const span = (from: number, offset: number, to: number, end: number) => ({
  start: { ordinal: from, offset },
  end: { ordinal: to, offset: end },
});

describe('coverage', () => {
  test('[CV2] words that want a picture are counted, and no others', () => {
    const { scenes: found, share } = coverageOf(script, scenes, []);
    expect([found.get('one')!.words, found.get('two')!.words, share]).toEqual([5, 3, 0]);
  });

  test('[CV2] a word that is covered in part is covered', () => {
    const { scenes: found } = coverageOf(script, scenes, [span(1, 2, 1, 6)]);
    expect(found.get('one')!.coveredWords).toBe(2);
  });

  test('[CV2] every kind of element that is seen or spoken counts, and no other', () => {
    const kinds = ['action', 'parenthetical', 'dialogue', 'lyrics', 'general', 'centered', 'shot'];
    const silent = ['heading', 'character', 'transition', 'section', 'synopsis', 'note', 'pageBreak', 'actStart'];
    const words = (type: string) =>
      coverageOf([{ type, text: 'one two' }], [{ id: 's', from: 0, to: 1 }], []).scenes.get('s')!.words;
    expect([...kinds.map(words), ...silent.map(words)]).toEqual([...kinds.map(() => 2), ...silent.map(() => 0)]);
  });

  test('[CV2] a Chinese character is a word', () => {
    const { scenes: found, share } = coverageOf(script, scenes, [span(5, 0, 5, 1)]);
    expect([found.get('two')!.coveredWords, share]).toEqual([1, 1 / 8]);
  });

  test('[CV1] the spans of a scene are stretches of its length', () => {
    const length = 'INT. BUS - NIGHT'.length + 'Ida kneels.'.length + 'IDA'.length + "It's my left.".length + 4;
    const { scenes: found } = coverageOf(script, scenes, [span(1, 0, 1, 11)]);
    expect(found.get('one')!.spans).toEqual([{ from: 17 / length, to: 28 / length }]);
    expect(found.get('two')!.spans).toEqual([]);
  });

  test('[CV1] a shot over a scene border covers both scenes up to it', () => {
    const { scenes: found } = coverageOf(script, scenes, [span(3, 0, 5, 4)]);
    expect(found.get('one')!.spans.at(-1)!.to).toBe(1);
    expect(found.get('two')!.spans[0]!.from).toBe(0);
  });

  test('[CV3] overlapping shots cover a word once and make one span', () => {
    const { scenes: found } = coverageOf(script, scenes, [span(1, 0, 1, 11), span(1, 4, 3, 13), span(1, 0, 1, 3)]);
    expect([found.get('one')!.spans.length, found.get('one')!.coveredWords]).toEqual([1, 5]);
  });

  test('[CV1] a span past the end of the script ends with it', () => {
    const { scenes: found } = coverageOf(script, scenes, [span(6, 0, 99, 5)]);
    expect(found.get('two')!.spans.at(-1)!.to).toBe(1);
  });
});
