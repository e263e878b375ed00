/** Fonts off the disk: the slices of a family that hold given characters, opened once and kept. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { type FontFamily, type FontStyle, sliceFile } from './fontFamily.ts';
import { readWoff } from './sfnt.ts';

/** Reads a file of a font package by its path, such as `@fontsource/courier-prime/unicode.json`. */
export type ReadFont = (path: string) => Promise<Uint8Array>;

const { resolve } = createRequire(import.meta.url);

/** Reads it from where this package's dependencies are installed. */
export const readInstalledFont: ReadFont = (path) => readFile(resolve(path));

/** Code points `[from, to]` that a slice has. */
interface SliceRange {
  readonly from: number;
  readonly to: number;
  readonly slice: string;
}

/** Slices of fonts from one reader. What was opened stays open: the next document needs most of it again. */
export class FontFiles {
  static readonly #open = new WeakMap<ReadFont, FontFiles>();
  readonly #read: ReadFont;
  readonly #ranges = new Map<string, Promise<readonly SliceRange[]>>();
  readonly #fonts = new Map<string, Promise<Font | undefined>>();

  private constructor(read: ReadFont) {
    this.#read = read;
  }

  /** The one of a reader. */
  static of(read: ReadFont): FontFiles {
    const known = FontFiles.#open.get(read);
    if (known) return known;
    const files = new FontFiles(read);
    FontFiles.#open.set(read, files);
    return files;
  }

  /** The font of a family and style that has the character; undefined where none has it. */
  async find(family: FontFamily, style: FontStyle, codePoint: number): Promise<Font | undefined> {
    for (const { from, to, slice } of await this.#rangesOf(family)) {
      if (codePoint < from || codePoint > to) continue;
      const font = await this.#fontOf(family, slice, style);
      if (font?.hasGlyphForCodePoint(codePoint)) return font;
    }
    return undefined;
  }

  #rangesOf(family: FontFamily): Promise<readonly SliceRange[]> {
    return keep(this.#ranges, family.folder, async () => {
      const json = new TextDecoder().decode(await this.#read(`${family.folder}/unicode.json`));
      return readRanges(JSON.parse(json) as Record<string, string>);
    });
  }

  /** A slice that is listed but not there is as good as none. */
  #fontOf(family: FontFamily, slice: string, style: FontStyle): Promise<Font | undefined> {
    const { path, weight } = sliceFile(family, slice, style);
    return keep(this.#fonts, `${path} ${weight}`, async () => {
      const packed = await this.#read(path).catch(() => undefined);
      if (packed === undefined) return undefined;
      if (weight === undefined) return create(Buffer.from(readWoff(packed))) as Font;
      const { decompress } = await import('wawoff2');
      return (create(Buffer.from(await decompress(packed))) as Font).getVariation({ wght: weight });
    });
  }
}

function keep<V>(cache: Map<string, Promise<V>>, key: string, make: () => Promise<V>): Promise<V> {
  const known = cache.get(key);
  if (known) return known;
  const made = make();
  cache.set(key, made);
  made.catch(() => cache.delete(key));
  return made;
}

/** `U+0000-00FF,U+0131`, by slice. */
function readRanges(slices: Readonly<Record<string, string>>): SliceRange[] {
  return Object.entries(slices).flatMap(([slice, ranges]) =>
    ranges.split(',').map((range) => {
      const [from, to = from] = range.trim().slice(2).split('-');
      return { from: Number.parseInt(from!, 16), to: Number.parseInt(to!, 16), slice };
    }),
  );
}
