import { expect, test } from 'vitest';
import { choiceCookie, chooseLocale } from './locale.ts';
import { themeOf } from './theme.ts';

test.each([
  ['zh', 'en-GB,en', 'zh'],
  ['en', 'zh-CN', 'en'],
  [undefined, 'zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
  [undefined, 'de-DE,fr;q=0.8,zh-TW;q=0.5', 'zh'],
  [undefined, 'de', 'en'],
  [undefined, null, 'en'],
  ['xx', 'zh', 'zh'],
])('the cookie %j and the wish %j give %j', (cookie, wish, locale) => {
  expect(chooseLocale(cookie, wish)).toBe(locale);
});

test('a choice is kept for a year on every path', () => {
  expect(choiceCookie('theme', 'dark')).toBe('theme=dark; path=/; max-age=31536000; samesite=lax');
});

test('an unknown theme follows the system', () => {
  expect(themeOf('dark')).toBe('dark');
  expect(themeOf('sepia')).toBe('system');
  expect(themeOf(undefined)).toBe('system');
});
