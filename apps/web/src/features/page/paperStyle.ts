/** A page profile as custom properties of the paper: what the style sheet draws true pages from. Pure. */
import type { ElementType, Profile } from '@tramline/screenplay';

/** Pixels of a point at the sheet's zoom: 84 to the inch. */
const PX_PER_POINT = 84 / 72;

const COLUMNS: readonly ElementType[] = ['action', 'character', 'parenthetical', 'dialogue', 'transition'];

const px = (points: number): string => `${Math.round(points * PX_PER_POINT * 1000) / 1000}px`;

/** The properties; lengths in pixels, columns (`--at-…`, `--wide-…`) in cells, blank lines (`--above-…`) in rows. */
export function paperStyle({ paper, width, indent, blankBefore, linesPerPage, dualIndent, dualWidth }: Profile) {
  const style: Record<`--${string}`, string> = {
    '--page-width': px(paper.width),
    '--page-height': px(paper.height),
    '--page-top': px(paper.top),
    '--page-left': px(paper.left),
    '--page-bottom': px(paper.height - paper.top - linesPerPage * paper.line),
    '--page-row': px(paper.line),
    '--cell': px(paper.cell),
    '--above-heading': String(blankBefore.heading),
    '--above-shot': String(blankBefore.shot),
    '--above-action': String(blankBefore.action),
    '--dual-right': String(dualIndent.right),
  };
  for (const column of COLUMNS) {
    style[`--at-${column}`] = String(indent[column]);
    style[`--wide-${column}`] = String(width[column]);
  }
  for (const column of ['character', 'parenthetical', 'dialogue'] as const) {
    style[`--dual-at-${column}`] = String(dualIndent[column]);
    style[`--dual-wide-${column}`] = String(dualWidth[column]);
  }
  return style;
}
