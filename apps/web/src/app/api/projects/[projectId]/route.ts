import { presentProject } from '@tramline/store';
import { projectRequest } from '@tramline/wire';
import { readProject } from '../../../../server/commands/createProject.ts';
import { done } from '../../../../server/outcome.ts';
import { memberRoute, nothing } from '../../../../server/route.ts';
import { inProject } from '../../../../server/subject.ts';

export const GET = memberRoute({
  about: inProject,
  may: 'project.read',
  reads: nothing,
  do: readProject,
  present: presentProject,
});

/** Another name. */
export const PATCH = memberRoute({
  about: inProject,
  may: 'settings.change',
  reads: projectRequest,
  async do(call) {
    await call.services.store.projects.rename(call.subject.projectId, call.input.name);
    return readProject(call);
  },
  present: presentProject,
});

export const DELETE = memberRoute({
  about: inProject,
  may: 'project.delete',
  reads: nothing,
  do: async ({ services, subject }) => done(await services.store.projects.remove(subject.projectId, services.now())),
  present: () => undefined,
});
