import { refuse } from '../../../../../../server/outcome.ts';
import { memberRoute, nothing } from '../../../../../../server/route.ts';
import { inProject, readId } from '../../../../../../server/subject.ts';

/** Revokes an invitation that nobody has used. */
export const DELETE = memberRoute({
  about: inProject,
  may: 'members.change',
  reads: nothing,
  async do({ params, services, subject }) {
    const id = readId(params, 'invitationId');
    if (id === undefined) return refuse('thing.notFound');
    return services.store.invitations.revoke(subject.projectId, id, services.now());
  },
  present: () => undefined,
});
