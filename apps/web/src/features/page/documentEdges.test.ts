import { expect, test } from 'vitest';
import { edgeOf } from './documentEdges.ts';

const press = (key: string, more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  edgeOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });

test('Ctrl with Home and End, and Command with arrows, go to the edges of the script', () => {
  expect([press('Home', { ctrlKey: true }), press('End', { ctrlKey: true })]).toEqual(['first', 'last']);
  expect([press('ArrowUp', { metaKey: true }), press('ArrowDown', { metaKey: true })]).toEqual(['first', 'last']);
});

test('the plain keys, and those with Alt, stay the browser’s', () => {
  expect([press('Home'), press('End'), press('ArrowDown')]).toEqual([undefined, undefined, undefined]);
  expect(press('End', { ctrlKey: true, altKey: true })).toBeUndefined();
});
