import type { PresenceEntry } from '@tramline/wire';
import { expect, test } from 'vitest';
import { otherPeople, peopleByScene, peopleIn } from './peopleHere.ts';

const entry = (connectionId: string, userId: string, sceneId?: string, scriptId = 's'): PresenceEntry => ({
  connectionId,
  userId,
  name: userId.toUpperCase(),
  screen: 'script',
  scriptId,
  ...(sceneId ? { sceneId } : {}),
});
const here = { scriptId: 's', myId: 'me' };

test('a person with two tabs in a scene is one dot; oneself and other scripts are none', () => {
  const people = peopleByScene(
    [entry('1', 'wen', 'a'), entry('2', 'wen', 'a'), entry('3', 'me', 'a'), entry('4', 'noor', 'a', 'other')],
    here,
  );
  expect([...people]).toEqual([['a', [{ id: 'wen', name: 'WEN' }]]]);
});

test('a scene that nobody came to or left keeps its list', () => {
  const before = peopleByScene([entry('1', 'wen', 'a')], here);
  const after = peopleByScene([entry('1', 'wen', 'a'), entry('2', 'noor', 'b')], { ...here, before });
  expect(peopleIn(after, 'a')).toBe(peopleIn(before, 'a'));
  expect(peopleIn(after, 'c')).toBe(peopleIn(before, 'c'));
});

test('the people of the project are the others, each once', () => {
  expect(otherPeople([entry('1', 'wen'), entry('2', 'wen', 'a'), entry('3', 'me')], 'me')).toEqual([
    { id: 'wen', name: 'WEN' },
  ]);
});
