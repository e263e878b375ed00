import { beforeAll, expect, test, vi } from 'vitest';
import { initialsOf, spreadColours, whoColour } from './Avatar.tsx';

// Colours are spread in browsers only.
beforeAll(() => {
  vi.stubGlobal('window', {});
});

test('two letters stand for a name', () => {
  expect(initialsOf('Elif Aydın')).toBe('EA');
  expect(initialsOf('Noor van den Haddad')).toBe('NH');
  expect(initialsOf('ida')).toBe('I');
  expect(initialsOf('欧阳小骏')).toBe('小骏');
});

test('members of one project have different colours, however their ids fall', () => {
  const ids = ['a', 'g', 'm', 's', 'y', 'b'];
  expect(new Set(['a', 'g', 'm'].map(whoColour)).size).toBe(1);
  spreadColours(ids);
  expect(new Set(ids.map(whoColour)).size).toBe(6);
});

test('the first member keeps the colour of the id, and a seventh shares one', () => {
  spreadColours([]);
  const alone = whoColour('g');
  spreadColours(['g', 'a']);
  expect(whoColour('g')).toBe(alone);
  spreadColours(['1', '2', '3', '4', '5', '6', '7']);
  expect(whoColour('7')).toMatch(/^var\(--who-[1-6]\)$/);
});
