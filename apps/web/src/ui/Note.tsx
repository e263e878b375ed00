import type { ReactNode } from 'react';
import { joinClasses } from './joinClasses.ts';
import { StateGlyph } from './StateGlyph.tsx';

export interface NoteProps {
  readonly state: 'stale' | 'changes' | 'waiting' | 'approved' | 'unknown';
  readonly children: ReactNode;
  /** Announce it when it appears. */
  readonly live?: boolean;
}

/** A sentence that explains a state, on its soft fill, with its glyph. */
export function Note({ state, children, live }: NoteProps) {
  return (
    <div className={joinClasses('note', state)} role={live ? 'alert' : undefined}>
      <StateGlyph state={state} size={14} />
      <div>{children}</div>
    </div>
  );
}
