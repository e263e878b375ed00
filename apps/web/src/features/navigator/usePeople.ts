'use client';
import type { PresenceEntry } from '@tramline/wire';
import { useRef, useSyncExternalStore } from 'react';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { otherPeople, type PeopleByScene, peopleByScene } from './peopleHere.ts';
import type { PersonHere } from './SceneRow.tsx';

function usePresence(): readonly PresenceEntry[] {
  const { events } = useWorkspace();
  return useSyncExternalStore(events.subscribePresence, events.getPresence, events.getPresence);
}

/** Who is in which scene of this script. */
export function usePeopleByScene(): PeopleByScene {
  const { script, me } = useWorkspace();
  const entries = usePresence();
  const last = useRef<PeopleByScene>(new Map());
  last.current = peopleByScene(entries, { scriptId: script.id, myId: me.id, before: last.current });
  return last.current;
}

/** Who else is in the project now. */
export function useOtherPeople(): readonly PersonHere[] {
  return otherPeople(usePresence(), useWorkspace().me.id);
}
