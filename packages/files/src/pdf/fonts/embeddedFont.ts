/** One subset font of a PDF: a glyph for each cluster that was asked for. Source: ISO 32000-1, 9.7 and 9.10. */

import { buildTrueType, joinBoxes, type TrueTypeGlyph } from './buildTrueType.ts';
import { encodeGlyph } from './encodeGlyph.ts';
import type { FontStyle } from './fontFamily.ts';
import type { Contour } from './outline.ts';
import { boxOf } from './outline.ts';

/** What a font needs of the document that it is embedded in: numbered objects. */
export interface PdfObjects {
  ref(data: Record<string, unknown>): PdfObject;
}
export interface PdfObject {
  write(chunk: Uint8Array | string): void;
  end(): void;
}

/** Ascent and descent of every font, in thousandths of an em: those of a line of 12 points. */
const [ascent, descent] = [880, -240];

/** A font being filled. Glyph ids are character ids; one cluster has one. */
export class EmbeddedFont {
  readonly key: string;
  readonly #name: string;
  readonly #style: FontStyle;
  readonly #glyphs: TrueTypeGlyph[] = [unusedGlyph];
  readonly #texts: string[] = [''];

  /** `key` is what pages call it by; `family` the PostScript name of its family. */
  constructor(key: string, family: string, style: FontStyle) {
    this.key = key;
    this.#style = style;
    const look = `${style.isBold ? 'Bold' : ''}${style.isItalic ? 'Italic' : ''}`;
    this.#name = `${family}-${look || 'Regular'}`;
  }

  /** Adds a cluster of a width in thousandths of an em; gives its id as the two bytes of a PDF string. */
  add(text: string, outline: readonly Contour[], advance: number): string {
    this.#glyphs.push(glyphOf(outline, advance));
    this.#texts.push(text);
    return stringOf(this.#glyphs.length - 1);
  }

  /** Writes the font into the document and gives its object. */
  embed(objects: PdfObjects): PdfObject {
    const name = `${this.#tag()}+${this.#name}`;
    const file = objects.ref({});
    const bytes = buildTrueType(this.#glyphs, ascent, descent);
    file.write(bytes);
    file.end();
    const descendant = this.#writeDescendant(objects, name, file);
    const unicode = objects.ref({});
    unicode.write(toUnicodeMap(this.#texts));
    unicode.end();
    return ended(objects, {
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant],
      ToUnicode: unicode,
    });
  }

  #writeDescendant(objects: PdfObjects, name: string, file: PdfObject): PdfObject {
    const { xMin, yMin, xMax, yMax } = this.#glyphs.map(({ box }) => box).reduce(joinBoxes);
    const descriptor = ended(objects, {
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4 | (this.#style.isItalic ? 64 : 0),
      FontBBox: [xMin, yMin, xMax, yMax],
      ItalicAngle: this.#style.isItalic ? -12 : 0,
      Ascent: ascent,
      Descent: descent,
      CapHeight: 580,
      StemV: this.#style.isBold ? 140 : 80,
      FontFile2: file,
    });
    return ended(objects, {
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: new String('Adobe'), Ordering: new String('Identity'), Supplement: 0 },
      FontDescriptor: descriptor,
      CIDToGIDMap: 'Identity',
      DW: 0,
      W: [1, this.#glyphs.slice(1).map(({ advance }) => advance)],
    });
  }

  /** Six letters that stand for what is in the subset. */
  #tag(): string {
    let hash = 0x811c9dc5;
    for (const text of this.#texts)
      for (let i = 0; i <= text.length; i++) hash = Math.imul(hash ^ (text.charCodeAt(i) || 0), 0x01000193) >>> 0;
    return Array.from({ length: 6 }, (_, i) => String.fromCharCode(65 + (Math.floor(hash / 26 ** i) % 26))).join('');
  }
}

const ended = (objects: PdfObjects, data: Record<string, unknown>): PdfObject => {
  const object = objects.ref(data);
  object.end();
  return object;
};

const encoded = new WeakMap<readonly Contour[], Uint8Array>();
/** Glyph 0, never shown; not empty, since readers refuse a font without any outline. */
const unusedGlyph: TrueTypeGlyph = glyphOf(
  [
    [
      { x: 0, y: 0 },
      { x: 0, y: 9 },
      { x: 9, y: 0 },
    ].map((p) => ({ ...p, isOn: true })),
  ],
  0,
);

function glyphOf(outline: readonly Contour[], advance: number): TrueTypeGlyph {
  const bytes = encoded.get(outline) ?? encodeGlyph(outline);
  encoded.set(outline, bytes);
  const points = outline.reduce((sum, { length }) => sum + length, 0);
  return { bytes, advance, box: boxOf(outline), points, contours: outline.length };
}

const hex16 = (value: number) => value.toString(16).padStart(4, '0');

/** A character id in a PDF string: brackets, the backslash and line ends are escaped. One character for each byte. */
function stringOf(cid: number): string {
  return String.fromCharCode(cid >> 8, cid & 0xff).replace(/[()\\\r\n]/g, (c) => escapes[c] ?? `\\${c}`);
}

const escapes: Readonly<Record<string, string>> = { '\r': '\\r', '\n': '\\n' };

/** The text of each glyph, a hundred to a block. */
function toUnicodeMap(texts: readonly string[]): string {
  const lines = texts.map((text, cid) => `<${hex16(cid)}> <${utf16(text)}>`).slice(1);
  const blocks: string[] = [];
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}

/** Half surrogate pairs become U+FFFD, controls a space. */
function utf16(text: string): string {
  const said = text.toWellFormed().replace(/\p{Cc}/gu, ' ');
  return Array.from({ length: said.length }, (_, i) => hex16(said.charCodeAt(i))).join('');
}
