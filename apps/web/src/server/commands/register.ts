/** Registration: who may make an account here, and how. */
import type { Outcome, Registration } from '@tramline/wire';
import { hashPassword } from '../auth/password.ts';
import { admitTry } from '../auth/signInLimit.ts';
import { addressOf } from '../origin.ts';
import { done, refuse } from '../outcome.ts';
import type { Call } from '../route.ts';
import type { Services } from '../services.ts';
import { hashToken } from './createInvitation.ts';

/** The new account. `projectId` is the project of the invitation, if there was one. */
export interface Registered {
  readonly id: string;
  readonly projectId: string | null;
}

/** Whether somebody without an invitation may make an account now. */
export async function isRegistrationOpen({ store, environment }: Services): Promise<boolean> {
  if (environment.registration === 'open') return true;
  return environment.registration === 'first' && !(await store.people.hasAny());
}

/**
 * Makes an account: by an invitation always, without one where registration is open or nobody has an account yet. Refuses with
 * `registration.closed`, `registration.refused`, `signIn.tooMany` and the refusals of an invitation.
 */
export async function register({ request, services, input }: Call<Registration>): Promise<Outcome<Registered>> {
  const { store, environment, newId, now } = services;
  const { name, email, password, invitation } = input;
  const admitted = await admitTry({ address: addressOf(request.headers) }, services);
  if (!admitted) return refuse('signIn.tooMany');
  if (invitation === undefined && !(await isRegistrationOpen(services))) return refuse('registration.closed');
  const person = { id: newId(), email, name, passwordHash: await hashPassword(password), at: now() };
  if (invitation !== undefined) {
    const joined = await store.people.addInvited(person, hashToken(invitation));
    if (!joined.ok) return joined;
    await admitted.succeed();
    return done({ id: person.id, projectId: joined.value.projectId });
  }
  const added =
    environment.registration === 'open' ? await store.people.add(person) : await store.people.addFirst(person);
  if (!added.ok) return added;
  await admitted.succeed();
  return done({ id: person.id, projectId: null });
}
