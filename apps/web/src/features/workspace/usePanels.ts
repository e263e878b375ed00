'use client';
import { createContext, useContext, useEffect } from 'react';
import type { SidePanelState } from '../../ui/useSidePanel.ts';
import { NEW_THREAD_ID } from '../comments/NewThread.tsx';
import type { OpenWorkspace } from './createWorkspace.ts';

export const OpenWorkspaceContext = createContext<OpenWorkspace | null>(null);

/** Lets commands make the panel of this screen visible. */
export function useShowPanel(panel: Pick<SidePanelState, 'show'>): void {
  const open = useContext(OpenWorkspaceContext);
  useEffect(() => {
    if (!open) return;
    open.setShowPanel((part) => {
      panel.show();
      // The box is there only after the panel has drawn its other tab.
      if (part === 'newThread')
        requestAnimationFrame(() => document.querySelector<HTMLElement>(`#${NEW_THREAD_ID} textarea`)?.focus());
    });
    return () => open.setShowPanel(() => undefined);
  });
}
