'use client';
import { useEffect, useRef } from 'react';

export interface DecisionKeys {
  readonly isOn: boolean;
  readonly approve: (() => void) | undefined;
  readonly request: (() => void) | undefined;
}

/** Whether a key belongs to the text under the caret, or to a dialog or menu that lies over the screen. */
function belongsElsewhere(event: KeyboardEvent): boolean {
  const target = event.target;
  if (event.defaultPrevented || event.isComposing || event.metaKey || event.ctrlKey || event.altKey || event.shiftKey || event.repeat) return true;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.closest('input, textarea, select, [role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null;
}

/** The single letters A and R, outside of text. */
export function useDecisionKeys(keys: DecisionKeys): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (!latest.current.isOn || belongsElsewhere(event)) return;
      const act = event.key === 'a' ? latest.current.approve : event.key === 'r' ? latest.current.request : undefined;
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
