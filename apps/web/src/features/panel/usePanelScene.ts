'use client';
import { useEffect, useState } from 'react';
import type { SceneView } from '../workspace/model/workspaceModel.ts';
import { useModel, useWorkspaceFocus } from '../workspace/useWorkspace.ts';

/** The scene that the panel shows: the caret's, or that of the shot that was selected after it; at first the first scene that has shots. */
export function usePanelScene(): SceneView | undefined {
  const caretSceneId = useWorkspaceFocus((state) => state.caretSceneId);
  const selectedShotId = useWorkspaceFocus((state) => state.selectedShotId);
  const shotSceneId = useModel((model) =>
    selectedShotId ? (model.shotById.get(selectedShotId)?.sceneId ?? null) : null,
  );
  const [sceneId, setSceneId] = useState<string | null>(caretSceneId);
  useEffect(() => setSceneId((before) => caretSceneId ?? before), [caretSceneId]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: selecting the same scene's other shot counts as well
  useEffect(() => setSceneId((before) => shotSceneId ?? before), [shotSceneId, selectedShotId]);
  return useModel(
    ({ scenes }) =>
      scenes.find(({ id }) => id === sceneId) ?? scenes.find(({ shots }) => shots.length > 0) ?? scenes[0],
  );
}
