/** The drawing of one tramline, in pixels: 12 wide, as high as its words. */

export type LineLook = 'dotted' | 'straight' | 'zigzag';

export interface LineDrawing {
  readonly line: string;
  /** The amber stroke that says that the words changed; absent unless the look is `zigzag`. */
  readonly zigzag?: string;
}

const ZIGZAG_PX = 16;
const END_BARS = (height: number): string => `M2.5 0H9.5M2.5 ${height}H9.5`;

/** A line with a bar at both ends; `zigzag` breaks it two thirds down. */
export function drawLine(look: LineLook, height: number): LineDrawing {
  if (look !== 'zigzag') return { line: `M6 0V${height}${END_BARS(height)}` };
  const size = Math.min(ZIGZAG_PX, height);
  const from = Math.round((height - size) * 0.66);
  const at = (part: number): number => Math.round((from + size * part) * 10) / 10;
  return {
    line: `M6 0V${from}M6 ${from + size}V${height}${END_BARS(height)}`,
    zigzag: `M6 ${from}L1 ${at(0.34)}L11 ${at(0.66)}L6 ${from + size}`,
  };
}

/** How far a lane's line stands from the words: 26 px apart, 12 px from the fifth lane on; the first stands at 24 px. */
export function isTight(lanes: number): boolean {
  return lanes > 4;
}
