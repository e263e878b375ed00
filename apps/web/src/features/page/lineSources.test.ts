import { expect, test } from 'vitest';
import type { ShotView, WorkspaceModel } from '../workspace/model/workspaceModel.ts';
import type { LineSource } from './lineLayer.ts';
import { lineSources, neighbourOf, shotAt } from './lineSources.ts';

const elements = [{ id: 'e', type: 'action', text: 'word '.repeat(200), attrs: {} }];
const shot = (id: string, from: number, to: number, state = 'none') =>
  ({
    id,
    label: id,
    hue: 'line-teal',
    lane: 0,
    sceneId: 's',
    gates: { prompt: { state } },
    words: [],
    place: { state: 'placed', start: { ordinal: 0, offset: from }, end: { ordinal: 0, offset: to } },
  }) as unknown as ShotView;
const orphan = { ...shot('x', 0, 0), place: { state: 'orphaned', quote: 'gone' } } as ShotView;
const read = (shots: ShotView[], filter: Parameters<typeof lineSources>[1]['filter'] = 'all') =>
  lineSources({ shots, elements } as unknown as WorkspaceModel, {
    language: 'en',
    positionOf: ({ offset }) => offset + 1,
    nameOf: ({ label }) => `Shot ${label}`,
    filter,
  });

test('a line stands beside the words of its shot; an orphaned shot has none', () => {
  const [line, ...others] = read([shot('12A', 3, 9), orphan]);
  expect(others).toEqual([]);
  expect(line).toMatchObject({ id: '12A', name: 'Shot 12A', colour: 'var(--line-teal)', from: 4, to: 10 });
});

test('a state is a shape first: dotted, straight, zigzag', () => {
  expect(
    read([shot('a', 0, 1), shot('b', 0, 1, 'approved'), shot('c', 0, 1, 'stale')]).map(({ look }) => look),
  ).toEqual(['dotted', 'straight', 'zigzag']);
});

test('a filter leaves the lines of one state', () => {
  expect(read([shot('a', 0, 1), shot('b', 0, 1, 'stale')], 'stale').map(({ id }) => id)).toEqual(['b']);
});

test('lines that touch stand side by side, the shorter nearer to the words; apart they share a lane', () => {
  const lanes = (shots: ShotView[]) => read(shots).map(({ id, lane }) => [id, lane]);
  expect(lanes([shot('long', 0, 500), shot('short', 100, 150)])).toEqual([
    ['long', 1],
    ['short', 0],
  ]);
  expect(lanes([shot('above', 0, 50), shot('below', 600, 650)])).toEqual([
    ['above', 0],
    ['below', 0],
  ]);
});

test('from the fifth lane on all lines of the scene are narrow', () => {
  const nested = [0, 1, 2, 3, 4].map((n) => shot(`${n}`, 0, 100 + n * 60));
  expect(read(nested.slice(0, 4)).some(({ isTight }) => isTight)).toBe(false);
  expect(read(nested).every(({ isTight }) => isTight)).toBe(true);
});

test('where shots overlap, the words light the shortest one', () => {
  const lines = read([shot('long', 0, 20), shot('short', 5, 8)]);
  expect([shotAt(lines, 7), shotAt(lines, 2), shotAt(lines, 40)]).toEqual(['short', 'long', null]);
});

test('walking goes through the lines in the order of the script and around its ends', () => {
  const lines = read([shot('b', 10, 12), shot('a', 0, 3)]) as LineSource[];
  expect([neighbourOf(lines, 'a', 1), neighbourOf(lines, 'b', 1), neighbourOf(lines, 'a', -1)]).toEqual([
    'b',
    'a',
    'b',
  ]);
  expect([neighbourOf(lines, null, 1), neighbourOf([], null, 1)]).toEqual(['a', null]);
});

test('a line is wavy along speeches that are heard from off camera, cue and all', () => {
  const script = [
    { id: 'c1', type: 'character', text: 'JUN (O.S.)', attrs: {} },
    { id: 'd1', type: 'dialogue', text: 'Who is there?', attrs: {} },
    { id: 'c2', type: 'character', text: 'IDA', attrs: {} },
    { id: 'd2', type: 'dialogue', text: 'Me.', attrs: {} },
  ];
  const covering = {
    ...shot('12A', 0, 0),
    words: [
      { id: 'c1', type: 'character', text: 'JUN (O.S.)', from: 0 },
      { id: 'd1', type: 'dialogue', cue: 'JUN (O.S.)', text: 'Who is there?', from: 0 },
      { id: 'c2', type: 'character', text: 'IDA', from: 0 },
      { id: 'd2', type: 'dialogue', cue: 'IDA', text: 'Me.', from: 0 },
    ],
    place: { state: 'placed', start: { ordinal: 0, offset: 0 }, end: { ordinal: 3, offset: 3 } },
  } as unknown as ShotView;
  const [line] = lineSources({ shots: [covering], elements: script } as unknown as WorkspaceModel, {
    language: 'en',
    positionOf: ({ ordinal, offset }) => 100 * ordinal + offset,
    nameOf: ({ label }) => label,
    filter: 'all',
  });
  expect(line!.offCamera).toEqual([{ from: 0, to: 113 }]);
});
