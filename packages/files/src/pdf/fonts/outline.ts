/** Outlines of glyphs: quadratic contours in thousandths of an em, as TrueType has them. */
import type { Glyph } from 'fontkit';

export interface OutlinePoint {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

/** A closed line; the last point joins the first. */
export type Contour = readonly OutlinePoint[];

/** `x' = x · scaleX + y · slant + dx`, `y' = y · scaleY + dy`; applied to font units. */
export interface Placing {
  readonly scaleX: number;
  readonly scaleY: number;
  readonly slant: number;
  readonly dx: number;
  readonly dy: number;
}

/** The outline of a glyph, placed; composite glyphs come as one. Points are whole numbers. */
export function outlineOf(glyph: Glyph, placing: Placing): Contour[] {
  const contours: OutlinePoint[][] = [];
  const add = (x: number, y: number, isOn: boolean) => contours.at(-1)?.push({ ...place(x, y, placing), isOn });
  for (const { command, args } of glyph.path.commands) {
    if (command === 'moveTo') contours.push([]);
    if (command === 'moveTo' || command === 'lineTo') add(args[0]!, args[1]!, true);
    else if (command === 'quadraticCurveTo') {
      add(args[0]!, args[1]!, false);
      add(args[2]!, args[3]!, true);
    } else if (command === 'bezierCurveTo') addCubic(args, add);
  }
  return contours.map(withoutDoubledEnd).filter(({ length }) => length > 1);
}

/** One cubic curve as one quadratic: near enough for the few glyphs that are not TrueType. */
function addCubic(args: readonly number[], add: (x: number, y: number, isOn: boolean) => void): void {
  const [x1, y1, x2, y2, x, y] = args as [number, number, number, number, number, number];
  add((x1 + x2) / 2, (y1 + y2) / 2, false);
  add(x, y, true);
}

function place(x: number, y: number, { scaleX, scaleY, slant, dx, dy }: Placing): { x: number; y: number } {
  return { x: Math.round(x * scaleX + y * slant + dx), y: Math.round(y * scaleY + dy) };
}

function withoutDoubledEnd(contour: readonly OutlinePoint[]): Contour {
  const [first, last] = [contour[0], contour.at(-1)];
  const isDoubled = contour.length > 1 && last?.isOn && first?.x === last.x && first.y === last.y;
  return isDoubled ? contour.slice(0, -1) : contour;
}

/** Least and greatest coordinates; zeros for an empty outline. */
export interface Box {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

export function boxOf(contours: readonly Contour[]): Box {
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const contour of contours)
    for (const { x, y } of contour) {
      if (x < xMin) xMin = x;
      if (x > xMax) xMax = x;
      if (y < yMin) yMin = y;
      if (y > yMax) yMax = y;
    }
  return xMin === Infinity ? { xMin: 0, yMin: 0, xMax: 0, yMax: 0 } : { xMin, yMin, xMax, yMax };
}
