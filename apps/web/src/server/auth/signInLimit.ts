/** Rate limits of signing in and registering: so many failures by address and by e-mail in a quarter of an hour. */
import { createHash } from 'node:crypto';
import type { Services } from '../services.ts';

/** The window of the limits. */
export const LIMIT_MINUTES = 15;
/** Failures that one e-mail and one address may have in it. An address may be a whole office. */
export const LIMITS = { email: 10, address: 50 } as const;

/** A try that was let through. Whether it succeeds is told afterwards. */
export interface AdmittedTry {
  /** The sign-in succeeded: the try does not count, and the e-mail starts anew. */
  succeed(): Promise<void>;
}

const keyOf = (kind: keyof typeof LIMITS, value: string): string =>
  createHash('sha256').update(`${kind}:${value.trim().toLowerCase()}`).digest('base64url');

/** Admits a try, or `undefined` when there were too many. The try is counted before it is judged, so that many at once count too. */
export async function admitTry(
  who: { readonly email?: string; readonly address: string },
  { store, now }: Services,
): Promise<AdmittedTry | undefined> {
  const at = now();
  const addressKey = keyOf('address', who.address);
  const emailKeys = who.email === undefined ? [] : [keyOf('email', who.email)];
  const since = new Date(at.getTime() - LIMIT_MINUTES * 60_000);
  const { ids, counts } = await store.signInAttempts.record([addressKey, ...emailKeys], at, since);
  const limits = [LIMITS.address, LIMITS.email];
  if (counts.some((count, place) => count > limits[place]!)) return undefined;
  return { succeed: () => store.signInAttempts.forget({ ids, keys: emailKeys }) };
}
