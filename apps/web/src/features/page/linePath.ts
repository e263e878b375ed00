/** The drawing of one tramline, in pixels: 12 wide, as high as its words. */

export type LineLook = 'dotted' | 'straight' | 'zigzag';

export interface LineDrawing {
  readonly line: string;
  /** The amber stroke that says that the words changed; absent unless the look is `zigzag`. */
  readonly zigzag?: string;
}

/** A stretch of a line, in pixels from its top. */
export interface LineStretch {
  readonly from: number;
  readonly to: number;
}

const ZIGZAG_PX = 16;
/** How long one swing of a wavy stretch is. */
const SWING_PX = 10;
const END_BARS = (height: number): string => `M2.5 0H9.5M2.5 ${height}H9.5`;

/**
 * A line with a bar at both ends: wavy where the speaker is off camera; `zigzag` breaks it two thirds down. Over `gaps`,
 * where one page ends and the next begins, nothing is drawn; a chevron above says that it goes on.
 */
export function drawLine(
  look: LineLook,
  height: number,
  waves: readonly LineStretch[] = [],
  gaps: readonly LineStretch[] = [],
): LineDrawing {
  const chevrons = gaps.map(({ from }) => `M2.5 ${from - 3}L6 ${from}L9.5 ${from - 3}`).join('');
  const ends = `${END_BARS(height)}${chevrons}`;
  if (look !== 'zigzag') return { line: `${drawParts(0, height, waves, gaps)}${ends}` };
  const size = Math.min(ZIGZAG_PX, height);
  const from = besideGaps(Math.round((height - size) * 0.66), size, gaps);
  const at = (part: number): number => Math.round((from + size * part) * 10) / 10;
  const [above, below] = [drawParts(0, from, waves, gaps), drawParts(from + size, height, waves, gaps)];
  return {
    line: `${above}${below}${ends}`,
    zigzag: `M6 ${from}L1 ${at(0.34)}L11 ${at(0.66)}L6 ${from + size}`,
  };
}

/** A place for the zigzag that no gap hides: below the gap that it would touch. */
function besideGaps(from: number, size: number, gaps: readonly LineStretch[]): number {
  const hiding = gaps.find((gap) => gap.from < from + size && gap.to > from);
  return hiding ? hiding.to : from;
}

/** The line from one height to another, without the gaps between. */
function drawParts(from: number, to: number, waves: readonly LineStretch[], gaps: readonly LineStretch[]): string {
  let path = '';
  let at = from;
  for (const gap of gaps) {
    if (gap.to <= at || gap.from >= to) continue;
    if (gap.from > at) path += drawStretch(at, gap.from, waves);
    at = gap.to;
  }
  return at < to || path === '' ? path + drawStretch(at, to, waves) : path;
}

/** The line from one height to another: straight, and in swings of equal length over each wave. */
function drawStretch(from: number, to: number, waves: readonly LineStretch[]): string {
  let path = `M6 ${from}`;
  for (const wave of waves) {
    const [start, end] = [Math.max(from, wave.from), Math.min(to, wave.to)];
    if (end - start < SWING_PX) continue;
    const swings = 2 * Math.max(1, Math.round((end - start) / SWING_PX / 2));
    const each = Math.round(((end - start) / swings) * 100) / 100;
    path += `V${start}`;
    for (let swing = 0; swing < swings; swing++) path += `q${swing % 2 === 0 ? 5 : -5} ${each / 2} 0 ${each}`;
  }
  return `${path}V${to}`;
}

/** How far a lane's line stands from the words: 26 px apart, 12 px from the fifth lane on; the first stands at 24 px. */
export function isTight(lanes: number): boolean {
  return lanes > 4;
}
