'use client';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { bindText, type SharedText } from './bindText.ts';

type Control = HTMLInputElement | HTMLTextAreaElement;

/** Gives the ref of an uncontrolled text control that is tied to a shared text for as long as both are there. */
export function useSharedText<C extends Control>(text: SharedText | undefined): (control: C | null) => void {
  const [control, setControl] = useState<C | null>(null);
  const unbind = useRef<(() => void) | null>(null);
  useEffect(() => {
    if (!control || !text) return;
    unbind.current = bindText(text, control);
    return () => unbind.current?.();
  }, [control, text]);
  return setControl;
}

/** The words of a shared text; renders again when they change. */
function useSharedWords(text: SharedText | undefined): string {
  const subscribe = useCallback(
    (listener: () => void) => {
      text?.observe(listener);
      return () => text?.unobserve(listener);
    },
    [text],
  );
  const read = () => text?.toString() ?? '';
  return useSyncExternalStore(subscribe, read, read);
}
