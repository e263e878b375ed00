import type { Element } from '@tramline/screenplay';
import { expect, test } from 'vitest';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { changedWords } from './changedWords.ts';

const elements: readonly Element[] = [
  { id: 'a', type: 'action', text: 'Rain on the roof.', attrs: {} },
  { id: 'd', type: 'dialogue', text: 'It holds at ninety.', attrs: {} },
];

function shot(seen: string[], now: { id: string; text: string; from: number }[], changed = ['words']): ShotView {
  const words = now.map((line) => ({ type: 'action', ...line }));
  return {
    id: 's',
    place: {
      state: 'placed',
      start: { ordinal: elements.findIndex(({ id }) => id === now[0]!.id), offset: now[0]!.from },
      end: { ordinal: elements.findIndex(({ id }) => id === now.at(-1)!.id), offset: 0 },
    },
    words,
    gates: {
      prompt: {
        state: 'stale',
        changed,
        since: { content: { words: seen.map((text) => ({ type: 'action', text })) } },
      },
      script: { state: 'none' },
    },
  } as unknown as ShotView;
}
const shown = (of: ShotView) =>
  changedWords(of, elements).map(({ start, end }) => elements[start.ordinal]!.text.slice(start.offset, end.offset));

test('the words that came since the approval, in the middle of an element', () => {
  expect(shown(shot(['holds at eighty.'], [{ id: 'd', text: 'holds at ninety.', from: 3 }]))).toEqual(['ninety']);
});

test('words over two elements are parted', () => {
  const both = [
    { id: 'a', text: 'on the roof.', from: 5 },
    { id: 'd', text: 'It holds at ninety.', from: 0 },
  ];
  expect(shown(shot(['on the roof.'], both))).toEqual(['It holds at ninety.']);
  expect(shown(shot(['on the tree.', 'He holds at ninety.'], both))).toEqual(['roof', 'It']);
});

test('nothing is marked when words only went, or when something else changed', () => {
  expect(shown(shot(['It only holds at ninety.'], [{ id: 'd', text: 'It holds at ninety.', from: 0 }]))).toEqual([]);
  expect(shown(shot(['x'], [{ id: 'd', text: 'It holds at ninety.', from: 0 }], ['shot']))).toEqual([]);
});
