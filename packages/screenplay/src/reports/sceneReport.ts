/** The list of scenes: what a production's one-line schedule begins with. */
import type { IntExt } from '../heading.ts';
import type { ScriptFacts } from './scriptFacts.ts';
import { sumOf } from './scriptFacts.ts';

/** One scene. `page` is the label of the page it begins on; `cast` are its speakers; an omitted one counts nothing. */
export interface SceneRow {
  readonly id: string;
  readonly number: string;
  readonly intExt: IntExt | undefined;
  readonly location: string;
  readonly time: string;
  readonly page: string;
  readonly eighths: number;
  readonly cast: readonly string[];
  readonly speeches: number;
  readonly words: number;
  readonly isOmitted: boolean;
}

/** `total` counts the scenes that are not omitted; its eighths and words are the sums of the rows. */
export interface SceneReport {
  readonly rows: readonly SceneRow[];
  readonly total: {
    readonly scenes: number;
    readonly omitted: number;
    readonly eighths: number;
    readonly speeches: number;
    readonly words: number;
  };
}

/** All scenes in order. What stands before the first belongs to none and is not listed. */
export function sceneReport({ scenes, speeches, pageLabels }: ScriptFacts): SceneReport {
  const counts = scenes.map(() => 0);
  for (const { scene } of speeches) if (scene !== undefined) counts[scene]!++;
  const rows = scenes.map(({ id, number, heading, page, eighths, cast, words, isOmitted }, i) => ({
    ...{ id, number, intExt: heading.intExt, location: heading.location, time: heading.time },
    ...{ page: pageLabels[page]!, eighths, cast, speeches: counts[i]!, words, isOmitted },
  }));
  const omitted = rows.filter((row) => row.isOmitted).length;
  const sums = { eighths: sumOf(rows, 'eighths'), speeches: sumOf(rows, 'speeches'), words: sumOf(rows, 'words') };
  return { rows, total: { scenes: rows.length - omitted, omitted, ...sums } };
}
