/**
 * A TrueType file of given glyphs, with the tables that a PDF asks of an embedded font. Sources: ISO 32000-1, 9.9; OpenType
 * specification 1.9.1.
 */
import type { Box } from './outline.ts';
import { signTables, words, writeTables } from './sfnt.ts';

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
  const tables = {
    glyf,
    head: writeHead(box),
    hhea: writeHhea(glyphs, ascent, descent, box),
    hmtx: writeHmtx(glyphs),
    loca,
    maxp: writeMaxp(glyphs),
  };
  return signTables(writeTables(tables));
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
