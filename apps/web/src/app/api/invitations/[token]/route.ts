import { presentOffer } from '@tramline/store';
import { findInvitation } from '../../../../server/commands/createInvitation.ts';
import { nothing, openRoute } from '../../../../server/route.ts';

/** What an invitation offers, for who holds its link, signed in or not. */
export const GET = openRoute({
  reads: nothing,
  do: ({ params, services }) => findInvitation(params.token ?? '', services),
  present: (invitation, { services }) => presentOffer(invitation, services.now()),
});
