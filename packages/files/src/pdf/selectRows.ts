/** The rows of every page, or those of selected scenes alone, each at its own place on its own page. */
import {
  type DrawnRow,
  drawPage,
  type Element,
  type PageTable,
  type PageWords,
  pageLabels,
  readScenes,
  type Scene,
  speakerOf,
  toCapitals,
} from '@tramline/screenplay';
import type { PdfSelection } from './pdfOptions.ts';

/** A page of the script: its label, its place in the page table, and its rows from top to bottom. */
export interface PrintedPage {
  readonly label: string;
  readonly at: number;
  readonly rows: readonly DrawnRow[];
}

/** The pages of a table, without those on which nothing is selected. Numbers and breaks are the whole script's. */
export function selectRows(
  table: PageTable,
  elements: readonly Element[],
  words: PageWords,
  selection?: PdfSelection,
): PrintedPage[] {
  const labels = pageLabels(table);
  const pages = labels.map((label, at) => ({ label, at, rows: drawPage(table, elements, at, words) }));
  if (!selection) return pages;
  const scenes = selectScenes(elements, selection);
  const isSelected = (index: number) => scenes.some(({ from, to }) => index >= from && index < to);
  return pages
    .map((page) => ({ ...page, rows: keepRows(page.rows, isSelected) }))
    .filter(({ rows }) => rows.length > 0);
}

/** The scenes of a selection, in the order of the script. An omitted scene has no words for a character. */
export function selectScenes(elements: readonly Element[], selection: PdfSelection): Scene[] {
  const scenes = readScenes(elements);
  if ('scenes' in selection) {
    const ids = new Set(selection.scenes);
    return scenes.filter(({ id }) => ids.has(id));
  }
  const name = nameOf(selection.character);
  const speaks = (e: Element) => e.type === 'character' && nameOf(speakerOf(e)) === name;
  return scenes.filter(({ from, to, isOmitted }) => !isOmitted && elements.slice(from, to).some(speaks));
}

const nameOf = (name: string) => toCapitals(name.trim().replace(/\s+/g, ' '));

/** What a page adds above a row of the script belongs to that row, what it adds below to the row before. */
function keepRows(rows: readonly DrawnRow[], isSelected: (index: number) => boolean): DrawnRow[] {
  return rows.filter((row, k) => {
    const index = row.index ?? rows.slice(0, k).findLast(isOfScript)?.index ?? rows.slice(k).find(isOfScript)?.index;
    return index !== undefined && isSelected(index);
  });
}

const isOfScript = ({ index }: DrawnRow) => index !== undefined;
