'use client';
import { useRouter } from 'next/navigation';
import { useCallback } from 'react';

/** Asked before another screen is shown; false keeps the person where they are. */
type Guard = (path: string) => boolean;
const guards = new Set<Guard>();

/** Asks before the screen changes from within the app. Returns how to stop. */
export function guardLeaving(guard: Guard): () => void {
  guards.add(guard);
  return () => guards.delete(guard);
}

/** Goes to another screen of the app, unless somebody who was asked says no. */
export function useGo(): (path: string) => void {
  const router = useRouter();
  return useCallback(
    (path) => {
      if ([...guards].every((guard) => guard(path))) router.push(path);
    },
    [router],
  );
}
