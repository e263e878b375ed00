'use client';
import { useMemo, useSyncExternalStore } from 'react';
import { type SaveState, worstSaveState } from '../../sync/saveState.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';

export interface Saved extends SaveState {
  /** When the server last had everything, in milliseconds since 1970; null if not yet. */
  readonly at: number | null;
}

/** Where the words of both rooms are, the worse of the two. */
export function useSaved(): Saved {
  const { scriptRoom, shotsRoom } = useWorkspace();
  const source = useMemo(() => {
    const rooms = [scriptRoom, shotsRoom];
    let last: Saved | null = null;
    return {
      subscribe(listener: () => void) {
        const stops = rooms.map((room) => room.subscribe(listener));
        return () => {
          for (const stop of stops) stop();
        };
      },
      read(): Saved {
        const worst = worstSaveState(rooms.map((room) => room.saved));
        const times = rooms.flatMap((room) => room.savedAt ?? []);
        const at = times.length === 0 ? null : Math.max(...times);
        const isSame =
          last?.state === worst.state && last.count === worst.count && last.cause === worst.cause && last.at === at;
        if (!last || !isSame) last = { ...worst, at };
        return last;
      },
    };
  }, [scriptRoom, shotsRoom]);
  return useSyncExternalStore(source.subscribe, source.read, source.read);
}
