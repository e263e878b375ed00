/** A cluster as one outline that fills its cells: looked for along the chain of fonts, squeezed or centred, slanted. */
import type { Font, Glyph } from 'fontkit';
import type { Cluster } from './cluster.ts';
import { courierPrime, type FontFamily, type FontStyle, hasItalics } from './fontFamily.ts';
import type { FontFiles } from './fontFiles.ts';
import { missingOutline } from './missingOutline.ts';
import { boxOf, type Contour, outlineOf, type Placing } from './outline.ts';

/** `isMissing`: no font has it; the outline is a box with the code point. */
export interface PlacedCluster {
  readonly family: FontFamily;
  readonly outline: readonly Contour[];
  readonly isMissing: boolean;
}

export interface ClusterPlace {
  readonly files: FontFiles;
  readonly chain: readonly FontFamily[];
  readonly style: FontStyle;
  /** Width of the cells of the cluster, in thousandths of an em. */
  readonly width: number;
}

const slant = 0.2;
const blank = /^(?:\p{White_Space}|\p{Cc}|\p{Cf}|\p{Variation_Selector})+$/u;
const unseen = /\p{Cf}|\p{Variation_Selector}/u;

/** The cluster in the first family that has its base. White space, controls and joiners draw nothing. */
export async function placeCluster(cluster: Cluster, place: ClusterPlace): Promise<PlacedCluster> {
  if (blank.test(cluster.text)) return { family: courierPrime, outline: [], isMissing: false };
  const shaped = cluster.kind === 'character' ? undefined : await placeWord(cluster, place);
  return shaped ?? (await placeCharacters(cluster, place));
}

/** A word shaped by its font, if one has all of it. */
async function placeWord({ text, kind }: Cluster, place: ClusterPlace): Promise<PlacedCluster | undefined> {
  const found = await findFont(text.codePointAt(0)!, place);
  if (!found) return undefined;
  const { glyphs, positions, advanceWidth } = found.font.layout(text);
  if (glyphs.some(({ id }) => id === 0)) return undefined;
  const scale = 1000 / found.font.unitsPerEm;
  const squeeze = Math.min(1, place.width / (advanceWidth * scale));
  const slack = place.width - advanceWidth * scale * squeeze;
  let x = kind === 'rightToLeftWord' ? slack : 0;
  const outline: Contour[] = [];
  for (const [i, glyph] of glyphs.entries()) {
    const { xAdvance, xOffset, yOffset } = positions[i]!;
    const dx = x + xOffset * scale * squeeze;
    outline.push(...outlineOf(glyph, placing(found, place.style, { squeeze, dx, dy: yOffset * scale })));
    x += xAdvance * scale * squeeze;
  }
  return { family: found.family, outline, isMissing: false };
}

/** One character after the other, each in its share of the cells; marks over the one before. */
async function placeCharacters(cluster: Cluster, place: ClusterPlace): Promise<PlacedCluster> {
  const characters = [...cluster.text.normalize('NFC')].filter((c) => !unseen.test(c));
  const bases = characters.filter((c) => !/\p{M}/u.test(c)).length || 1;
  const width = place.width / bases;
  const outline: Contour[] = [];
  let [family, isMissing, x] = [undefined as FontFamily | undefined, false, 0];
  for (const [i, character] of characters.entries()) {
    const isMark = /\p{M}/u.test(character);
    if (isMark && i > 0) x -= width;
    const found = await findFont(character.codePointAt(0)!, place);
    if (found) outline.push(...(isMark ? markOutline : baseOutline)(found, place.style, x, width));
    else {
      isMissing = true;
      const digits = (await place.files.find(courierPrime, { isBold: false, isItalic: false }, 0x30))!;
      outline.push(...missingOutline(character, digits, { x, width: Math.max(width, 400) }));
    }
    family ??= found?.family;
    x += width;
  }
  return { family: family ?? courierPrime, outline, isMissing };
}

interface FoundFont {
  readonly font: Font;
  readonly family: FontFamily;
  readonly glyph: Glyph;
}

async function findFont(codePoint: number, { files, chain, style }: ClusterPlace): Promise<FoundFont | undefined> {
  for (const family of chain) {
    const font = await files.find(family, style, codePoint);
    if (font) return { font, family, glyph: font.glyphForCodePoint(codePoint) };
  }
  return undefined;
}

/** In the middle of its cells, narrower where it is wider than they are. */
function baseOutline(found: FoundFont, style: FontStyle, x: number, width: number): Contour[] {
  const natural = (found.glyph.advanceWidth * 1000) / found.font.unitsPerEm;
  const squeeze = natural > width && width > 0 ? width / natural : 1;
  const dx = x + Math.max(0, (width - natural * squeeze) / 2);
  return outlineOf(found.glyph, placing(found, style, { squeeze, dx, dy: 0 }));
}

/** Over the middle of the cells, whatever the mark's own origin. */
function markOutline(found: FoundFont, style: FontStyle, x: number, width: number): Contour[] {
  const loose = outlineOf(found.glyph, placing(found, style, { squeeze: 1, dx: 0, dy: 0 }));
  const { xMin, xMax } = boxOf(loose);
  const dx = Math.round(x + width / 2 - (xMin + xMax) / 2);
  return loose.map((contour) => contour.map((point) => ({ ...point, x: point.x + dx })));
}

function placing(
  { font, family }: FoundFont,
  { isItalic }: FontStyle,
  { squeeze, dx, dy }: { squeeze: number; dx: number; dy: number },
): Placing {
  const scale = 1000 / font.unitsPerEm;
  const slanted = isItalic && !hasItalics(family) ? slant * scale : 0;
  return { scaleX: scale * squeeze, scaleY: scale, slant: slanted, dx, dy };
}
