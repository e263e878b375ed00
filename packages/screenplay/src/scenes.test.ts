import { describe, expect, test } from 'vitest';
import { readFountain } from './fountain/readFountain.ts';
import { finalDraftLetter } from './layout/profile.ts';
import { formatEighths, numberScenes, readScenes, sceneEighths, sceneLines } from './scenes.ts';
import { element } from './testing/script.ts';

describe('scenes', () => {
  const { elements } = readFountain('Before.\n\nINT. A\n\nx\n\nINT. B #2A#\n\ny\n\nINT. C\n');

  test('[SC1] a scene runs from a heading to the next; what stands before the first belongs to none', () => {
    const scenes = readScenes(elements);
    expect(scenes.map((s) => [s.id, s.from, s.to])).toEqual([
      ['e2', 1, 3],
      ['e4', 3, 5],
      ['e6', 5, 6],
    ]);
    expect(readScenes([])).toEqual([]);
  });

  test('[SC1] an omitted heading is an omitted scene', () => {
    const omitted = [element('heading', 'INT. A', { omitted: true }), element('heading', 'INT. B')];
    expect(readScenes(omitted).map((s) => s.isOmitted)).toEqual([true, false]);
  });

  test('[SC2] fixed numbers stay and the others count on around them', () => {
    const heading = (number?: string) => element('heading', 'INT. A', number === undefined ? {} : { number });
    expect(readScenes(elements).map((s) => s.number)).toEqual(['1', '2A', '3']);
    expect(numberScenes([heading(), heading('1'), heading()])).toEqual(['2', '1', '3']);
    expect(numberScenes([heading('7'), heading(), heading('X'), heading()])).toEqual(['7', '8', 'X', '9']);
    expect(numberScenes([heading('3'), heading('4'), heading('3A'), heading()])).toEqual(['3', '4', '3A', '5']);
  });

  test('[SC2] a number written before the words is fixed', () => {
    const headings = ['12、夜班公交车 夜 内', '第13场 环路', '码头 日 外'].map((text) => element('heading', text));
    expect(numberScenes(headings)).toEqual(['12', '13', '14']);
  });
});

describe('length', () => {
  test('[SC3] an eighth that is begun counts, and no scene is shorter than one', () => {
    expect([0, 1, 6, 7, 14, 55, 56].map(sceneEighths)).toEqual([1, 1, 1, 2, 3, 8, 9]);
  });

  test('[SC3] eighths read as the trade writes them', () => {
    expect([1, 3, 8, 16, 23].map(formatEighths)).toEqual(['1/8', '3/8', '1', '2', '2 7/8']);
  });

  test('[SC4] a scene is as high as its blocks with the blank lines above them; notes take no room', () => {
    const { elements } = readFountain('INT. A\n\nx\n\n[[n]]\n\nBOB\nHi.\n(y)\nHo.\n\nINT. B\n\nz\n');
    const [first, second] = readScenes(elements);
    expect(sceneLines(elements, first!, finalDraftLetter)).toBe(2 + 1 + 1 + 1 + 1 + 1 + 1 + 1 + 1);
    expect(sceneLines(elements, second!, finalDraftLetter)).toBe(5);
  });

  test('[SC4] a dual dialogue is as high as its taller side', () => {
    const { elements } = readFountain('INT. A\n\nBOB\nHi.\n\nANN ^\n(y)\nHo.\n\nx\n');
    expect(sceneLines(elements, readScenes(elements)[0]!, finalDraftLetter)).toBe(3 + 1 + 3 + 2);
  });
});
