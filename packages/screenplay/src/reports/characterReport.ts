/** Who speaks, how much, and from where to where. */
import type { ScriptFacts, Speech } from './scriptFacts.ts';
import { sumOf } from './scriptFacts.ts';

/**
 * One speaker, extensions merged. `scenes` are those in which the speaker says something; pages are labels; `share` is
 * the part of all spoken words, 0 to 1.
 */
export interface CharacterRow {
  readonly name: string;
  readonly speeches: number;
  readonly words: number;
  readonly lines: number;
  readonly scenes: number;
  readonly firstPage: string;
  readonly lastPage: string;
  readonly share: number;
}

/** The rows with the most words first. `total` holds the sums of the rows. */
export interface CharacterReport {
  readonly rows: readonly CharacterRow[];
  readonly total: { readonly speeches: number; readonly words: number; readonly lines: number };
}

/** All speakers: by words, then speeches, then first appearance. Nobody's share is a number even where nobody speaks. */
export function characterReport({ speeches, pageLabels }: ScriptFacts): CharacterReport {
  const total = {
    speeches: speeches.length,
    words: sumOf(speeches, 'words'),
    lines: sumOf(speeches, 'lines'),
  };
  const rows = [...Map.groupBy(speeches, ({ speaker }) => speaker)].map(([name, own]) => {
    const pages = own.map(({ page }) => page);
    return {
      ...countSpeeches(name, own, total.words),
      firstPage: pageLabels[pages[0]!]!,
      lastPage: pageLabels[pages.reduce((last, page) => Math.max(last, page))]!,
    };
  });
  rows.sort((a, b) => b.words - a.words || b.speeches - a.speeches);
  return { rows, total };
}

function countSpeeches(name: string, speeches: readonly Speech[], allWords: number) {
  const words = sumOf(speeches, 'words');
  const scenes = new Set(speeches.flatMap(({ scene }) => scene ?? [])).size;
  const share = allWords === 0 ? 0 : words / allWords;
  return { name, speeches: speeches.length, words, lines: sumOf(speeches, 'lines'), scenes, share };
}
