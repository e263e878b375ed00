import { expect, test } from 'vitest';
import { idsFrom } from '../fountain/readFountain.ts';
import { leaveOut, restoreDropped, retype } from './correctRecognition.ts';
import { readLines } from './readLines.ts';
import { recogniseElements } from './recogniseElements.ts';
import type { Recognition } from './recognition.ts';

const text = '20、卫生间 日 内\n张三：（低声）好。\n第 3 页\n△他走了。\n注：明天拍';
const lines = readLines(text);
const recognition = recogniseElements(lines, { newId: idsFrom('e') });
const correction = { lines, recognition, newId: idsFrom('n') };
const outline = (r: Recognition) => r.recognised.map(({ element: e }) => [e.type, e.text]);

test('[RG16] an element of its own line becomes another and keeps its words and id', () => {
  const changed = retype(correction, 4, 'dialogue').recognised[4]!;
  expect(changed.element).toEqual({ ...recognition.recognised[4]!.element, type: 'dialogue' });
  expect([changed.reason, changed.confidence]).toEqual(['person', 'sure']);
});

test('[RG16] a speech becomes one element with the whole line, a heading gets its number back', () => {
  expect(outline(retype(correction, 2, 'action'))[1]).toEqual(['action', '张三：（低声）好。']);
  expect(outline(retype(correction, 0, 'action'))[0]).toEqual(['action', '20、卫生间 日 内']);
});

test('[RG16] and back: as a cue it is parted, as a heading its number is taken off', () => {
  const once = retype(correction, 2, 'action');
  const flat = retype({ ...correction, recognition: once }, 0, 'action');
  function retypeFlat(index: number, type: 'character' | 'heading') {
    return retype({ ...correction, recognition: flat }, index, type);
  }
  expect(outline(retypeFlat(1, 'character')).slice(1, 4)).toEqual(outline(recognition).slice(1, 4));
  expect(retypeFlat(0, 'heading').recognised[0]!.element.attrs).toEqual({ number: '20' });
});

test('[RG16] dropped words come back at their place, left out ones are listed', () => {
  expect(recognition.dropped.map((d) => d.text)).toEqual(['第 3 页']);
  const back = restoreDropped(correction, 0);
  expect(outline(back)[4]).toEqual(['action', '第 3 页']);
  expect(back.dropped).toEqual([]);
  const less = leaveOut(correction, 0);
  expect(less.dropped[0]).toMatchObject({ text: '20 卫生间 日 内', reason: 'person' });
  expect(outline(less)[0]).toEqual(['character', '张三']);
});

test('[RG16] a place that is not there is a mistake', () => {
  expect(() => retype(correction, 99, 'action')).toThrow(RangeError);
  expect(() => restoreDropped(correction, 9)).toThrow(RangeError);
  expect(() => leaveOut(correction, 99)).toThrow(RangeError);
});
