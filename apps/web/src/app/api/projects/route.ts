import { presentProject } from '@tramline/store';
import { projectRequest } from '@tramline/wire';
import { createProject } from '../../../server/commands/createProject.ts';
import { done } from '../../../server/outcome.ts';
import { nothing, personRoute } from '../../../server/route.ts';

/** The projects of who asks. */
export const GET = personRoute({
  reads: nothing,
  do: async ({ services, session }) => done(await services.store.projects.listFor(session.person.id)),
  present: (projects) => projects.map(presentProject),
});

/** A new project, owned by who asks. */
export const POST = personRoute({
  reads: projectRequest,
  do: createProject,
  present: presentProject,
  status: 201,
});
