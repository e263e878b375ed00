/** The font families that a PDF is set in, and the order in which they are asked for a character. */

/** Bold and italic. */
export interface FontStyle {
  readonly isBold: boolean;
  readonly isItalic: boolean;
}

/**
 * A family as its npm package has it: slices by Unicode range, in WOFF where there is one, since that opens faster, else WOFF2. `name` is what the PDF calls the font. `styles` says
 * where bold comes from: files of their own (`static`), the weight axis (`variable`), or nowhere (`regular`). Italics that
 * a family does not have are slanted.
 */
export interface FontFamily {
  readonly name: string;
  readonly folder: string;
  readonly styles: 'static' | 'variable' | 'regular';
}

const variable = (name: string, slug: string): FontFamily => ({
  name,
  folder: `@fontsource-variable/${slug}`,
  styles: 'variable',
});

export const courierPrime: FontFamily = {
  name: 'CourierPrime',
  folder: '@fontsource/courier-prime',
  styles: 'static',
};
const serifChinese = variable('NotoSerifSC', 'noto-serif-sc');
const sansChinese = variable('NotoSansSC', 'noto-sans-sc');
const korean = variable('NotoSansKR', 'noto-sans-kr');
const emoji = variable('NotoEmoji', 'noto-emoji');
const symbols: FontFamily = {
  name: 'NotoSansSymbols2',
  folder: '@fontsource/noto-sans-symbols-2',
  styles: 'regular',
};

/** Families whose letters join, stack or run from right to left: whole words of theirs are shaped at once. */
const shaped: readonly FontFamily[] = [
  variable('NotoSansArabic', 'noto-sans-arabic'),
  variable('NotoSansHebrew', 'noto-sans-hebrew'),
  variable('NotoSansThai', 'noto-sans-thai'),
  variable('NotoSansDevanagari', 'noto-sans-devanagari'),
];

/** What the Chinese words of a script are set in: 宋体 or 黑体. */
export type ChineseFace = 'serif' | 'sans';

/**
 * The families in the order in which they are asked. A character two cells wide is looked for among the East Asian ones
 * first, Korean leading in a Korean script; one of one cell in Courier Prime, then in a face of the same width.
 */
export function fontChain(cells: number, face: ChineseFace, language: string): readonly FontFamily[] {
  const chinese = face === 'serif' ? [serifChinese, sansChinese] : [sansChinese, serifChinese];
  const eastAsian = language.startsWith('ko') ? [korean, ...chinese] : [...chinese, korean];
  if (cells === 2) return [...eastAsian, emoji, symbols, courierPrime];
  return [courierPrime, variableMono, ...shaped, ...eastAsian, symbols, emoji];
}

const variableMono = variable('NotoSansMono', 'noto-sans-mono');

/** The path of a slice in its package, and the weight to set on its axis. */
export function sliceFile(
  family: FontFamily,
  slice: string,
  { isBold, isItalic }: FontStyle,
): { readonly path: string; readonly weight: number | undefined } {
  const slug = family.folder.slice(family.folder.indexOf('/') + 1);
  const stem = `${family.folder}/files/${slug}-${slice.replace(/[[\]]/g, '')}`;
  const weight = isBold ? 700 : 400;
  if (family.styles === 'variable') return { path: `${stem}-wght-normal.woff2`, weight };
  if (family.styles === 'regular') return { path: `${stem}-400-normal.woff`, weight: undefined };
  return { path: `${stem}-${weight}-${isItalic ? 'italic' : 'normal'}.woff`, weight: undefined };
}

/** Whether italics have files of their own. */
export function hasItalics(family: FontFamily): boolean {
  return family.styles === 'static';
}
