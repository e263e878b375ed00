'use client';
import { usePathname } from 'next/navigation';
import { useEffect } from 'react';
import { useWorkspace, useWorkspaceFocus } from './useWorkspace.ts';

/** Tells the project which screen and which scene this person is in. */
export function useWhereabouts(): void {
  const { events, script } = useWorkspace();
  const sceneId = useWorkspaceFocus((state) => state.caretSceneId);
  const screen = usePathname().endsWith('/shots') ? 'shots' : 'script';
  useEffect(() => {
    events.tellWhereabouts({ screen, scriptId: script.id, ...(sceneId ? { sceneId } : {}) });
  }, [events, screen, script.id, sceneId]);
}
