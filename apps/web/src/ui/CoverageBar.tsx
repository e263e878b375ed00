export interface CoverageBarProps {
  /** Covered stretches from 0 to 1, in order, without overlaps. */
  readonly parts: readonly { readonly from: number; readonly to: number }[];
  readonly label: string;
}

/** Where in a scene words are covered: 4 px high, as wide as its place. */
export function CoverageBar({ parts, label }: CoverageBarProps) {
  return (
    <svg className="cov" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect className="u" x={0} y={0} width={100} height={4} />
      {parts.map(({ from, to }) => (
        <rect key={from} x={from * 100} y={0} width={Math.max(0, to - from) * 100} height={4} />
      ))}
    </svg>
  );
}

/** How much of a whole is done, from 0 to 1, as a plain bar. */
export function ProgressBar({ value, label }: { value: number; label: string }) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      className="bar"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  );
}
