/** The shot list as it is drawn: by scene, inside it by beat. */
import type { BeatView, SceneView, ShotView, WorkspaceModel } from '../workspace/model/workspaceModel.ts';

/** The shots of one beat in one scene; `beat` is `null` for those in none. */
interface BeatGroup {
  readonly beat: BeatView | null;
  readonly shots: readonly ShotView[];
}

/** `scene` is `null` for what stands before the first heading. */
export interface SceneGroup {
  readonly scene: SceneView | null;
  /** Shots in no beat first, if there are any; then the beats of the scene in their order, empty ones too. */
  readonly beats: readonly BeatGroup[];
}

/** Scenes that have shots or beats, in the order of the script. Orphaned shots are not in it. */
export function groupShots({ scenes, shots, beats }: Pick<WorkspaceModel, 'scenes' | 'shots' | 'beats'>): SceneGroup[] {
  const before = shots.filter(({ sceneId, place }) => sceneId === null && place.state === 'placed');
  const groups: SceneGroup[] = before.length > 0 ? [{ scene: null, beats: groupByBeat(before, [], beats) }] : [];
  const beatsOf = new Map<string, BeatView[]>();
  for (const beat of beats)
    if (beat.sceneId !== null) beatsOf.set(beat.sceneId, [...(beatsOf.get(beat.sceneId) ?? []), beat]);
  for (const scene of scenes) {
    const own = beatsOf.get(scene.id) ?? [];
    if (scene.shots.length > 0 || own.length > 0) groups.push({ scene, beats: groupByBeat(scene.shots, own, beats) });
  }
  return groups;
}

/** A beat whose words are in another scene is shown here as well when a shot of this scene is in it. */
function groupByBeat(shots: readonly ShotView[], own: readonly BeatView[], all: readonly BeatView[]): BeatGroup[] {
  const known = new Set(all.map(({ id }) => id));
  const loose = shots.filter(
    ({ record }) => record.beat === undefined || record.beat === null || !known.has(record.beat),
  );
  const shown = all.filter((beat) => own.includes(beat) || shots.some(({ record }) => record.beat === beat.id));
  return [
    ...(loose.length > 0 ? [{ beat: null, shots: loose }] : []),
    ...shown.map((beat) => ({ beat, shots: shots.filter(({ record }) => record.beat === beat.id) })),
  ];
}
