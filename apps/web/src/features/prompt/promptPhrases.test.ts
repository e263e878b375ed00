import type { CompiledPrompt } from '@tramline/shots';
import { expect, test } from 'vitest';
import { addedStretches, readPhrases } from './promptPhrases.ts';

const prompt: CompiledPrompt = {
  text: 'Medium shot. Jun says: “It holds ninety kilos.”',
  negative: 'text',
  parameters: {},
  warnings: [],
  dropped: [],
  map: [
    { start: 0, end: 11, in: 'text', field: 'size' },
    { start: 11, end: 13, in: 'text' },
    { start: 13, end: 47, in: 'text', field: 'dialogue', words: { element: 'e1', from: 0, to: 22 } },
    { start: 0, end: 4, in: 'negative', field: 'avoid' },
  ],
  length: { used: 10, max: 1024, unit: 'tokens' },
  model: 'veo-3.1',
  language: 'en',
  compiler: '1.0.0',
};

test('phrases lie end to end, give back the text, and say where they come from', () => {
  const phrases = readPhrases(prompt, 'text');
  expect(phrases.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('')).toBe(prompt.text);
  expect(phrases.map(({ source }) => source?.field ?? null)).toEqual(['size', null, 'dialogue']);
  expect(readPhrases(prompt, 'negative').map(({ source }) => source?.field)).toEqual(['avoid']);
});

test('a changed word is cut out of its phrase, also across an edge between phrases', () => {
  const at = prompt.text.indexOf('ninety');
  const [, , speech] = readPhrases(prompt, 'text', [{ start: at, end: at + 6 }]);
  expect(speech?.pieces.filter(({ isChanged }) => isChanged)).toEqual([{ text: 'ninety', isChanged: true }]);
  const [size, join] = readPhrases(prompt, 'text', [{ start: 7, end: 12 }]);
  expect([size?.pieces, join?.pieces]).toEqual([
    [
      { text: 'Medium ', isChanged: false },
      { text: 'shot', isChanged: true },
    ],
    [
      { text: '.', isChanged: true },
      { text: ' ', isChanged: false },
    ],
  ]);
});

test('what was added is found in the new text, without the spaces around it', () => {
  const parts = [
    { kind: 'same', text: 'holds ' },
    { kind: 'removed', text: 'eighty ' },
    { kind: 'added', text: 'ninety ' },
    { kind: 'same', text: 'kilos' },
  ] as const;
  expect(addedStretches(parts)).toEqual([{ start: 6, end: 12 }]);
});
