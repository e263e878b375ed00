/** Scenes as derived ranges over the flat elements, their numbers and their length in eighths of a page. */
import type { Element } from './element.ts';
import { parseHeading } from './heading.ts';
import { Blocks } from './layout/blocks.ts';
import { dualAt, dualHeight } from './layout/dual.ts';
import type { Profile } from './layout/profile.ts';

/** Elements `[from, to)`; `from` is the heading. `number` is the fixed one or the derived one. */
export interface Scene {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly number: string;
  readonly isOmitted: boolean;
}

/** Length of a page that eighths are counted against, in lines (section 2.3: 54 to 56 match Final Draft). */
const linesPerEighthsPage = 55;

/** All scenes in order. What stands before the first heading belongs to none. */
export function readScenes(elements: readonly Element[]): Scene[] {
  const starts: number[] = [];
  elements.forEach((e, i) => {
    if (e.type === 'heading') starts.push(i);
  });
  const numbers = numberScenes(starts.map((i) => elements[i]!));
  return starts.map((from, k) => ({
    id: elements[from]!.id,
    from,
    to: starts[k + 1] ?? elements.length,
    number: numbers[k]!,
    isOmitted: elements[from]!.attrs.omitted === true,
  }));
}

/**
 * Scene numbers: a fixed number stays, be it an attribute or written before the words (`12、…`); the others count on from
 * the last plain number, skipping fixed ones.
 */
export function numberScenes(headings: readonly Element[]): string[] {
  const numbers = headings.map((h) => h.attrs.number ?? parseHeading(h.text).number);
  const fixed = new Set(numbers.filter((n) => n !== undefined));
  let last = 0;
  return numbers.map((number) => {
    if (number !== undefined) {
      last = Math.max(last, Number(/^\d+/.exec(number)?.[0] ?? 0));
      return number;
    }
    do last++;
    while (fixed.has(String(last)));
    return String(last);
  });
}

/**
 * A scene's height in lines: blank lines before its blocks included, its heading's too; page edges not counted. Of an
 * omitted scene only the heading counts.
 */
export function sceneLines(elements: readonly Element[], scene: Scene, profile: Profile): number {
  const blocks = new Blocks(elements, profile);
  let lines = 0;
  for (let i = scene.from; i < scene.to; ) {
    const at = { index: i, offset: 0 };
    const dual = dualAt(blocks, at);
    const height = dual ? dualHeight(blocks, at, dual) : blocks.height(i);
    if (height > 0) lines += blocks.blankBefore(elements[i]!) + height;
    i = dual?.end ?? blocks.after(i);
  }
  return lines;
}

/** Eighths of a page, at least 1: the eighth that is begun counts (28 of 30 scenes equal to Final Draft at 56 lines). */
export function sceneEighths(lines: number): number {
  return Math.max(1, Math.ceil((8 * lines) / linesPerEighthsPage));
}

/** Eighths as the trade writes them: `2 7/8`, `3/8`, `4`. */
export function formatEighths(eighths: number): string {
  const pages = Math.floor(eighths / 8);
  const rest = eighths % 8;
  return rest === 0 ? String(pages) : pages === 0 ? `${rest}/8` : `${pages} ${rest}/8`;
}
