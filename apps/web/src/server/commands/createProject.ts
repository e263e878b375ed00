/** Projects: a new one, and one as its member sees it. */
import type { MemberProject } from '@tramline/store';
import type { Outcome, ProjectRequest } from '@tramline/wire';
import { done, refuse } from '../outcome.ts';
import type { MemberCall, PersonCall } from '../route.ts';
import type { InProject } from '../subject.ts';

/** Makes a project and its owner's membership. */
export async function createProject({
  services,
  session,
  input,
}: PersonCall<ProjectRequest>): Promise<Outcome<MemberProject>> {
  const { store, newId, now } = services;
  const id = newId();
  await store.projects.create({ id, name: input.name, ownerId: session.person.id, at: now() });
  const project = await store.projects.findFor(id, session.person.id);
  return project ? done(project) : refuse('thing.notFound');
}

/** The project that a route is about, as who asks sees it. */
export async function readProject(call: MemberCall<unknown, InProject>): Promise<Outcome<MemberProject>> {
  const project = await call.services.store.projects.findFor(call.subject.projectId, call.session.person.id);
  return project ? done(project) : refuse('thing.notFound');
}
