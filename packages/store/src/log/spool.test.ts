import { mkdtempSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { LogEntry } from './logEntry.ts';
import { readSpool, Spool } from './spool.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'spool-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (): string => path.join(folder, 'edits.spool');
function entry(name: string): LogEntry {
  return {
    documentId: name,
    generation: 1,
    userId: 'u',
    sessionId: 's',
    clientId: 7,
    bytes: Buffer.from(`words of ${name}`),
  };
}
async function spoolOf(...names: string[]): Promise<Spool> {
  const spool = await Spool.open(folder, () => {});
  for (const name of names) spool.add(entry(name));
  await spool.settled();
  return spool;
}
const left = (spool: Spool): string[] =>
  spool.left.map(({ documentId, bytes }) => `${documentId}: ${Buffer.from(bytes)}`);

test('what was put in is found by the next process, in order', async () => {
  await (await spoolOf('a', 'b', 'a')).close();
  const spool = await spoolOf();
  expect(left(spool)).toEqual(['a: words of a', 'b: words of b', 'a: words of a']);
  await spool.close();
});

test('wherever the file was torn, every whole record before the tear is found and the rest is cut off', async () => {
  await (await spoolOf('a', 'b')).close();
  const whole = readFileSync(file());
  const second = readSpool(whole).goodBytes / 2;
  for (let length = whole.byteLength - 1; length >= 0; length -= 7) {
    truncateSync(file(), length);
    const spool = await spoolOf();
    expect(left(spool)).toEqual(length >= second ? ['a: words of a'] : []);
    await spool.close();
    expect(readFileSync(file()).byteLength).toBe(length >= second ? second : 0);
  }
});

test('a record with a changed byte ends the reading', async () => {
  await (await spoolOf('a', 'b')).close();
  const bytes = readFileSync(file());
  bytes[bytes.byteLength - 1]! ^= 1;
  expect(readSpool(bytes).entries.map(({ documentId }) => documentId)).toEqual(['a']);
});

test('a cleared spool is empty and can be used again', async () => {
  const spool = await spoolOf('a');
  spool.clear();
  spool.add(entry('b'));
  await spool.close();
  expect(left(await spoolOf())).toEqual(['b: words of b']);
});

test('what the database will never take is kept in a file of its own', async () => {
  const spool = await spoolOf('a');
  spool.setAside(entry('lost'));
  await spool.close();
  const { entries } = readSpool(readFileSync(path.join(folder, 'refused.spool')));
  expect(entries.map(({ documentId }) => documentId)).toEqual(['lost']);
});
