import { done } from '../../../../server/outcome.ts';
import { nothing, personRoute } from '../../../../server/route.ts';

/** Signs out everywhere: every session of the person ends at once, this one too, and every open room closes. */
export const POST = personRoute({
  reads: nothing,
  do: async ({ services, session }) => done(await services.store.people.endSessions(session.person.id, services.now())),
  present: () => undefined,
});
