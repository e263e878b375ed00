/** A simple glyph of TrueType's `glyf` table. Source: OpenType specification 1.9.1, "glyf". */
import { boxOf, type Contour } from './outline.ts';

const onCurve = 1;
const xShort = 2;
const yShort = 4;
const xSameOrPositive = 16;
const ySameOrPositive = 32;

/** The bytes of a glyph, of an even length; none for an empty outline. */
export function encodeGlyph(contours: readonly Contour[]): Uint8Array {
  if (contours.length === 0) return new Uint8Array(0);
  const { xMin, yMin, xMax, yMax } = boxOf(contours);
  const points = contours.flat();
  const out: number[] = [];
  const put16 = (value: number) => out.push((value >> 8) & 0xff, value & 0xff);
  for (const value of [contours.length, xMin, yMin, xMax, yMax]) put16(value);
  let end = -1;
  for (const { length } of contours) {
    end += length;
    put16(end);
  }
  put16(0);
  const xs = steps(points.map(({ x }) => x));
  const ys = steps(points.map(({ y }) => y));
  for (const [i, { isOn }] of points.entries()) {
    const x = flagOf(xs[i]!, xShort, xSameOrPositive);
    const y = flagOf(ys[i]!, yShort, ySameOrPositive);
    out.push((isOn ? onCurve : 0) | x | y);
  }
  for (const step of xs) putStep(out, step);
  for (const step of ys) putStep(out, step);
  if (out.length % 2 === 1) out.push(0);
  return Uint8Array.from(out);
}

/** From each point to the next, the first from 0. */
function steps(values: readonly number[]): number[] {
  return values.map((value, i) => value - (values[i - 1] ?? 0));
}

function flagOf(step: number, short: number, sameOrPositive: number): number {
  if (step === 0) return sameOrPositive;
  if (Math.abs(step) > 255) return 0;
  return step > 0 ? short | sameOrPositive : short;
}

function putStep(out: number[], step: number): void {
  if (step === 0) return;
  if (Math.abs(step) <= 255) out.push(Math.abs(step));
  else out.push((step >> 8) & 0xff, step & 0xff);
}
