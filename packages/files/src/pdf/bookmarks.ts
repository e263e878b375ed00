/** The outline of a PDF: sections and acts with their scenes. */
import { type Element, printedText, type Scene } from '@tramline/screenplay';
import type { PrintedPage } from './selectRows.ts';

/** One line of the outline. `page` counts from 0 among the pages of the script; `line` is where on it, from 0. */
export interface Bookmark {
  readonly title: string;
  readonly page: number;
  readonly line: number;
  readonly children: readonly Bookmark[];
}

interface Growing extends Bookmark {
  readonly children: Growing[];
  readonly level: number;
}

/** Depths: acts above sections of level 1 to 6, scenes below all. */
const [actLevel, sceneLevel] = [0, 7];

/** The outline of the printed pages. A section points at its first printed words, and is left out where it has none. */
export function readBookmarks(
  pages: readonly PrintedPage[],
  elements: readonly Element[],
  scenes: ReadonlyMap<number, Scene>,
): Bookmark[] {
  const places = printedPlaces(pages, elements.length);
  const roots: Growing[] = [];
  const open: Growing[] = [];
  for (const [index, element] of elements.entries()) {
    const level = levelOf(element);
    const place = level === undefined ? undefined : places[index];
    if (level === undefined || place === undefined) continue;
    if (place.index >= endOf(elements, index, level)) continue;
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const { page, line } = place;
    const bookmark: Growing = { title: titleOf(element, scenes.get(index)), page, line, children: [], level };
    (open.at(-1)?.children ?? roots).push(bookmark);
    open.push(bookmark);
  }
  return roots;
}

/** Where the scene, section or act that begins at `index` ends. */
function endOf(elements: readonly Element[], index: number, level: number): number {
  if (level === sceneLevel) return index + 1;
  for (let at = index + 1; at < elements.length; at++) if ((levelOf(elements[at]!) ?? sceneLevel) <= level) return at;
  return elements.length;
}

function levelOf({ type, attrs }: Element): number | undefined {
  if (type === 'actStart') return actLevel;
  if (type === 'section') return attrs.level ?? 1;
  return type === 'heading' ? sceneLevel : undefined;
}

function titleOf(element: Element, scene: Scene | undefined): string {
  const words = printedText(element).replace(/\s+/g, ' ').trim();
  return scene ? `${scene.number}  ${words}`.trim() : words || '—';
}

interface Place {
  readonly page: number;
  readonly line: number;
  readonly index: number;
}

/** For each element where it is printed first, or, if it is not, where the next that is stands. */
function printedPlaces(pages: readonly PrintedPage[], count: number): (Place | undefined)[] {
  const places = new Array<Place | undefined>(count).fill(undefined);
  for (const [page, { rows }] of pages.entries())
    for (const { index, line } of rows) if (index !== undefined) places[index] ??= { page, line, index };
  for (let at = count - 2; at >= 0; at--) places[at] ??= places[at + 1];
  return places;
}
