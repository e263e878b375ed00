'use client';
import { useSyncExternalStore } from 'react';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import type { PageState } from './pageStore.ts';

/** A value of the page's state; renders again only when it changes. */
export function usePage<T>(select: (state: PageState) => T): T {
  const { page } = useWorkspace();
  const read = () => select(page.getSnapshot());
  return useSyncExternalStore(page.subscribe, read, read);
}
