import { describe, expect, test } from 'vitest';
import type { ElementType } from './element.ts';
import {
  type CaretPlace,
  digitTypes,
  nextOnEnter,
  nextOnTab,
  placeOfCaret,
  typeForDigit,
  typingRules,
} from './typing.ts';

/** The whole table as it is meant: per type Enter and Tab when empty, at the start, in the middle, at the end; Shift-Tab. */
const table = `
type          | Enter: empty | start                  | middle          | end            | Tab: empty         | start | middle | end               | Shift-Tab
heading       | menu         | addBefore action       | split action    | add action     | turn action        | stay  | stay   | add action        | turn transition
action        | menu         | addBefore action       | split action    | add action     | turn character     | stay  | stay   | add character     | turn heading
character     | menu         | addBefore action       | split dialogue  | add dialogue   | turn action        | stay  | stay   | add parenthetical | turn action
parenthetical | menu         | addBefore dialogue     | split dialogue  | add dialogue   | turn dialogue      | stay  | stay   | add dialogue      | turn character
dialogue      | menu         | addBefore dialogue     | split dialogue  | add action     | turn parenthetical | stay  | stay   | add parenthetical | turn character
lyrics        | menu         | addBefore lyrics       | split lyrics    | add action     | turn parenthetical | stay  | stay   | add parenthetical | turn dialogue
transition    | menu         | addBefore action       | split heading   | add heading    | turn action        | stay  | stay   | add heading       | turn character
shot          | menu         | addBefore action       | split action    | add action     | turn action        | stay  | stay   | add action        | turn action
general       | menu         | addBefore general      | split general   | add general    | turn action        | stay  | stay   | add action        | turn action
centered      | menu         | addBefore centered     | split centered  | add action     | turn action        | stay  | stay   | add action        | turn action
section       | menu         | addBefore section      | split action    | add heading    | turn synopsis      | stay  | stay   | add synopsis      | turn heading
synopsis      | menu         | addBefore synopsis     | split synopsis  | add action     | turn action        | stay  | stay   | add action        | turn section
note          | menu         | addBefore action       | split note      | add action     | turn action        | stay  | stay   | add action        | turn action
pageBreak     | add action   | add action             | add action      | add action     | add action         | add action | add action | add action  | stay
actStart      | menu         | addBefore action       | split heading   | add heading    | turn action        | stay  | stay   | add heading       | turn actEnd
actEnd        | menu         | addBefore action       | split actStart  | add actStart   | turn action        | stay  | stay   | add actStart      | turn actStart
`;

const rows = table
  .trim()
  .split('\n')
  .slice(1)
  .map((row) => row.split('|').map((cell) => cell.trim()));
const places: CaretPlace[] = ['empty', 'start', 'middle', 'end'];
const said = (step: ReturnType<typeof nextOnEnter>) =>
  step.step === 'stay' || step.step === 'menu' ? step.step : `${step.step} ${step.type}`;

test('[TY1] every element type has a row', () => {
  expect(rows.map(([type]) => type)).toEqual(Object.keys(typingRules));
});

describe.each(rows)('%s', (name, ...cells) => {
  const type = name as ElementType;

  test.each(places.map((place, i) => [place, cells[i]!] as const))('[TY1] Enter, %s: %s', (place, wanted) => {
    expect(said(nextOnEnter(type, place))).toBe(wanted);
  });

  test.each(places.map((place, i) => [place, cells[i + 4]!] as const))('[TY2] Tab, %s: %s', (place, wanted) => {
    expect(said(nextOnTab(type, place))).toBe(wanted);
  });

  test.each(places)('[TY3] Shift-Tab is the same everywhere: %s', (place) => {
    expect(said(nextOnTab(type, place, 'shiftTab'))).toBe(cells[8]);
  });
});

test('[TY4] Enter on an empty line opens the menu, and Enter again takes a heading', () => {
  expect(nextOnEnter('action', 'empty')).toEqual({ step: 'menu', type: 'heading' });
});

test('[TY5] after dialogue and lyrics, the preference decides; nowhere else', () => {
  const preferences = { afterDialogue: 'character' } as const;
  const next = (type: ElementType, place: CaretPlace) => said(nextOnEnter(type, place, preferences));
  expect([next('dialogue', 'end'), next('lyrics', 'end')]).toEqual(['add character', 'add character']);
  expect(next('dialogue', 'middle')).toBe('split dialogue');
  expect(next('action', 'end')).toBe('add action');
  expect(said(nextOnEnter('dialogue', 'end', { afterDialogue: 'action' }))).toBe('add action');
});

test('[TY6] the digits 1 to 9 set a type each', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9].map(typeForDigit)).toEqual([
    ...['heading', 'action', 'character', 'parenthetical', 'dialogue', 'transition', 'shot', 'lyrics', 'general'],
  ]);
  expect([0, 10, -1, 1.5, Number.NaN].map(typeForDigit)).toEqual(Array(5).fill(undefined));
  expect(digitTypes.length).toBe(9);
});

test('[TY7] a caret stands at the start, in the middle or at the end, and nowhere in an empty element', () => {
  expect([placeOfCaret('', 0), placeOfCaret('ab', 0), placeOfCaret('ab', 1), placeOfCaret('ab', 2)]).toEqual(places);
});
