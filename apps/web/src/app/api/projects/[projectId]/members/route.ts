import { done } from '../../../../../server/outcome.ts';
import { memberRoute, nothing } from '../../../../../server/route.ts';
import { inProject } from '../../../../../server/subject.ts';

/** The members with their e-mails and roles. */
export const GET = memberRoute({
  about: inProject,
  may: 'project.read',
  reads: nothing,
  do: async ({ services, subject }) => done(await services.store.members.list(subject.projectId)),
  present: (members) => members,
});
