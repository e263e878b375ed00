/** Where the scenes play. */
import type { IntExt } from '../heading.ts';
import type { SceneFacts, ScriptFacts } from './scriptFacts.ts';
import { sumOf } from './scriptFacts.ts';

/**
 * One place. `location` is as first written, empty for headings that name none; `sides` in order of use; `numbers` are
 * those of its scenes; `cast` everybody who speaks there.
 */
export interface PlaceRow {
  readonly location: string;
  readonly sides: readonly IntExt[];
  readonly scenes: number;
  readonly numbers: readonly string[];
  readonly eighths: number;
  readonly words: number;
  readonly cast: readonly string[];
}

/** The longest first. `total` holds the sums of the rows: those of the script's scenes. */
export interface PlaceReport {
  readonly rows: readonly PlaceRow[];
  readonly total: { readonly scenes: number; readonly eighths: number; readonly words: number };
}

/** Scenes by place; capitals and spaces make no other place. Omitted scenes are left out. */
export function placeReport({ scenes }: ScriptFacts): PlaceReport {
  const played = scenes.filter(({ isOmitted }) => !isOmitted);
  const keyOf = ({ heading }: SceneFacts) => heading.location.toUpperCase().replace(/\s+/g, ' ');
  const rows = [...Map.groupBy(played, keyOf).values()].map((own) => ({
    location: own[0]!.heading.location,
    sides: [...new Set(own.flatMap(({ heading }) => heading.intExt ?? []))],
    scenes: own.length,
    numbers: own.map(({ number }) => number),
    eighths: sumOf(own, 'eighths'),
    words: sumOf(own, 'words'),
    cast: [...new Set(own.flatMap(({ cast }) => cast))],
  }));
  rows.sort((a, b) => b.eighths - a.eighths || b.scenes - a.scenes);
  return { rows, total: { scenes: played.length, eighths: sumOf(rows, 'eighths'), words: sumOf(rows, 'words') } };
}
