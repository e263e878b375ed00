/** Scenes as ranges over the flat elements. A scene in which nothing changed is not measured again. */
import {
  type Element,
  formatEighths,
  type Profile,
  readScenes,
  type Scene,
  sceneEighths,
  sceneLines,
} from '@tramline/screenplay';
import { keepList } from './keepIdentity.ts';
import { readSceneHeading } from './sceneHeading.ts';
import type { SceneView } from './workspaceModel.ts';

/** What a scene is by itself, before its shots are known. */
export type ScenePart = Omit<SceneView, 'shots' | 'coverage' | 'worst'>;

interface Measured {
  readonly elements: readonly Element[];
  readonly eighthsCount: number;
}

/** Reads scenes; called again it keeps every scene that stands where it stood and says what it said. */
export function createSceneReader(profile: Profile): (elements: readonly Element[]) => readonly ScenePart[] {
  let seen: readonly Element[] = [];
  let parts: readonly ScenePart[] = [];
  let byId = new Map<string, { readonly part: ScenePart; readonly measured: Measured }>();
  return (elements) => {
    if (elements === seen) return parts;
    const now: typeof byId = new Map();
    const next = readScenes(elements).map((scene) => {
      const old = byId.get(scene.id);
      const measured = measure(elements.slice(scene.from, scene.to), old?.measured, profile);
      const part = partOf(scene, measured, old?.part);
      now.set(scene.id, { part, measured });
      return part;
    });
    seen = elements;
    byId = now;
    parts = keepList(parts, next);
    return parts;
  };
}

function measure(elements: readonly Element[], old: Measured | undefined, profile: Profile): Measured {
  if (old && keepList(old.elements, elements) === old.elements) return old;
  const whole: Scene = { id: elements[0]!.id, from: 0, to: elements.length, number: '', isOmitted: false };
  return { elements, eighthsCount: sceneEighths(sceneLines(elements, whole, profile)) };
}

function partOf(
  { id, from, to, number }: Scene,
  { elements, eighthsCount }: Measured,
  old: ScenePart | undefined,
): ScenePart {
  const heading = elements[0]!;
  if (
    old &&
    old.heading === heading &&
    old.number === number &&
    old.eighthsCount === eighthsCount &&
    old.from === from &&
    old.to === to
  )
    return old;
  const { intExt, place } = readSceneHeading(heading.text);
  return { id, number, heading, intExt, title: place, from, to, eighths: formatEighths(eighthsCount), eighthsCount };
}

/** The scene that an element stands in; `undefined` before the first heading. */
export function sceneAt<S extends Pick<ScenePart, 'from' | 'to'>>(
  scenes: readonly S[],
  ordinal: number,
): S | undefined {
  let [low, high] = [0, scenes.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (scenes[middle]!.from <= ordinal) low = middle + 1;
    else high = middle;
  }
  return scenes[low - 1];
}
