/** Invitations by link: the token is in the link only, and only its hash is kept. */
import { createHash } from 'node:crypto';
import type { Invitation } from '@tramline/store';
import { type InvitationRequest, type Outcome, refuseInvitation } from '@tramline/wire';
import { done, refuse } from '../outcome.ts';
import type { MemberCall } from '../route.ts';
import type { Services } from '../services.ts';
import type { InProject } from '../subject.ts';

const DAY_MS = 24 * 3600 * 1000;

/** What is kept of an invitation's token. */
export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** Writes an invitation; `link` is where the invited person goes, and is known only now. */
export async function createInvitation(
  call: MemberCall<InvitationRequest, InProject>,
): Promise<Outcome<{ invitation: Invitation; link: string }>> {
  const { services, session, subject, input } = call;
  const refused = refuseInvitation(subject.role, input.role);
  if (refused) return refuse(refused);
  const token = services.newToken();
  const at = services.now();
  const invitation = await services.store.invitations.create({
    ...{ id: services.newId(), projectId: subject.projectId, role: input.role, email: input.email ?? null },
    ...{ tokenHash: hashToken(token), createdById: session.person.id },
    ...{ at, expiresAt: new Date(at.getTime() + input.days * DAY_MS) },
  });
  return done({ invitation, link: `${services.environment.address}/invitations/${token}` });
}

/** The invitation of a link; `invitation.invalid` when there is none. Its state is the reader's to judge. */
export async function findInvitation(token: string, { store }: Services) {
  const invitation = await store.invitations.find(hashToken(token));
  return invitation ? done(invitation) : refuse('invitation.invalid');
}
