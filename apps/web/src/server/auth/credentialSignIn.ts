/** Signing in by what a person types or presses: e-mail and password, or one of the demo's accounts. */
import { demoEmail, isDemoKey } from '@tramline/store';
import type { Outcome } from '@tramline/wire';
import type { Services } from '../services.ts';
import { isPassword } from './password.ts';
import { admitTry } from './signInLimit.ts';

/** Who has signed in, as the session's token needs it. */
export interface SignedIn {
  readonly id: string;
  readonly epoch: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Signs in by e-mail and password. Every refusal is `signIn.refused`, whatever was wrong, or `signIn.tooMany`. */
export async function signInByPassword(
  typed: { readonly email?: unknown; readonly password?: unknown },
  address: string,
  services: Services,
): Promise<Outcome<SignedIn>> {
  const email = text(typed.email).slice(0, 254);
  const admitted = await admitTry({ email, address }, services);
  if (!admitted) return { ok: false, code: 'signIn.tooMany' };
  const person = await services.store.people.findByEmail(email);
  if (!(await isPassword(text(typed.password), person?.passwordHash)) || !person) {
    return { ok: false, code: 'signIn.refused' };
  }
  await admitted.succeed();
  return { ok: true, value: { id: person.id, epoch: person.sessionEpoch } };
}

/** Signs in as one of the demo's people, where there is a demo; otherwise `signIn.demoOff`. */
export async function signInToDemo(account: unknown, services: Services): Promise<Outcome<SignedIn>> {
  if (!services.environment.isDemo) return { ok: false, code: 'signIn.demoOff' };
  const person = isDemoKey(account) ? await services.store.people.findByEmail(demoEmail(account)) : undefined;
  if (!person?.isDemo) return { ok: false, code: 'signIn.refused' };
  return { ok: true, value: { id: person.id, epoch: person.sessionEpoch } };
}
