import { expect, test } from 'vitest';
import { pathInside } from './pathInside.ts';

test('a path of this site is kept, with its query', () => {
  expect(pathInside('/invitations/abc?x=1')).toBe('/invitations/abc?x=1');
});

test.each([undefined, '', '//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:alert(1)', '/a\nb'])(
  'anything else leads to the projects: %j',
  (asked) => {
    expect(pathInside(asked)).toBe('/projects');
  },
);
