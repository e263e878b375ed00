/** What is drawn where no font has a character: a box with its code point in small digits. */
import type { Font } from 'fontkit';
import { type Contour, outlineOf } from './outline.ts';

const [bottom, top, line] = [-120, 760, 40];

/** The box fills `width` from `x`; digits stand in rows of two. `font` has the digits. */
export function missingOutline(
  character: string,
  font: Font,
  { x, width }: { readonly x: number; readonly width: number },
): Contour[] {
  const hex = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const rows = hex.padStart(hex.length + (hex.length % 2), '0').match(/../g)!;
  const [left, right] = [x + 30, x + width - 30];
  const digitWidth = (right - left - 2 * line - 40) / 2;
  const rowHeight = (top - bottom - 2 * line) / rows.length;
  const height = rowHeight * 0.72;
  const digits = rows.flatMap((row, k) =>
    [...row].flatMap((digit, i) => {
      const dx = left + line + 20 + i * digitWidth;
      const dy = top - line - (k + 1) * rowHeight + (rowHeight - height) / 2;
      const scaleX = digitWidth / font.glyphForCodePoint(0x30).advanceWidth;
      const scaleY = height / font.capHeight;
      return outlineOf(font.glyphForCodePoint(digit.charCodeAt(0)), { scaleX, scaleY, slant: 0, dx, dy });
    }),
  );
  return [...frame(left, right), ...digits];
}

/** An outer edge and an inner one that runs the other way round. */
function frame(left: number, right: number): Contour[] {
  const edge = (inset: number, isReversed: boolean): Contour => {
    const [l, r, b, t] = [left + inset, right - inset, bottom + inset, top - inset].map(Math.round);
    const corners = [
      { x: l!, y: b!, isOn: true },
      { x: l!, y: t!, isOn: true },
      { x: r!, y: t!, isOn: true },
      { x: r!, y: b!, isOn: true },
    ];
    return isReversed ? corners.reverse() : corners;
  };
  return [edge(0, false), edge(line, true)];
}
