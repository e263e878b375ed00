/** What the bars say of pages: how many there are, where each scene begins, where the caret is. Pure. */
import { type Element, minutesByCharacters, minutesByPages, type PageTable, pageLabels } from '@tramline/screenplay';
import type { SceneView } from '../workspace/model/workspaceModel.ts';

export interface PageFacts {
  readonly count: number;
  /** Minutes that the script plays, rounded, at least 1. */
  readonly minutes: number;
  /** The label of the page on which a scene begins, by the scene's id. */
  readonly byScene: ReadonlyMap<string, string>;
}

export interface PageFactsInput {
  readonly table: PageTable;
  readonly elements: readonly Element[];
  readonly scenes: readonly Pick<SceneView, 'id' | 'from'>[];
  /** Absent: a page is a minute. */
  readonly charactersPerMinute?: number;
}

/** Reads the facts; the same object as before when nothing in them changed. */
export function readPageFacts(input: PageFactsInput, before: PageFacts | null): PageFacts {
  const { table, elements, scenes, charactersPerMinute } = input;
  const labels = pageLabels(table);
  const byScene = new Map(scenes.map(({ id, from }) => [id, labels[pageAt(table, from)] ?? '']));
  const minutes = charactersPerMinute ? minutesByCharacters(elements, charactersPerMinute) : minutesByPages(table);
  const facts = { count: table.pages.length, minutes: Math.max(1, Math.round(minutes)), byScene };
  return before && isSame(before, facts) ? before : facts;
}

function isSame(a: PageFacts, b: PageFacts): boolean {
  if (a.count !== b.count || a.minutes !== b.minutes || a.byScene.size !== b.byScene.size) return false;
  for (const [id, label] of a.byScene) if (b.byScene.get(id) !== label) return false;
  return true;
}

/** The index of the page on which an element begins; of one that goes over an edge, the first. */
export function pageAt({ pages }: PageTable, ordinal: number): number {
  let [low, high] = [0, pages.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    const { index, offset } = pages[middle]!;
    if (index < ordinal || (index === ordinal && offset === 0)) low = middle;
    else high = middle - 1;
  }
  return low;
}
