/** Whether a request comes from our own pages. Cookies travel with requests of foreign pages too; these checks stop them. */
import { isLoopbackHost, type WebEnvironment } from './environment.ts';

/**
 * Whether a request that changes something was sent by a page of ours. Browsers say so themselves (`Sec-Fetch-Site`); the
 * `Origin` must be ours beside it. A request that says neither is refused.
 */
export function isOwnOrigin(headers: Headers, environment: WebEnvironment): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  const origin = headers.get('origin');
  if (origin === null) return site === 'same-origin';
  return origin === environment.address || isLoopbackTwin(origin, environment);
}

/** `localhost`, `127.0.0.1` and `[::1]` at the same port are one machine. */
function isLoopbackTwin(origin: string, environment: WebEnvironment): boolean {
  if (!environment.isLoopback || !URL.canParse(origin)) return false;
  const [ours, theirs] = [new URL(environment.address), new URL(origin)];
  return isLoopbackHost(theirs.hostname) && theirs.port === ours.port && theirs.protocol === ours.protocol;
}

/**
 * Whether a request names this machine as its host, where only this machine may ask. A foreign name that leads to 127.0.0.1 would
 * make a foreign page one of ours (DNS rebinding). Behind a public address the proxy in front decides about names.
 */
export function isOwnHost(headers: Headers, environment: WebEnvironment): boolean {
  if (!environment.isLoopback) return true;
  const host = headers.get('x-forwarded-host') ?? headers.get('host');
  return host !== null && URL.canParse(`http://${host}`) && isLoopbackHost(new URL(`http://${host}`).hostname);
}

/** The address a request came from: what the nearest proxy wrote last. `unknown` when nobody wrote it. */
export function addressOf(headers: Headers): string {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || 'unknown';
}
