/** The operators that draw a page. Source: ISO 32000-1, 8.2 and 9.4. */
import type { FontSet } from './fonts/fontSet.ts';
import { type Colour, fontSize, type PageRule, type PageText } from './pageText.ts';

/** A page to draw: `under` lies below the words, `over` on top of them. `watermark` is ready-made content. */
export interface PageContent {
  readonly texts: readonly PageText[];
  readonly under: readonly PageRule[];
  readonly over: readonly PageRule[];
  readonly watermark: string;
}

/** The content of a page whose origin is the upper left corner, y running down. One character for each byte. */
export function drawPageContent({ texts, under, over, watermark }: PageContent, fonts: FontSet): string {
  return [watermark, ...under.map(drawRule), drawTexts(texts, fonts), ...over.map(drawRule)].filter(Boolean).join('\n');
}

function drawRule({ x, y, width, height, colour }: PageRule): string {
  return `${colourOf(colour)} rg ${[x, y, width, height].map(number).join(' ')} re f`;
}

function drawTexts(texts: readonly PageText[], fonts: FontSet): string {
  if (texts.length === 0) return '';
  let font = '';
  const lines: string[] = ['0 0 0 rg BT'];
  for (const { x, y, parts } of texts) {
    let line = `1 0 0 -1 ${number(x)} ${number(y)} Tm`;
    for (const run of parts.flatMap((part) => fonts.set(part))) {
      if (run.font !== font) line += ` /${run.font} ${fontSize} Tf`;
      line += ` (${run.glyphs}) Tj`;
      font = run.font;
    }
    lines.push(line);
  }
  lines.push('ET');
  return lines.join('\n');
}

/** A text across the page from the lower left to the upper right, light, as wide as fits. */
export function drawWatermark(
  text: PageText,
  cells: number,
  paper: { width: number; height: number; cell: number },
  fonts: FontSet,
): string {
  const { width, height, cell } = paper;
  const angle = Math.atan2(height, width);
  const size = Math.min(60, (0.78 * Math.hypot(width, height) * fontSize) / (cells * cell));
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const half = (cells * cell * size) / fontSize / 2;
  const down = size * 0.3;
  const x = width / 2 - half * cos + down * sin;
  const y = height / 2 + half * sin + down * cos;
  const runs = text.parts.flatMap((part) => fonts.set(part));
  const shown = runs.map(({ font, glyphs }) => `/${font} ${number(size)} Tf (${glyphs}) Tj`).join(' ');
  const matrix = [cos, -sin, -sin, -cos, x, y].map(number).join(' ');
  return `/Artifact BMC 0.88 0.88 0.88 rg BT ${matrix} Tm ${shown} ET EMC`;
}

const colourOf = (colour: Colour) => colour.map(number).join(' ');
const number = (value: number) => String(Math.round(value * 1000) / 1000);
