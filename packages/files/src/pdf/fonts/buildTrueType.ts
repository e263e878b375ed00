/**
 * A TrueType file of given glyphs, with the tables that a PDF asks of an embedded font. Sources: ISO 32000-1, 9.9; OpenType
 * specification 1.9.1.
 */
import type { Box } from './outline.ts';

/** A glyph: its encoded outline, how wide it is, and the box around it, in thousandths of an em. */
export interface TrueTypeGlyph {
  readonly bytes: Uint8Array;
  readonly advance: number;
  readonly box: Box;
  readonly points: number;
  readonly contours: number;
}

/** Units to the em of every font built here. */
export const unitsPerEm = 1000;

/** The file; glyph ids are places in the list, 0 being the one for what is missing. */
export function buildTrueType(glyphs: readonly TrueTypeGlyph[], ascent: number, descent: number): Uint8Array {
  const box = glyphs.reduce((all, { box }) => joinBoxes(all, box), glyphs[0]!.box);
  const { glyf, loca } = writeGlyphs(glyphs);
  return writeTables({
    glyf,
    head: writeHead(box),
    hhea: writeHhea(glyphs, ascent, descent, box),
    hmtx: writeHmtx(glyphs),
    loca,
    maxp: writeMaxp(glyphs),
  });
}

/** Around both boxes. */
export function joinBoxes(a: Box, b: Box): Box {
  return {
    xMin: Math.min(a.xMin, b.xMin),
    yMin: Math.min(a.yMin, b.yMin),
    xMax: Math.max(a.xMax, b.xMax),
    yMax: Math.max(a.yMax, b.yMax),
  };
}

function writeGlyphs(glyphs: readonly TrueTypeGlyph[]): { glyf: Uint8Array; loca: Uint8Array } {
  const loca = new DataView(new ArrayBuffer(4 * (glyphs.length + 1)));
  const glyf = new Uint8Array(glyphs.reduce((sum, { bytes }) => sum + bytes.length, 0));
  let at = 0;
  for (const [i, { bytes }] of glyphs.entries()) {
    glyf.set(bytes, at);
    at += bytes.length;
    loca.setUint32(4 * (i + 1), at);
  }
  return { glyf, loca: new Uint8Array(loca.buffer) };
}

function words(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * values.length));
  for (const [i, value] of values.entries()) view.setUint16(2 * i, value & 0xffff);
  return new Uint8Array(view.buffer);
}

/** No dates; long offsets in `loca`. */
function writeHead({ xMin, yMin, xMax, yMax }: Box): Uint8Array {
  const dates = [0, 0, 0, 0, 0, 0, 0, 0];
  const magic = [0x5f0f, 0x3cf5];
  return words([1, 0, 1, 0, 0, 0, ...magic, 0, unitsPerEm, ...dates, xMin, yMin, xMax, yMax, 0, 6, 2, 1, 0]);
}

function writeHhea(glyphs: readonly TrueTypeGlyph[], ascent: number, descent: number, box: Box): Uint8Array {
  const widest = Math.max(...glyphs.map(({ advance }) => Math.round(advance)));
  return words([1, 0, ascent, descent, 0, widest, box.xMin, 0, box.xMax, 1, 0, 0, 0, 0, 0, 0, 0, glyphs.length]);
}

function writeHmtx(glyphs: readonly TrueTypeGlyph[]): Uint8Array {
  return words(glyphs.flatMap(({ advance, box }) => [Math.round(advance), box.xMin]));
}

function writeMaxp(glyphs: readonly TrueTypeGlyph[]): Uint8Array {
  const points = Math.max(...glyphs.map((glyph) => glyph.points));
  const contours = Math.max(...glyphs.map((glyph) => glyph.contours));
  return words([1, 0, glyphs.length, points, contours, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0]);
}

/** The directory, its tables in alphabetical order, and the tables at offsets divisible by 4. */
function writeTables(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const names = Object.keys(tables).sort();
  const padded = (length: number) => (length + 3) & ~3;
  const start = 12 + 16 * names.length;
  const file = new Uint8Array(names.reduce((sum, name) => sum + padded(tables[name]!.length), start));
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(names.length));
  file.set(words([1, 0, names.length, 16 << power, power, 16 * (names.length - (1 << power))]));
  let at = start;
  let headAt = 0;
  for (const [i, name] of names.entries()) {
    const bytes = tables[name]!;
    if (name === 'head') headAt = at;
    const entry = 12 + 16 * i;
    for (const [k, c] of [...name].entries()) view.setUint8(entry + k, c.charCodeAt(0));
    file.set(bytes, at);
    view.setUint32(entry + 4, checksum(view, at, padded(bytes.length)));
    view.setUint32(entry + 8, at);
    view.setUint32(entry + 12, bytes.length);
    at += padded(bytes.length);
  }
  view.setUint32(headAt + 8, (0xb1b0afba - checksum(view, 0, file.length)) >>> 0);
  return file;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
