import { emptyShotFields } from '@tramline/shots';
import { describe, expect, test } from 'vitest';
import type { BeatView, SceneView, ShotView, WorkspaceModel } from '../workspace/model/workspaceModel.ts';
import { dropPlaceAt, ROW_HEIGHTS, readShotList, rowsInSight, rowTops } from './listItems.ts';
import { orderAt } from './shotEdits.ts';
import { stepTarget } from './stepShot.ts';

const shotOf = (
  id: string,
  order: string,
  beat: string | null = null,
  state = 'none',
  sceneId: string | null = 'one',
): ShotView =>
  ({
    id,
    label: id,
    sceneId,
    place: sceneId ? { state: 'placed' } : { state: 'orphaned', quote: 'gone' },
    record: { id, order, beat, anchor: null, fields: { ...emptyShotFields(), durationFrames: 48 } },
    gates: { prompt: { state } },
  }) as unknown as ShotView;

/** Scene one: A and B in no beat, the beat "lever" with C and D, the beat "empty"; scene two: E; and an orphan. */
const shots = [
  shotOf('A', 'A1'),
  shotOf('B', 'B1', null, 'stale'),
  shotOf('C', 'C1', 'lever'),
  shotOf('D', 'D1', 'lever', 'stale'),
  shotOf('E', 'E1', null, 'none', 'two'),
  shotOf('O', 'F1', null, 'none', null),
];
const beats = ['lever', 'empty'].map(
  (id) =>
    ({
      id,
      title: id,
      sceneId: 'one',
      record: { id, order: id, title: id, anchor: null },
      shots: [],
    }) as unknown as BeatView,
);
const scenes = ['one', 'two', 'three'].map(
  (id) => ({ id, number: id, shots: shots.filter(({ sceneId }) => sceneId === id) }) as unknown as SceneView,
);
const model = { scenes, shots, beats, orphans: shots.slice(5) } as unknown as WorkspaceModel;
const rows = (filter: Parameters<typeof readShotList>[1]['filter'], folded: readonly string[] = []) =>
  readShotList(model, { filter, folded: new Set(folded) });
const keys = (list: ReturnType<typeof rows>) => list.items.map(({ key }) => key);

describe('the shot list', () => {
  test('shots stand by scene and beat, loose ones first, orphaned ones last; scenes without anything are left out', () => {
    const list = rows('all');
    expect(keys(list)).toEqual([
      'scene one',
      'A',
      'B',
      'beat one lever',
      'C',
      'D',
      'beat one empty',
      'scene two',
      'E',
      'orphans',
      'O',
    ]);
    expect(list).toMatchObject({ shown: 6, all: 6, seconds: 12 });
  });

  test('a filter keeps the shots that stand so, with their scenes and beats', () => {
    expect(keys(rows('stale'))).toEqual(['scene one', 'B', 'beat one lever', 'D']);
    expect(keys(rows('orphaned'))).toEqual(['orphans', 'O']);
    expect(rows('approved')).toMatchObject({ items: [], shown: 0, all: 6 });
  });

  test('a folded scene keeps its head and counts', () => {
    expect(keys(rows('all', ['one']))).toEqual(['scene one', 'scene two', 'E', 'orphans', 'O']);
  });

  test('only the rows in sight are drawn, and a few more', () => {
    const { items } = rows('all');
    const tops = rowTops(items, ROW_HEIGHTS);
    expect(tops.slice(0, 5)).toEqual([0, 36, 76, 116, 144]);
    expect(rowsInSight(tops, 76, 40, 0)).toEqual({ from: 2, to: 4 });
    expect(rowsInSight(tops, 0, 10_000)).toEqual({ from: 0, to: items.length });
    expect(rowsInSight([0], 0, 100)).toEqual({ from: 0, to: 0 });
  });

  test('a dragged shot lands in its own scene only, under the beat that it is dropped in', () => {
    const { items } = rows('all');
    const tops = rowTops(items, ROW_HEIGHTS);
    const at = (y: number, id = 'A') => dropPlaceAt(items, tops, id, y);
    expect(at(0)).toEqual({ beatId: null, at: 0, y: 36 });
    expect(at(146)).toEqual({ beatId: 'lever', at: 0, y: 144 });
    expect(at(186)).toEqual({ beatId: 'lever', at: 1, y: 184 });
    expect(at(9_999)).toEqual({ beatId: 'empty', at: 0, y: 252 });
    expect(at(100, 'O')).toBeUndefined();
  });

  test('a step goes one place on, and over the edge of a beat into the next one', () => {
    const ids = (id: string, by: 1 | -1) => {
      const target = stepTarget(model, id, by);
      return target && [target.beat, target.siblings.map((one) => one.id), target.at];
    };
    expect(ids('A', 1)).toEqual([null, ['B'], 1]);
    expect(ids('A', -1)).toBeUndefined();
    expect(ids('B', 1)).toEqual(['lever', ['C', 'D'], 0]);
    expect(ids('C', -1)).toEqual([null, ['A', 'B'], 2]);
    expect(ids('D', 1)).toEqual(['empty', [], 0]);
  });

  test('only the moved shot gets a new key, and it passes no shot of another group', () => {
    const all = shots.map(({ record }) => record);
    const order = orderAt(all, 'A', { siblings: [all[1]!], at: 1 }, () => 0.5);
    expect(order > 'B1' && order < 'C1').toBe(true);
    const first = orderAt(all, 'D', { siblings: [all[2]!], at: 0 }, () => 0.5);
    expect(first > 'B1' && first < 'C1').toBe(true);
    const behind = orderAt(all, 'A', { siblings: [], at: 0 }, () => 0.5);
    expect(behind > 'F1').toBe(true);
  });
});
