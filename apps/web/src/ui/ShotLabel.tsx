import type { CSSProperties } from 'react';
import { joinClasses } from './joinClasses.ts';

export interface ShotLabelProps {
  /** `12C`; never truncated. */
  readonly label: string;
  /** The line's token, `teal` or `line-teal`; or a whole CSS colour. */
  readonly hue: string;
  /** `filled`: has a take. `hollow`: has none. `bare`: words only, at the head of the next page. */
  readonly look?: 'filled' | 'hollow' | 'bare';
  readonly big?: boolean;
}

/** A CSS colour for a line's hue: the name of a token, or a colour as it is. */
export function lineColour(hue: string): string {
  return /^[a-z-]+$/.test(hue) ? `var(--line-${hue.replace(/^line-/, '')})` : hue;
}

/** The label of a shot in the colour of its line. */
export function ShotLabel({ label, hue, look = 'filled', big = false }: ShotLabelProps) {
  const style = { '--line': lineColour(hue) } as CSSProperties;
  return (
    <span
      className={joinClasses('lab', look === 'hollow' && 'hollow', look === 'bare' && 'ghost', big && 'big')}
      style={style}
    >
      {label}
    </span>
  );
}
