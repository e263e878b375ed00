import { memberChange } from '@tramline/wire';
import { refuse } from '../../../../../../server/outcome.ts';
import { memberRoute, nothing } from '../../../../../../server/route.ts';
import { inProject, readId } from '../../../../../../server/subject.ts';

/** Another role. Who may give which is judged under the lock of the project. */
export const PATCH = memberRoute({
  about: inProject,
  may: 'members.change',
  reads: memberChange,
  async do({ params, services, session, subject, input }) {
    const userId = readId(params, 'userId');
    if (userId === undefined) return refuse('thing.notFound');
    const { store, now } = services;
    return store.members.changeRole(subject.projectId, userId, input.role, session.person.id, now());
  },
  present: (member) => member,
});

/** Takes a member out. Everybody may leave, so the store judges, not the table alone. */
export const DELETE = memberRoute({
  about: inProject,
  may: 'project.read',
  reads: nothing,
  async do({ params, services, session, subject }) {
    const userId = readId(params, 'userId');
    if (userId === undefined) return refuse('thing.notFound');
    return services.store.members.remove(subject.projectId, userId, session.person.id, services.now());
  },
  present: () => undefined,
});
