/** Who is asking: the session in the request's cookie, held against the person's row on every request. */
import type { Person } from '@tramline/store';
import { decode } from 'next-auth/jwt';
import { z } from 'zod';
import type { WebEnvironment } from '../environment.ts';
import type { Services } from '../services.ts';

/** How long a session lasts from the moment of signing in. */
export const SESSION_SECONDS = 8 * 3600;

/** What a session's token says. Nothing else is in it: names and roles are read where they are true. */
export const sessionClaims = z.object({
  personId: z.uuid(),
  sessionId: z.string().min(1).max(128),
  /** The person's epoch when they signed in. */
  epoch: z.number().int(),
  /** When they signed in, in milliseconds. A session is not prolonged. */
  since: z.number().int(),
});
export type SessionClaims = z.infer<typeof sessionClaims>;

export interface Session {
  readonly person: Person;
  readonly sessionId: string;
  /** When it runs out. */
  readonly endsAt: Date;
}

/** The name of the session's cookie. Under https the browser itself holds it to this host and to https. */
export function sessionCookieName({ isHttps }: WebEnvironment): string {
  return isHttps ? '__Host-tramline.session' : 'tramline.session';
}

/** The value of a cookie in a request's `Cookie` header. */
export function readCookie(headers: Headers, name: string): string | undefined {
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === name) return part.slice(at + 1).trim();
  }
  return undefined;
}

/** The session that claims stand for now; `undefined` when it has ended, or is one of the demo's where there is no demo. */
export async function sessionOf(claims: SessionClaims, services: Services): Promise<Session | undefined> {
  const { personId, sessionId, epoch, since } = claims;
  const endsAt = new Date(since + SESSION_SECONDS * 1000);
  if (services.now() >= endsAt) return undefined;
  const person = await services.store.people.find(personId);
  if (!person || person.sessionEpoch !== epoch) return undefined;
  if (person.isDemo && !services.environment.isDemo) return undefined;
  return { person, sessionId, endsAt };
}

/** The session in a cookie's value; `undefined` when it is forged, expired or ended. */
export async function readSession(token: string | undefined, services: Services): Promise<Session | undefined> {
  if (!token) return undefined;
  const payload = await decode({ token, secret: services.environment.authSecret }).catch(() => null);
  const claims = sessionClaims.safeParse(payload);
  return claims.success ? sessionOf(claims.data, services) : undefined;
}
