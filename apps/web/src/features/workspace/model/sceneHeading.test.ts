import { expect, test } from 'vitest';
import { readSceneHeading } from './sceneHeading.ts';

test.each([
  ['INT. NIGHT BUS - LOWER DECK - NIGHT', { intExt: 'INT', place: 'Night bus, lower deck', time: 'NIGHT' }],
  ['ext. Vine Street - moments later', { intExt: 'EXT', place: 'Vine Street', time: 'moments later' }],
  ['INT./EXT. CAR - DAY', { intExt: 'INT/EXT', place: 'Car', time: 'DAY' }],
  ['EXT. DAY', { intExt: 'EXT', place: 'Day', time: '' }],
  ['FLYOVER', { intExt: '', place: 'Flyover', time: '' }],
  ['INTERIOR LIFE', { intExt: '', place: 'Interior life', time: '' }],
  ['', { intExt: '', place: '', time: '' }],
  ['INT.', { intExt: 'INT', place: '', time: '' }],
  ['12、夜班公交车 下层 夜 内', { intExt: '内', place: '夜班公交车 下层', time: '夜' }],
  ['内景. 调度室 - 夜', { intExt: '内', place: '调度室', time: '夜' }],
  ['夜 外 环路', { intExt: '外', place: '环路', time: '夜' }],
  ['INT. 琴行 - 日', { intExt: 'INT', place: '琴行, 日', time: '' }],
])('a list shows the parts of %j', (text, parts) => {
  expect(readSceneHeading(text)).toEqual(parts);
});
