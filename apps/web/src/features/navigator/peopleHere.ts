/** Who is in which scene of a script, from the project's presence. */
import type { PresenceEntry } from '@tramline/wire';
import type { PersonHere } from './SceneRow.tsx';

const NOBODY: readonly PersonHere[] = [];

/**
 * The other people by scene, each once however many tabs they have open. A list that did not change keeps its identity
 * from `before`, so that only rows that people came to or left draw again.
 */
export function peopleByScene(
  entries: readonly PresenceEntry[],
  { scriptId, myId, before }: { readonly scriptId: string; readonly myId: string; readonly before?: PeopleByScene },
): PeopleByScene {
  const people = new Map<string, PersonHere[]>();
  for (const { userId, name, sceneId, scriptId: where } of entries) {
    if (userId === myId || where !== scriptId || !sceneId) continue;
    const here = people.get(sceneId) ?? [];
    if (!here.some(({ id }) => id === userId)) here.push({ id: userId, name });
    people.set(sceneId, here);
  }
  const result = new Map<string, readonly PersonHere[]>();
  for (const [sceneId, here] of people) {
    const old = before?.get(sceneId);
    const isSame = old?.length === here.length && old.every(({ id }, at) => id === here[at]!.id);
    result.set(sceneId, isSame ? old : here);
  }
  return result;
}
export type PeopleByScene = ReadonlyMap<string, readonly PersonHere[]>;

/** The people of one scene; always the same empty list when there are none. */
export function peopleIn(people: PeopleByScene, sceneId: string): readonly PersonHere[] {
  return people.get(sceneId) ?? NOBODY;
}

/** The other people in the project, each once, by name. */
export function otherPeople(entries: readonly PresenceEntry[], myId: string): readonly PersonHere[] {
  const people = new Map<string, PersonHere>();
  for (const { userId, name } of entries) if (userId !== myId) people.set(userId, { id: userId, name });
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name));
}
