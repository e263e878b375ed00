import { expect, test } from 'vitest';
import { CommitLine } from './commitLine.ts';

test('what stands behind an edit runs when it and everything before it is committed, in order', () => {
  const line = new CommitLine();
  const ran: string[] = [];
  const first = line.add(3, () => ran.push('first'));
  const second = line.add(4, () => ran.push('second'));
  line.behind(() => ran.push('answer'));
  line.commit(second);
  expect(ran).toEqual([]);
  expect(line.bytes).toBe(7);
  line.commit(first);
  expect(ran).toEqual(['first', 'second', 'answer']);
  expect([line.bytes, line.isEmpty]).toEqual([0, true]);
});

test('with nobody in line it runs at once', () => {
  const line = new CommitLine();
  let ran = false;
  line.behind(() => {
    ran = true;
  });
  expect(ran).toBe(true);
  expect(line.waitedMs).toBe(0);
});

test('what is put in line while the line runs waits for its own commit', () => {
  const line = new CommitLine();
  const ran: string[] = [];
  const first = line.add(1, () => {
    line.add(1, () => ran.push('second'));
    line.behind(() => ran.push('behind second'));
    ran.push('first');
  });
  line.commit(first);
  expect(ran).toEqual(['first']);
  expect(line.isEmpty).toBe(false);
});

test('a dropped line forgets everybody', () => {
  const line = new CommitLine();
  const ran: string[] = [];
  const first = line.add(1, () => ran.push('first'));
  line.behind(() => ran.push('answer'));
  line.drop();
  line.commit(first);
  expect([ran, line.bytes]).toEqual([[], 0]);
});

test('order holds over thousands of edits that are committed in groups', () => {
  const line = new CommitLine();
  const ran: number[] = [];
  const waiting = Array.from({ length: 5000 }, (_, n) => line.add(1, () => ran.push(n)));
  for (let at = 0; at < 5000; at += 64) for (const one of waiting.slice(at, at + 64).reverse()) line.commit(one);
  expect(ran).toEqual(Array.from({ length: 5000 }, (_, n) => n));
});
