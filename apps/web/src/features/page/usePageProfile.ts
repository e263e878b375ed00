'use client';
/** The page profile of the room's script, as its settings choose it. */
import { openScript, readPageChoices } from '@tramline/collab';
import { finalDraftLetter, type Profile, profileOf } from '@tramline/screenplay';
import { useCallback, useSyncExternalStore } from 'react';
import { useWorkspace } from '../workspace/useWorkspace.ts';

/** The same object as long as the choice stands. */
export function usePageProfile(): Profile {
  const { scriptRoom, script } = useWorkspace();
  const { settings } = openScript(scriptRoom.doc);
  const subscribe = useCallback(
    (listener: () => void) => {
      settings.observe(listener);
      return () => settings.unobserve(listener);
    },
    [settings],
  );
  const read = (): Profile => profileOf(readPageChoices(settings, script.language).profile) ?? finalDraftLetter;
  return useSyncExternalStore(subscribe, read, read);
}
