/**
 * What a route is about, and the role of who asks in its project. A thing that is not there and a thing in a project of others are
 * the same: nothing.
 */
import type { Comment, Script } from '@tramline/store';
import type { Role } from '@tramline/wire';
import { z } from 'zod';
import type { Services } from './services.ts';

/** The parts of a route's address in brackets, by name. */
export type Params = Readonly<Record<string, string>>;

/** Where the asking person stands. */
export interface InProject {
  readonly projectId: string;
  readonly role: Role;
}
export type FindSubject<S extends InProject> = (
  params: Params,
  personId: string,
  services: Services,
) => Promise<S | undefined>;

const uuid = z.uuid();

/** The id under a name of the address; `undefined` for what cannot be an id. */
export function readId(params: Params, name: string): string | undefined {
  return uuid.safeParse(params[name]).data;
}

async function standIn<T extends object>(
  thing: (T & { readonly projectId: string }) | undefined,
  personId: string,
  { store }: Services,
): Promise<(T & InProject) | undefined> {
  const role = thing && (await store.projects.roleOf(thing.projectId, personId));
  return role && { ...thing, role };
}

/** `/api/projects/[projectId]/…` */
export const inProject: FindSubject<InProject> = async (params, personId, services) => {
  const projectId = readId(params, 'projectId');
  return projectId === undefined ? undefined : standIn({ projectId }, personId, services);
};

/** `/api/scripts/[scriptId]/…` */
export const inScript: FindSubject<InProject & { readonly script: Script }> = async (params, personId, services) => {
  const id = readId(params, 'scriptId');
  const script = id === undefined ? undefined : await services.store.scripts.find(id);
  return standIn(script && { projectId: script.projectId, script }, personId, services);
};

/** `/api/comments/[commentId]` */
export const onComment: FindSubject<InProject & { readonly comment: Comment }> = async (params, personId, services) => {
  const id = readId(params, 'commentId');
  const comment = id === undefined ? undefined : await services.store.comments.find(id);
  return standIn(comment && { projectId: comment.projectId, comment }, personId, services);
};
