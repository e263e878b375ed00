/** How much of the script plays by day and by night. */
import type { IntExt } from '../heading.ts';
import type { SceneFacts, ScriptFacts } from './scriptFacts.ts';
import { sumOf } from './scriptFacts.ts';
import { partsOfDay, type TimeOfDay, timeOfDay } from './timeOfDay.ts';

/** `other`: a time that is not known; `none`: no time at all, and nothing before it to go on from. */
export type TimeKey = TimeOfDay | 'other' | 'none';

/** One part of the day. `assumed` counts the scenes whose heading says only that it goes on (CONTINUOUS, LATER). */
export interface TimeRow {
  readonly time: TimeKey;
  readonly scenes: number;
  readonly assumed: number;
  readonly eighths: number;
  readonly words: number;
}

/** Scenes on one side at one part of the day. `side` is undefined where headings name none. */
export interface SideRow {
  readonly side: IntExt | undefined;
  readonly time: TimeKey;
  readonly scenes: number;
  readonly eighths: number;
}

/** `rows` in the order of the day, those without scenes left out; `sides` parts the same scenes further. */
export interface TimeOfDayReport {
  readonly rows: readonly TimeRow[];
  readonly sides: readonly SideRow[];
  readonly total: { readonly scenes: number; readonly eighths: number; readonly words: number };
}

interface Timed extends SceneFacts {
  readonly time: TimeKey;
  readonly isAssumed: boolean;
}

/** Scenes by part of the day. A scene that goes on has the time of the scene before. Omitted scenes are left out. */
export function timeOfDayReport({ scenes }: ScriptFacts): TimeOfDayReport {
  const timed = timeScenes(scenes);
  const order: readonly TimeKey[] = [...partsOfDay, 'other', 'none'];
  const rows = order.flatMap((time) => {
    const own = timed.filter((scene) => scene.time === time);
    const assumed = own.filter(({ isAssumed }) => isAssumed).length;
    return own.length === 0 ? [] : [{ time, scenes: own.length, assumed, ...measured(own) }];
  });
  return { rows, sides: rows.flatMap(({ time }) => partSides(timed, time)), total: totalOf(timed) };
}

function timeScenes(scenes: readonly SceneFacts[]): Timed[] {
  let before: TimeKey = 'none';
  return scenes
    .filter(({ isOmitted }) => !isOmitted)
    .map((scene) => {
      const named = timeOfDay(scene.heading.time);
      const time: TimeKey = named === 'same' ? before : (named ?? 'none');
      before = time;
      return { ...scene, time, isAssumed: named === 'same' };
    });
}

function partSides(timed: readonly Timed[], time: TimeKey): SideRow[] {
  const own = Map.groupBy(
    timed.filter((scene) => scene.time === time),
    ({ heading }) => heading.intExt,
  );
  return [...own].map(([side, scenes]) => ({
    ...{ side, time },
    ...{ scenes: scenes.length, eighths: sumOf(scenes, 'eighths') },
  }));
}

const measured = (scenes: readonly SceneFacts[]) => ({
  eighths: sumOf(scenes, 'eighths'),
  words: sumOf(scenes, 'words'),
});
const totalOf = (scenes: readonly SceneFacts[]) => ({ scenes: scenes.length, ...measured(scenes) });
