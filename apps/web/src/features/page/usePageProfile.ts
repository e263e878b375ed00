'use client';
/** The page profile of the room's script, as its settings choose it. */
import { openScript, readPageChoices } from '@tramline/collab';
import { finalDraftLetter, type Profile, profileOf } from '@tramline/screenplay';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { useSettings } from './useSettings.ts';

/** The same object as long as the choice stands. */
export function usePageProfile(): Profile {
  const { scriptRoom, script } = useWorkspace();
  const { settings } = openScript(scriptRoom.doc);
  const name = useSettings(settings, (now) => readPageChoices(now, script.language).profile);
  return profileOf(name) ?? finalDraftLetter;
}
