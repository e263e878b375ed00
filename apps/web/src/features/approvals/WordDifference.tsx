import type { DiffSegment } from '@tramline/shots';

export interface WordDifferenceProps {
  readonly segments: readonly DiffSegment[];
  /** `both`: struck and added in one line. `seen` and `now`: one side of it. */
  readonly side?: 'both' | 'seen' | 'now';
}

/** Words of both sides that are far from any change are left out of a long line. */
const CONTEXT_UNITS = 60;

function shorten(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= 2 * CONTEXT_UNITS) return text;
  const head = isFirst ? '' : text.slice(0, CONTEXT_UNITS);
  const tail = isLast ? '' : text.slice(-CONTEXT_UNITS);
  return `${head} … ${tail}`.trim();
}

/** A difference word by word: what went is struck, what came is tinted. */
export function WordDifference({ segments, side = 'both' }: WordDifferenceProps) {
  const shown = segments.filter(
    ({ op }) => side === 'both' || op === 'same' || op === (side === 'seen' ? 'removed' : 'added'),
  );
  return (
    <p className="diff">
      {shown.map(({ op, text }, at) => {
        const key = `${at} ${op}`;
        if (op === 'removed') return <del key={key}>{text}</del>;
        if (op === 'added') return <ins key={key}>{text}</ins>;
        return <span key={key}>{shorten(text, at === 0, at === shown.length - 1)}</span>;
      })}
    </p>
  );
}
