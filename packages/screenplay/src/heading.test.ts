import { describe, expect, test } from 'vitest';
import { type IntExt, parseHeading, sceneTitle } from './heading.ts';

type Case = readonly [text: string, intExt: IntExt | undefined, location: string, time: string, number?: string];

const parts = (text: string) => {
  const { intExt, location, time, number } = parseHeading(text);
  return [text, intExt, location, time, ...(number === undefined ? [] : [number])];
};

describe('English', () => {
  test.each<Case>([
    ['INT. NIGHT BUS - LOWER DECK - NIGHT', 'INT', 'NIGHT BUS - LOWER DECK', 'NIGHT'],
    ['EXT. RING ROAD - CONTINUOUS', 'EXT', 'RING ROAD', 'CONTINUOUS'],
    ['int./ext. car - day (flashback)', 'INT/EXT', 'car', 'day (flashback)'],
    ['INT/EXT CAR', 'INT/EXT', 'CAR', ''],
    ['EXT./INT. CAR', 'INT/EXT', 'CAR', ''],
    ['I/E CAR – THE NEXT DAY', 'INT/EXT', 'CAR', 'THE NEXT DAY'],
    ['E/I CAR', 'INT/EXT', 'CAR', ''],
    ['INT. HOUSE. DAY.', 'INT', 'HOUSE', 'DAY'],
    ['EXT. STREET, DAY', 'EXT', 'STREET', 'DAY'],
    ['INT. HOUSE', 'INT', 'HOUSE', ''],
    ['INT HOUSE -- DAY', 'INT', 'HOUSE', 'DAY'],
    ['EXT. - NIGHT', 'EXT', '', 'NIGHT'],
    ['INT. NIGHT', 'INT', '', 'NIGHT'],
    ['EST LONDON - 3 A.M.', 'EST', 'LONDON', '3 A.M.'],
    ['INT. BAR - TWO HOURS LATER', 'INT', 'BAR', 'TWO HOURS LATER'],
    ['INT. BAR - MID-MORNING', 'INT', 'BAR', 'MID-MORNING'],
    ['INT. BAR - 10:30PM', 'INT', 'BAR', '10:30PM'],
    ['INT. ROOM - 12', 'INT', 'ROOM - 12', ''],
    ['INT. DAY CARE - LATER THAT NIGHT', 'INT', 'DAY CARE', 'LATER THAT NIGHT'],
    ['EXT. THE NIGHT MARKET', 'EXT', 'THE NIGHT MARKET', ''],
    ['INT. BUS - 上海 - 夜', 'INT', 'BUS - 上海', '夜'],
    ['12. INT. HOUSE', 'INT', 'HOUSE', '', '12'],
    ['A PLACE - DUSK', undefined, 'A PLACE', 'DUSK'],
    ['NIGHT', undefined, 'NIGHT', ''],
    ['INTERIOR DESIGN', undefined, 'INTERIOR DESIGN', ''],
    ['INT.', 'INT', '', ''],
    ['', undefined, '', ''],
  ])('[SC5] %s', (text, ...rest) => {
    expect(parts(`${text}`)).toEqual([text, ...rest]);
  });
});

describe('Chinese', () => {
  test.each<Case>([
    ['12、夜班公交车 下层 夜 内', 'INT', '夜班公交车 下层', '夜', '12'],
    ['内景 夜班公交车 - 夜', 'INT', '夜班公交车', '夜'],
    ['外景 地下车库 黄昏', 'EXT', '地下车库', '黄昏'],
    ['1-1 日 内 沪上 张家', 'INT', '沪上 张家', '日', '1-1'],
    ['3、家·客厅 清晨 外', 'EXT', '家·客厅', '清晨', '3'],
    ['1. 内景 咖啡馆 日', 'INT', '咖啡馆', '日', '1'],
    ['12A、码头 夜 外', 'EXT', '码头', '夜', '12A'],
    ['第1场 咖啡馆 夜/外', 'EXT', '咖啡馆', '夜', '1'],
    ['第十二场：码头 日内', 'INT', '码头', '日', '十二'],
    ['内/外 车里，夜', 'INT/EXT', '车里', '夜'],
    ['内外景。车里。夜', 'INT/EXT', '车里', '夜'],
    ['内景.车厢 - 深夜', 'INT', '车厢', '深夜'],
    ['内蒙古 日 外', 'EXT', '内蒙古', '日'],
    ['夜市 夜 夜 外', 'EXT', '夜市 夜', '夜'],
    ['码头 外 内', 'INT', '码头 外', ''],
    ['他的家', undefined, '他的家', ''],
    ['12层 夜', undefined, '12层', '夜'],
    ['内', 'INT', '', ''],
  ])('[SC6] %s', (text, ...rest) => {
    expect(parts(`${text}`)).toEqual([text, ...rest]);
  });
});

test.each([
  ['INT. NIGHT BUS - LOWER DECK - NIGHT', 'Night bus, lower deck'],
  ['INT. Vine Street - DAY', 'Vine Street'],
  ['12、夜班公交车 下层 夜 内', '夜班公交车 下层'],
  ['EXT. - NIGHT', 'EXT. - NIGHT'],
  [' INT. ', 'INT.'],
  ['', ''],
])('[SC7] in a list, %j is called %j', (text, title) => {
  expect(sceneTitle(text)).toBe(title);
});
