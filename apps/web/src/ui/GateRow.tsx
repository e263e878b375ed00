import { type GlyphState, StateGlyph } from './StateGlyph.tsx';

export interface GateRowProps {
  /** States in the order script, prompt, picture, final; as many as there are gates to show. */
  readonly states: readonly GlyphState[];
  readonly size?: number;
  /** All states as one name, such as "Script approved, prompt stale". */
  readonly label: string;
}

/** The states of the gates beside each other. */
export function GateRow({ states, size = 10, label }: GateRowProps) {
  return (
    <span className="gates" role="img" aria-label={label}>
      {states.map((state, at) => (
        // The place in the row is the gate itself.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <StateGlyph key={at} state={state} size={size} />
      ))}
    </span>
  );
}
