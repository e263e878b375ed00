'use client';
/** Reads a part of the model in a view, which draws again only when that part changes. */
import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { WorkspaceModelStore } from './modelStore.ts';
import type { WorkspaceModel } from './workspaceModel.ts';

/** `select` should give a part of the model itself; a freshly made value needs `same` to tell when it is still equal. */
export function useModel<T>(store: WorkspaceModelStore, select: (model: WorkspaceModel) => T, same: (a: T, b: T) => boolean = Object.is): T {
  const last = useRef<{ readonly value: T } | null>(null);
  const read = useCallback(() => {
    const value = select(store.getSnapshot());
    if (last.current === null || !same(last.current.value, value)) last.current = { value };
    return last.current.value;
  }, [store, select, same]);
  return useSyncExternalStore(store.subscribe, read, read);
}
