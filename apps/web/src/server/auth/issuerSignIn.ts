/** Signing in through an OIDC issuer: which person an identity is. Only issuer and subject name a person, never an e-mail alone. */
import type { Person } from '@tramline/store';
import type { Outcome } from '@tramline/wire';
import { z } from 'zod';
import type { OidcSettings } from '../environment.ts';
import type { Services } from '../services.ts';

/** What we read of an issuer's claims. Some issuers leave `email_verified` out; a few write it as a string. */
export const issuerProfile = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().trim().min(1).max(200).optional().catch(undefined),
  email: z.email().max(254).toLowerCase().optional().catch(undefined),
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
    .optional()
    .catch(false),
});
export type IssuerProfile = z.infer<typeof issuerProfile>;

/**
 * The person of an identity; a new one gets an account when they first come. An account that already has the e-mail is not taken
 * over: it is linked only where the operator allows it and the issuer says that it has verified the e-mail. Refuses with
 * `signIn.notLinked`, or `registration.closed` where the issuer's people get no accounts.
 */
export async function personOfIdentity(
  profile: IssuerProfile,
  oidc: OidcSettings,
  { store, newId, now }: Services,
): Promise<Outcome<Person>> {
  const identity = { issuer: oidc.issuer, subject: profile.sub };
  const known = await store.people.findByIdentity(identity);
  if (known) return { ok: true, value: known };
  const { email, email_verified: isVerified } = profile;
  if (email === undefined || isVerified === false) return { ok: false, code: 'signIn.notLinked' };
  if (await store.people.findByEmail(email)) {
    if (!oidc.linksByEmail || isVerified !== true) return { ok: false, code: 'signIn.notLinked' };
    const linked = await store.people.linkByEmail(email, identity, now());
    return linked.ok ? linked : { ok: false, code: 'signIn.notLinked' };
  }
  if (!oidc.mayRegister) return { ok: false, code: 'registration.closed' };
  const name = profile.name ?? email.split('@')[0] ?? email;
  const added = await store.people.addWithIdentity(
    { id: newId(), email, name, passwordHash: null, at: now() },
    identity,
  );
  return added.ok ? added : { ok: false, code: 'signIn.notLinked' };
}
