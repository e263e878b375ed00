import { expect, test } from 'vitest';
import { cssString, sceneNumberRules } from './sceneNumbers.ts';

test('an English number stands in both margins, a Chinese one before the heading', () => {
  const scenes = [{ id: 'a', number: '12A' }];
  expect(sceneNumberRules(scenes, 'en')).toBe(
    '.script>[data-id="a"]::before,.script>[data-id="a"]::after{content:"12A"}',
  );
  expect(sceneNumberRules(scenes, 'zh')).toBe('.script>[data-id="a"]::before{content:"12A、"}');
});

test('a number or an id cannot break out of its rule', () => {
  expect(cssString('a"}*{\\')).toBe('"a\\"}*{\\\\"');
});
