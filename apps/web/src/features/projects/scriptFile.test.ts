import { maxFileBytes } from '@tramline/screenplay';
import { expect, test } from 'vitest';
import { guessScript, readScriptFile } from './scriptFile.ts';

const file = (name: string, words: string, size = words.length) => ({
  name,
  size,
  arrayBuffer: async () => new TextEncoder().encode(words).buffer as ArrayBuffer,
});

test('a script is read before anything is sent', async () => {
  expect(await readScriptFile(file('a.fountain', 'INT. BUS - NIGHT'))).toEqual({ ok: true, head: 'INT. BUS - NIGHT' });
});

test('what cannot come in says why', async () => {
  expect(await readScriptFile(file('a.txt', ''))).toEqual({ ok: false, code: 'file.empty' });
  expect(await readScriptFile(file('a.txt', 'x', maxFileBytes + 1))).toEqual({ ok: false, code: 'file.tooBig' });
  expect(await readScriptFile(file('a.pdf', '%PDF-1.7 x'))).toEqual({ ok: false, code: 'file.binary' });
});

test('what is no plain text is left for the server to read', async () => {
  expect(await readScriptFile(file('a.docx', 'PK'))).toEqual({ ok: true, head: '' });
  expect(await readScriptFile(file('a.fdx', ''))).toEqual({ ok: false, code: 'file.empty' });
});

test('a folder has no bytes', async () => {
  const folder = { name: 'scripts', size: 4096, arrayBuffer: () => Promise.reject(new Error('not a file')) };
  expect(await readScriptFile(folder)).toEqual({ ok: false, code: 'file.empty' });
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
