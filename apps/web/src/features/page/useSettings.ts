'use client';
import { useCallback, useRef, useSyncExternalStore } from 'react';
/** A value read from a document's settings; renders again when they change and it is another one. */
import type * as Y from 'yjs';

/** `read` gives plain data; what equals the last value by its JSON is the same object. */
export function useSettings<T>(settings: Y.Map<unknown>, read: (settings: Y.Map<unknown>) => T): T {
  const last = useRef<{ readonly json: string; readonly value: T } | null>(null);
  const subscribe = useCallback(
    (listener: () => void) => {
      settings.observe(listener);
      return () => settings.unobserve(listener);
    },
    [settings],
  );
  const snapshot = (): T => {
    const value = read(settings);
    const json = JSON.stringify(value);
    if (last.current?.json !== json) last.current = { json, value };
    return last.current.value;
  };
  return useSyncExternalStore(subscribe, snapshot, snapshot);
}
