import { personChange } from '@tramline/wire';
import { done } from '../../../server/outcome.ts';
import { personRoute } from '../../../server/route.ts';

/** Another name for who asks. Open rooms show it from the next time they are entered; what was signed keeps the old one. */
export const PATCH = personRoute({
  reads: personChange,
  do: async ({ services, session, input }) => done(await services.store.people.rename(session.person.id, input.name)),
  present: () => undefined,
});
