import { expect, test } from 'vitest';
import { guessScript, maxFileBytes, refuseFile } from './scriptFile.ts';

test('a file is refused by its ending, its emptiness or its size', () => {
  expect(refuseFile({ name: 'a.Fountain', size: 10 })).toBe(null);
  expect(refuseFile({ name: 'a.pdf', size: 10 })).toBe('file.format');
  expect(refuseFile({ name: 'fountain', size: 10 })).toBe('file.format');
  expect(refuseFile({ name: 'a.txt', size: 0 })).toBe('file.empty');
  expect(refuseFile({ name: 'a.txt', size: maxFileBytes })).toBe(null);
  expect(refuseFile({ name: 'a.txt', size: maxFileBytes + 1 })).toBe('file.tooBig');
});

test('the title comes from the title page, else from the file', () => {
  expect(guessScript('x.fountain', 'Title: _**Last Service**_\nCredit: by').title).toBe('Last Service');
  expect(guessScript('x.fountain', 'Title:\n    Last Service\n').title).toBe('Last Service');
  expect(guessScript('ring_road-diaries.fountain', 'INT. BUS - NIGHT').title).toBe('ring road diaries');
});

test('the language follows the words', () => {
  expect(guessScript('末班车.fountain', '12、夜班公交车 下层 夜 内\n△后排座椅').language).toBe('zh');
  expect(guessScript('a.txt', 'INT. BUS - NIGHT').language).toBe('en');
});
