import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { joinClasses } from './joinClasses.ts';
import { type GlyphState, StateGlyph } from './StateGlyph.tsx';

export interface ChipProps {
  /** Colours the chip and puts the state's glyph before the words. */
  readonly state?: GlyphState;
  /** Without the glyph, for a cause beside a glyph. */
  readonly bare?: boolean;
  readonly outline?: boolean;
  readonly children: ReactNode;
  /** Makes the chip removable; needs the name of the act. */
  readonly onRemove?: () => void;
  readonly removeLabel?: string;
}

/** A small fact beside a title. */
export function Chip({ state, bare, outline, children, onRemove, removeLabel }: ChipProps) {
  return (
    <span className={joinClasses('chip', state, outline && 'out')}>
      {state && !bare && <StateGlyph state={state} size={11} />}
      {children}
      {onRemove && (
        <button type="button" className="chip-x" aria-label={removeLabel} onClick={onRemove}>
          <X size={11} aria-hidden="true" />
        </button>
      )}
    </span>
  );
}
