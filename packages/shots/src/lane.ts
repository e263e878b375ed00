/** Where tramlines run beside the words, and in which colour. Source: the design's section "The tramline". */

/** The rows that a shot covers, both included. A row is a line on the page, counted from anywhere; fractions are fine. */
export interface LineRows {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

/** Rows after a terminus that a lane is still taken for: the state glyph stands in the first. */
const rowsAfterTerminus = 2;

const meets = (a: LineRows, b: LineRows): boolean =>
  a.from <= b.to + rowsAfterTerminus && b.from <= a.to + rowsAfterTerminus;

function byLength(a: LineRows, b: LineRows): number {
  return a.to - a.from - (b.to - b.from) || a.from - b.from || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/**
 * The lane of every line, counted outward from the text from 0: the shortest is nearest, and a line runs outside of every shorter one
 * that it meets. The answer depends on the set of lines alone, not on their order.
 */
export function assignLanes(lines: readonly LineRows[]): Map<string, number> {
  const lanes = new Map<string, number>();
  const placed: LineRows[] = [];
  for (const line of [...lines].sort(byLength)) {
    let lane = 0;
    for (const other of placed) if (meets(line, other)) lane = Math.max(lane, lanes.get(other.id)! + 1);
    lanes.set(line.id, lane);
    placed.push(line);
  }
  return lanes;
}

const hues = [
  'line-cobalt',
  'line-magenta',
  'line-teal',
  'line-olive',
  'line-violet',
  'line-rust',
  'line-sky',
] as const;
export type LineHue = 'line-slate' | (typeof hues)[number];

/** The colour token of the n-th shot of a scene, counted from 0: slate for the master, then the design's order, over and over. */
export function lineHue(n: number): LineHue {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`not a place in a scene: ${n}`);
  return n === 0 ? 'line-slate' : hues[(n - 1) % hues.length]!;
}
