import { presentInvitation } from '@tramline/store';
import { invitationRequest } from '@tramline/wire';
import { createInvitation } from '../../../../../server/commands/createInvitation.ts';
import { done } from '../../../../../server/outcome.ts';
import { memberRoute, nothing } from '../../../../../server/route.ts';
import { inProject } from '../../../../../server/subject.ts';

export const GET = memberRoute({
  about: inProject,
  may: 'members.change',
  reads: nothing,
  do: async ({ services, subject }) => done(await services.store.invitations.list(subject.projectId)),
  present: (invitations, { services }) => invitations.map((one) => presentInvitation(one, services.now())),
});

/** A new invitation. The answer alone carries the link: it cannot be shown again. */
export const POST = memberRoute({
  about: inProject,
  may: 'members.change',
  reads: invitationRequest,
  do: createInvitation,
  present: ({ invitation, link }, { services }) => ({ ...presentInvitation(invitation, services.now()), link }),
  status: 201,
});
