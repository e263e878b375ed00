/** Moves a shot one place up or down in the list that it stands in, over the edge of its beat into the next one. */
import type { WorkspaceModel } from '../workspace/model/workspaceModel.ts';
import { placeShot, type ShotTarget } from './shotEdits.ts';
import { groupShots } from './shotGroups.ts';

type ShotsDoc = Parameters<typeof placeShot>[0];

/** Where the step leads; `undefined` at the edge of the scene. */
export function stepTarget(model: WorkspaceModel, shotId: string, by: 1 | -1): ShotTarget | undefined {
  const groups = groupShots(model).find(({ beats }) =>
    beats.some(({ shots }) => shots.some(({ id }) => id === shotId)),
  )?.beats;
  if (!groups) return undefined;
  const at = groups.findIndex(({ shots }) => shots.some(({ id }) => id === shotId));
  const group = groups[at]!;
  const index = group.shots.findIndex(({ id }) => id === shotId);
  const others = group.shots.filter(({ id }) => id !== shotId).map(({ record }) => record);
  const next = index + by;
  if (next >= 0 && next < group.shots.length) return { beat: group.beat?.id ?? null, siblings: others, at: next };
  const neighbour = groups[at + by];
  if (!neighbour) return undefined;
  const siblings = neighbour.shots.map(({ record }) => record);
  return { beat: neighbour.beat?.id ?? null, siblings, at: by === 1 ? 0 : siblings.length };
}

/** Gives false where there is no further place. */
export function stepShot(doc: ShotsDoc, model: WorkspaceModel, shotId: string, by: 1 | -1): boolean {
  const target = stepTarget(model, shotId, by);
  if (target) placeShot(doc, shotId, target);
  return target !== undefined;
}
