'use client';
import { useRouter } from 'next/navigation';
import { projectPaths } from '../projects/projectQueries.ts';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';

/** How long a page may take to open before the shot is only selected, not scrolled to. */
const PATIENCE_MS = 10_000;

/** Goes to the script and shows a shot's words there. */
export function useOpenInScript(): (shot: ShotView) => void {
  const router = useRouter();
  const { project, script, focus, page, commands } = useWorkspace();
  return (shot) => {
    focus.set({ selectedShotId: shot.id, panelTab: 'shots' });
    const began = performance.now();
    // The page attaches itself some frames after the screen has changed.
    const reveal = (): void => {
      if (page.controller) commands.revealShot(shot.id);
      else if (performance.now() - began < PATIENCE_MS) requestAnimationFrame(reveal);
    };
    router.push(projectPaths(project.id).script(script.id));
    requestAnimationFrame(reveal);
  };
}
