import type { JSX } from 'react';

/** How a thing stands. Each state is a shape of its own; hue only repeats it. */
export type GlyphState = 'none' | 'waiting' | 'approved' | 'changes' | 'stale' | 'running' | 'unknown';

const CUT = 'var(--glyph-cut,var(--panel))';
const SHAPES: Readonly<Record<GlyphState, JSX.Element>> = {
  none: <circle cx={6} cy={6} r={4.25} fill="none" stroke="currentColor" strokeWidth={1.5} strokeDasharray="2 1.6" />,
  waiting: (
    <>
      <circle cx={6} cy={6} r={4.25} fill="none" stroke="currentColor" strokeWidth={1.5} />
      <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" />
    </>
  ),
  approved: (
    <>
      <circle cx={6} cy={6} r={5.25} fill="currentColor" />
      <path
        d="M3.6 6.2 5.3 7.9 8.5 4.4"
        fill="none"
        stroke={CUT}
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  changes: (
    <>
      <rect x={1} y={1} width={10} height={10} rx={2.2} fill="currentColor" />
      <path d="M4 4l4 4M8 4l-4 4" stroke={CUT} strokeWidth={1.5} strokeLinecap="round" />
    </>
  ),
  stale: (
    <>
      <path
        d="M6 .9a.9.9 0 0 1 .78.45l4.6 8A.95.95 0 0 1 10.55 10.8H1.45a.95.95 0 0 1-.83-1.45l4.6-8A.9.9 0 0 1 6 .9z"
        fill="currentColor"
      />
      <path d="M6 4.3v2.6" stroke={CUT} strokeWidth={1.4} strokeLinecap="round" />
      <circle cx={6} cy={8.8} r={0.8} fill={CUT} />
    </>
  ),
  running: (
    <>
      <circle cx={6} cy={6} r={4.25} fill="none" stroke="currentColor" strokeOpacity={0.3} strokeWidth={1.5} />
      <path
        className="spin"
        d="M6 1.75A4.25 4.25 0 0 1 10.25 6"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.75}
        strokeLinecap="round"
      />
    </>
  ),
  unknown: (
    <>
      <path d="M6 .8 11.2 6 6 11.2.8 6z" fill="none" stroke="currentColor" strokeWidth={1.4} strokeLinejoin="round" />
      <path
        d="M4.9 5a1.15 1.15 0 1 1 1.6 1.05c-.3.14-.45.35-.45.65"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.1}
        strokeLinecap="round"
      />
      <circle cx={6.05} cy={8.1} r={0.62} fill="currentColor" />
    </>
  ),
};

export interface StateGlyphProps {
  readonly state: GlyphState;
  /** 10, 11, 12, 13, 14 or 18 px. */
  readonly size?: number;
  /** The accessible name. Without it the glyph is decoration beside words that say the same. */
  readonly label?: string;
}

/** One of the seven state glyphs. The hole of a filled one takes `--glyph-cut`, the surface behind it. */
export function StateGlyph({ state, size = 12, label }: StateGlyphProps) {
  return (
    <svg
      className={`gl gl-${state}`}
      width={size}
      height={size}
      viewBox="0 0 12 12"
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
    >
      {SHAPES[state]}
    </svg>
  );
}
