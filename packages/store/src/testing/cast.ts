/** Builders for tests of the store: people, a project with its members, a script. Ids count up, so that a failure reads well. */
import type { Role } from '@tramline/wire';
import type { Store } from '../createStore.ts';
import type { NewPerson } from '../ports/person.ts';
import type { NewScript } from '../ports/script.ts';

let last = 0;

/** A new id. */
export function nextId(): string {
  last += 1;
  return `00000000-0000-4000-8000-${String(last).padStart(12, '0')}`;
}

/** A moment, `minutes` after the first. */
export function minute(minutes: number): Date {
  return new Date(Date.UTC(2026, 0, 1, 12, minutes));
}

/** A person called `name`, not yet added. */
export function newPerson(name: string, more: Partial<NewPerson> = {}): NewPerson {
  const id = nextId();
  return { id, email: `${name}-${id.slice(-4)}@example.org`, name, passwordHash: 'hash', at: minute(0), ...more };
}

/** Adds a person; the id. */
export async function addPerson(store: Store, name: string): Promise<string> {
  const person = newPerson(name);
  await store.people.add(person);
  return person.id;
}

/** A project with one member per role, whose first owner made it. */
export async function addProject<R extends Role>(
  store: Store,
  ...roles: R[]
): Promise<Record<R | 'owner', string> & { projectId: string }> {
  const projectId = nextId();
  const owner = await addPerson(store, 'owner');
  await store.projects.create({ id: projectId, name: 'Last Service', ownerId: owner, at: minute(0) });
  const ids: Partial<Record<Role, string>> = { owner };
  for (const role of roles) {
    const id = await addPerson(store, role);
    await store.members.add(projectId, id, role, minute(1));
    ids[role] = id;
  }
  return { ...ids, projectId } as Record<R | 'owner', string> & { projectId: string };
}

/** A script with first content in both documents, not yet created. */
export function newScript(projectId: string, createdById: string, more: Partial<NewScript> = {}): NewScript {
  const first = (byte: number) => ({ id: nextId(), update: Uint8Array.of(0, byte), schemaVersion: 1 });
  const documents = { script: first(1), shots: first(2) };
  const fields = { title: 'Draft', format: 'short', language: 'en', at: minute(2) } as const;
  return { id: nextId(), projectId, createdById, documents, ...fields, ...more };
}
