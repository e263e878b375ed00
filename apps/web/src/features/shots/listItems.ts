/** The shot list as rows of known height, so that a list of thousands draws only what is in sight. */
import type { BeatView, SceneView, ShotView, WorkspaceModel } from '../workspace/model/workspaceModel.ts';
import { groupShots } from './shotGroups.ts';
import { totalSeconds } from './shotSummary.ts';

/** Which shots are shown, by how they stand at the prompt gate. */
export const STATE_FILTERS = ['all', 'none', 'partial', 'approved', 'changes', 'stale', 'orphaned'] as const;
export type StateFilter = (typeof STATE_FILTERS)[number];

/** One row. `seconds` and `count` are of the shots that are shown. */
export type ListItem =
  | {
      readonly kind: 'scene';
      readonly key: string;
      readonly scene: SceneView | null;
      readonly count: number;
      readonly seconds: number;
      readonly isFolded: boolean;
    }
  | {
      readonly kind: 'beat';
      readonly key: string;
      readonly beat: BeatView;
      readonly sceneId: string | null;
      readonly count: number;
      readonly seconds: number;
    }
  | {
      readonly kind: 'shot';
      readonly key: string;
      readonly shot: ShotView;
      readonly beatId: string | null;
      readonly sceneKey: string;
    }
  | { readonly kind: 'orphans'; readonly key: string; readonly count: number };

export interface ListReading {
  readonly filter: StateFilter;
  /** Keys of folded scenes. */
  readonly folded: ReadonlySet<string>;
}

export interface ShotList {
  readonly items: readonly ListItem[];
  readonly shown: number;
  readonly all: number;
  readonly seconds: number;
}

/** Whether a shot stands as the filter asks. */
function standsAs(shot: ShotView, filter: StateFilter): boolean {
  if (filter === 'all') return true;
  if (shot.place.state === 'orphaned' || filter === 'orphaned')
    return filter === 'orphaned' && shot.place.state === 'orphaned';
  return shot.gates.prompt.state === filter;
}

/** The rows of the list. A beat without a shown shot is there only while nothing is filtered. */
export function readShotList(model: WorkspaceModel, { filter, folded }: ListReading): ShotList {
  const items: ListItem[] = [];
  const seen: ShotView[] = [];
  for (const { scene, beats } of groupShots(model)) {
    const groups = beats.map((group) => ({ ...group, shots: group.shots.filter((shot) => standsAs(shot, filter)) }));
    const shots = groups.flatMap((group) => group.shots);
    if (shots.length === 0 && filter !== 'all') continue;
    const key = scene?.id ?? 'before';
    const isFolded = folded.has(key);
    seen.push(...shots);
    items.push({
      kind: 'scene',
      key: `scene ${key}`,
      scene,
      count: shots.length,
      seconds: totalSeconds(shots),
      isFolded,
    });
    if (isFolded) continue;
    for (const { beat, shots: own } of groups) {
      if (beat && (own.length > 0 || filter === 'all'))
        items.push({
          kind: 'beat',
          key: `beat ${key} ${beat.id}`,
          beat,
          sceneId: scene?.id ?? null,
          count: own.length,
          seconds: totalSeconds(own),
        });
      for (const shot of own) items.push({ kind: 'shot', key: shot.id, shot, beatId: beat?.id ?? null, sceneKey: key });
    }
  }
  const orphans = filter === 'all' || filter === 'orphaned' ? model.orphans : [];
  if (orphans.length > 0) items.push({ kind: 'orphans', key: 'orphans', count: orphans.length });
  for (const shot of orphans) items.push({ kind: 'shot', key: shot.id, shot, beatId: null, sceneKey: 'orphans' });
  const shown = [...seen, ...orphans];
  return { items, shown: shown.length, all: model.shots.length, seconds: totalSeconds(shown) };
}

export interface RowHeights {
  readonly scene: number;
  readonly beat: number;
  readonly shot: number;
}
/** As drawn: the design's 36, 28 and 40 px with their hairlines; on a phone rows are cards. */
export const ROW_HEIGHTS: RowHeights = { scene: 36, beat: 28, shot: 40 };
export const PHONE_ROW_HEIGHTS: RowHeights = { scene: 44, beat: 44, shot: 72 };

/** Where each row begins, and at the end where the list ends. */
export function rowTops(items: readonly ListItem[], heights: RowHeights): number[] {
  const tops = [0];
  for (const { kind } of items) tops.push(tops.at(-1)! + heights[kind === 'orphans' ? 'scene' : kind]);
  return tops;
}

/** The rows `[from, to)` that lie in a window, and `spare` more on either side. */
export function rowsInSight(
  tops: readonly number[],
  top: number,
  height: number,
  spare = 8,
): { readonly from: number; readonly to: number } {
  const count = tops.length - 1;
  const at = (y: number): number => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (tops[middle + 1]! <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return { from: Math.max(0, at(top) - spare), to: Math.min(count, at(top + height) + 1 + spare) };
}

/** A place between two rows where a dragged shot would land: the beat, and how many of that beat's shots stand before it. */
export interface DropPlace {
  readonly beatId: string | null;
  readonly at: number;
  /** Where the bar is drawn. */
  readonly y: number;
}

/** The nearest place for a shot within its own scene; `undefined` when the scene has no rows in the list. */
export function dropPlaceAt(
  items: readonly ListItem[],
  tops: readonly number[],
  movedId: string,
  y: number,
): DropPlace | undefined {
  const moved = items.find((item) => item.kind === 'shot' && item.shot.id === movedId);
  if (moved?.kind !== 'shot' || moved.sceneKey === 'orphans') return undefined;
  let [beatId, at, isHere]: [string | null, number, boolean] = [null, 0, false];
  let best: DropPlace | undefined;
  const offer = (top: number): void => {
    if (!best || Math.abs(top - y) < Math.abs(best.y - y)) best = { beatId, at, y: top };
  };
  for (const [index, item] of items.entries()) {
    if (item.kind === 'scene' || item.kind === 'orphans') {
      isHere = item.kind === 'scene' && item.key === `scene ${moved.sceneKey}`;
      [beatId, at] = [null, 0];
      if (isHere && items[index + 1]?.kind === 'shot') offer(tops[index + 1]!);
    } else if (!isHere) continue;
    else if (item.kind === 'beat') {
      [beatId, at] = [item.beat.id, 0];
      offer(tops[index + 1]!);
    } else {
      if (item.shot.id !== movedId) at++;
      offer(tops[index + 1]!);
    }
  }
  return best;
}
