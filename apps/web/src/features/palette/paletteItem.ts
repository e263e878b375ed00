import type { ReactNode } from 'react';

/** The groups of the palette, in the order they are shown. */
const PALETTE_GROUPS = ['scenes', 'shots', 'words', 'people', 'go', 'do'] as const;
export type PaletteGroup = (typeof PALETTE_GROUPS)[number];

/** One thing to find or to do. */
export interface PaletteItem {
  readonly id: string;
  readonly group: PaletteGroup;
  readonly title: string;
  readonly detail?: string;
  /** More words that find it, not shown. */
  readonly keywords?: string;
  /** An icon of 15 px, or a shot label. */
  readonly icon?: ReactNode;
  readonly keys?: readonly string[];
  readonly run: () => void;
}

/** Gives a feature's items whenever the palette asks; called with what was typed, at every key. */
export type PaletteProvider = (query: string) => readonly PaletteItem[];

const mostInGroup = 8;

function scoreOf(item: PaletteItem, words: readonly string[]): number {
  const title = item.title.toLocaleLowerCase();
  const rest = `${item.detail ?? ''} ${item.keywords ?? ''}`.toLocaleLowerCase();
  let score = 0;
  for (const word of words) {
    if (title.startsWith(word)) score += 4;
    else if (title.includes(word)) score += 3;
    else if (rest.includes(word)) score += 1;
    else return 0;
  }
  return score;
}

/** The items that hold every typed word, best first within each group, at most eight a group. Nothing typed finds all. `>` keeps only acts. */
export function findItems(
  items: readonly PaletteItem[],
  query: string,
): readonly { group: PaletteGroup; items: readonly PaletteItem[] }[] {
  const isCommand = query.startsWith('>');
  const words = query.replace(/^>/, '').toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const found = items
    .map((item, place) => ({ item, place, score: words.length === 0 ? 1 : scoreOf(item, words) }))
    .filter(({ item, score }) => score > 0 && (!isCommand || item.group === 'do' || item.group === 'go'))
    .sort((a, b) => b.score - a.score || a.place - b.place);
  return PALETTE_GROUPS.map((group) => ({
    group,
    items: found
      .filter(({ item }) => item.group === group)
      .slice(0, mostInGroup)
      .map(({ item }) => item),
  })).filter((part) => part.items.length > 0);
}

/** The stretches of a text, those that were typed marked. */
export function markFound(text: string, query: string): readonly { text: string; found: boolean }[] {
  const words = query.replace(/^>/, '').split(/\s+/).filter(Boolean);
  if (words.length === 0) return [{ text, found: false }];
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((part, at) => ({ text: part, found: at % 2 === 1 }))
    .filter((part) => part.text !== '');
}
