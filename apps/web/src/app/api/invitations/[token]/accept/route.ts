import { hashToken } from '../../../../../server/commands/createInvitation.ts';
import { nothing, personRoute } from '../../../../../server/route.ts';

/** Makes who asks a member of the project. */
export const POST = personRoute({
  reads: nothing,
  do: ({ params, services, session }) =>
    services.store.invitations.accept(hashToken(params.token ?? ''), session.person.id, services.now()),
  present: (joined) => joined,
});
