import { expect, test } from 'vitest';
import { CommitCounter } from './commitCounter.ts';

test('nothing is covered before the answer to the first step 1 has come back', () => {
  const commits = new CommitCounter();
  expect(commits.isCovered).toBe(false);
  commits.made();
  commits.acknowledge(commits.next());
  expect([commits.isCovered, commits.waiting]).toEqual([false, 1]);
  commits.acknowledge(commits.next('answer'));
  expect([commits.isCovered, commits.waiting]).toEqual([true, 0]);
});

test('a counter covers what was made before it and nothing after', () => {
  const commits = new CommitCounter();
  commits.acknowledge(commits.next('answer'));
  commits.made();
  const first = commits.next();
  commits.made();
  const second = commits.next();
  commits.acknowledge(first);
  expect([commits.isCovered, commits.waiting]).toEqual([false, 1]);
  commits.acknowledge(second);
  expect([commits.isCovered, commits.waiting]).toEqual([true, 0]);
});

test('what was made while away is covered by the next connection’s answer, not by an older counter', () => {
  const commits = new CommitCounter();
  commits.acknowledge(commits.next('answer'));
  commits.made();
  const lost = commits.next();
  commits.disconnect();
  commits.made();
  expect([commits.isCovered, commits.waiting]).toEqual([false, 2]);
  commits.acknowledge(lost);
  expect([commits.isCovered, commits.waiting]).toEqual([false, 2]);
  commits.acknowledge(commits.next('answer'));
  expect([commits.isCovered, commits.waiting]).toEqual([true, 0]);
});

test('a counter that was never sent says nothing', () => {
  const commits = new CommitCounter();
  commits.next('answer');
  commits.acknowledge(99);
  expect([commits.acknowledged, commits.isCovered]).toEqual([0, false]);
});
