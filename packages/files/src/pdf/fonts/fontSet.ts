/** All fonts of one document: finds, places and keeps a glyph for every cluster, and sets texts in them. */
import { type Cluster, plainText, readClusters } from './cluster.ts';
import { EmbeddedFont, type PdfObject, type PdfObjects } from './embeddedFont.ts';
import { type ChineseFace, type FontFamily, type FontStyle, fontChain, hasItalics } from './fontFamily.ts';
import { FontFiles, type ReadFont } from './fontFiles.ts';
import { type PlacedCluster, placeCluster } from './placeCluster.ts';

/** `cell` and `size` in points; `ambiguousWide` as in the profile. */
export interface FontSetOptions {
  readonly cell: number;
  readonly size: number;
  readonly ambiguousWide: boolean;
  readonly face: ChineseFace;
  readonly language: string;
  readonly readFont: ReadFont;
}

/** A text of one style. */
export interface StyledText {
  readonly text: string;
  readonly style: FontStyle;
}

/** A stretch in one font: the name of the font on pages, and its glyphs as what stands between the brackets of a PDF string. */
export interface SetRun {
  readonly font: string;
  readonly glyphs: string;
}

interface Slot {
  readonly font: EmbeddedFont;
  readonly glyphs: string;
}

/** Placed clusters of earlier documents, by what they depend on. */
const placed = new WeakMap<ReadFont, Map<string, PlacedCluster>>();

const none: readonly Cluster[] = [];
const maxPlaced = 30_000;

const looks: readonly FontStyle[] = [
  { isBold: false, isItalic: false },
  { isBold: true, isItalic: false },
  { isBold: false, isItalic: true },
  { isBold: true, isItalic: true },
];
const lookOf = ({ isBold, isItalic }: FontStyle) => (isBold ? 1 : 0) + (isItalic ? 2 : 0);

/** Shape: `load` every text first; then `set` any of them; `embed` last. Equal texts in equal order give equal fonts. */
export class FontSet {
  readonly #options: FontSetOptions;
  readonly #files: FontFiles;
  readonly #placed: Map<string, PlacedCluster>;
  readonly #slots = looks.map(() => new Map<string, Slot>());
  readonly #fonts = new Map<string, EmbeddedFont>();
  readonly #missing = new Set<string>();

  constructor(options: FontSetOptions) {
    this.#options = options;
    this.#files = FontFiles.of(options.readFont);
    this.#placed = placed.get(options.readFont) ?? new Map();
    placed.set(options.readFont, this.#placed);
  }

  /** Characters that no font has, in the order in which they came. */
  get missing(): string[] {
    return [...this.#missing];
  }

  /** Finds a glyph for every cluster of the texts. */
  async load(texts: Iterable<StyledText>): Promise<void> {
    for (const { text, style } of texts) {
      const look = lookOf(style);
      const slots = this.#slots[look]!;
      for (const cluster of this.#newClusters(text, slots))
        if (!slots.has(keyOf(cluster))) slots.set(keyOf(cluster), await this.#makeSlot(cluster, looks[look]!));
    }
  }

  #newClusters(text: string, slots: ReadonlyMap<string, Slot>): readonly Cluster[] {
    if (!plainText.test(text)) return readClusters(text, this.#options.ambiguousWide);
    for (const c of text) if (!slots.has(c)) return readClusters(text, this.#options.ambiguousWide);
    return none;
  }

  /** A text that was loaded, as runs of one font each. */
  set({ text, style }: StyledText): SetRun[] {
    const slots = this.#slots[lookOf(style)]!;
    const runs: { font: string; glyphs: string }[] = [];
    let last: { font: string; glyphs: string } | undefined;
    const isPlain = plainText.test(text);
    for (const piece of isPlain ? text : readClusters(text, this.#options.ambiguousWide)) {
      const slot = slots.get(typeof piece === 'string' ? piece : keyOf(piece));
      if (!slot) throw new RangeError(`not loaded: ${text}`);
      if (last?.font !== slot.font.key) {
        last = { font: slot.font.key, glyphs: '' };
        runs.push(last);
      }
      last.glyphs += slot.glyphs;
    }
    return runs;
  }

  /** Writes the fonts; each by the name that pages call it. */
  embed(objects: PdfObjects): Map<string, PdfObject> {
    return new Map([...this.#fonts.values()].map((font) => [font.key, font.embed(objects)]));
  }

  async #makeSlot(cluster: Cluster, style: FontStyle): Promise<Slot> {
    const { cell, size } = this.#options;
    const width = (cluster.cells * cell * 1000) / size;
    const found = await this.#place(cluster, style, width);
    if (found.isMissing) this.#missing.add(cluster.text);
    const font = this.#fontOf(found.family, style);
    return { font, glyphs: font.add(cluster.text, found.outline, width) };
  }

  async #place(cluster: Cluster, style: FontStyle, width: number): Promise<PlacedCluster> {
    const { face, language } = this.#options;
    const key = [cluster.text, cluster.kind, lookOf(style), width, cluster.cells, face, language].join('\n');
    const known = this.#placed.get(key);
    if (known) return known;
    const chain = fontChain(cluster.cells, face, language);
    const found = await placeCluster(cluster, { files: this.#files, chain, style, width });
    if (this.#placed.size >= maxPlaced) this.#placed.clear();
    this.#placed.set(key, found);
    return found;
  }

  /** Symbols have no bold of their own, and stand in one font whatever the style. */
  #fontOf(family: FontFamily, style: FontStyle): EmbeddedFont {
    const own = family.styles === 'regular' ? { ...style, isBold: false } : style;
    const key = `F${this.#fonts.size + 1}`;
    const name = `${family.name} ${lookOf(own)} ${hasItalics(family)}`;
    const known = this.#fonts.get(name);
    if (known) return known;
    const font = new EmbeddedFont(key, family.name, own);
    this.#fonts.set(name, font);
    return font;
  }
}

const keyOf = ({ text, cells }: Cluster) => (text.length === 1 ? text : `${text}\n${cells}`);
