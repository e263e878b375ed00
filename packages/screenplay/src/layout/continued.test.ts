import { expect, test } from 'vitest';
import type { Element } from '../element.ts';
import { readFountain } from '../fountain/readFountain.ts';
import { element } from '../testing/script.ts';
import { isContinued } from './continued.ts';

const cues = (elements: readonly Element[]) =>
  elements.flatMap((e, i) => (e.type === 'character' ? [isContinued(elements, i)] : []));
const read = (source: string) => cues(readFountain(source).elements);

test("[PG12] (CONT'D) is derived for the same speaker after action in the same scene", () => {
  const script = [
    'BOB\nHi.',
    'He sits.',
    'BOB (V.O.)\nSo.',
    'ANN\nYes.',
    'She nods.',
    'BOB\nNo.',
    'INT. B',
    'BOB\nAgain.',
  ];
  expect(read(script.join('\n\n'))).toEqual([false, true, false, false, false]);
});

test('[PG12] not without action between, not when the cue says so, not in dual dialogue, not after a transition', () => {
  expect(read('BOB\nHi.\n\nBOB\nHo.')).toEqual([false, false]);
  expect(read("BOB\nHi.\n\nx\n\nBOB (CONT'D)\nHo.\n\ny\n\nBOB (cont’d)\nHo.")).toEqual([false, false, false]);
  expect(read('BOB\nHi.\n\nANN ^\nHo.\n\nx\n\nANN\nHe.\n\nx\n\nBOB\nHi.\n\nBOB ^\nHi.')).toEqual(Array(5).fill(false));
  expect(read('BOB\nHi.\n\nx\n\n> CUT\n\nBOB\nHo.')).toEqual([false, false]);
  expect(isContinued([element('action', 'x')], 0)).toBe(false);
});

test('[PG12] notes and synopses do not come between, general words count as action', () => {
  expect(read('BOB\nHi.\n\n[[n]]\n\n= s\n\nx\n\nBOB\nHo.')).toEqual([false, true]);
  expect(cues([element('character', 'B'), element('general', 'x'), element('character', 'B')])).toEqual([false, true]);
});
