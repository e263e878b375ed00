/** What the web server reads from its environment, once. `.env.example` tells what each variable means. */
import { z } from 'zod';

const variables = z.object({
  DATABASE_URL: z.string().min(1),
  NEXTAUTH_SECRET: z.string().min(32),
  NEXTAUTH_URL: z.url(),
  SYNC_SECRET: z.string().min(32),
  SYNC_URL: z.url(),
  TRAMLINE_DEMO: z.enum(['0', '1']).default('0'),
  TRAMLINE_REGISTRATION: z.enum(['first', 'invited', 'open']).default('first'),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_NAME: z.string().min(1).default('Single sign-on'),
  OIDC_REGISTER: z.enum(['0', '1']).default('1'),
  OIDC_LINK_BY_EMAIL: z.enum(['0', '1']).default('0'),
});

/** How people get accounts: the first by themselves and then by invitation, only by invitation, or anybody. */
type RegistrationRule = z.infer<typeof variables>['TRAMLINE_REGISTRATION'];

/** An OIDC issuer that people may sign in through. */
export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button says. */
  readonly name: string;
  /** Whether the issuer's people get an account when they first come. */
  readonly mayRegister: boolean;
  /** Whether an account with the same e-mail is linked, provided that the issuer says it has verified it. */
  readonly linksByEmail: boolean;
}

export interface WebEnvironment {
  readonly databaseUrl: string;
  readonly authSecret: string;
  /** Where people reach us, without a slash at the end: `https://tramline.example`. */
  readonly address: string;
  readonly isHttps: boolean;
  /** The address is this machine only. */
  readonly isLoopback: boolean;
  readonly syncSecret: string;
  readonly syncUrl: string;
  /** The demo's accounts exist. Never unless the address is loopback. */
  readonly isDemo: boolean;
  readonly registration: RegistrationRule;
  readonly oidc?: OidcSettings;
}

const LOOPBACK_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Whether a host name, as a URL writes it, is this machine. */
export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK_HOSTS.has(hostname);
}

/** Reads the environment. Throws with the names of what is missing or wrong: the server cannot run with it. */
export function readEnvironment(env: Readonly<Record<string, string | undefined>>): WebEnvironment {
  // An empty variable is one that is not set, as `.env` files and compose files write it.
  const read = variables.safeParse(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
  if (!read.success) {
    const names = [...new Set(read.error.issues.map((issue) => issue.path.join('.')))];
    throw new RangeError(`missing or wrong in the environment: ${names.join(', ')}; see .env.example`);
  }
  const set = read.data;
  const { protocol, hostname, origin } = new URL(set.NEXTAUTH_URL);
  const isLoopback = isLoopbackHost(hostname);
  const oidc = readOidc(set);
  return {
    databaseUrl: set.DATABASE_URL,
    authSecret: set.NEXTAUTH_SECRET,
    address: origin,
    isHttps: protocol === 'https:',
    isLoopback,
    syncSecret: set.SYNC_SECRET,
    syncUrl: set.SYNC_URL,
    isDemo: set.TRAMLINE_DEMO === '1' && isLoopback,
    registration: set.TRAMLINE_REGISTRATION,
    ...(oidc && { oidc }),
  };
}

function readOidc(set: z.infer<typeof variables>): OidcSettings | undefined {
  if (set.OIDC_ISSUER === undefined) return undefined;
  const { OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = set;
  if (clientId === undefined || clientSecret === undefined) {
    throw new RangeError('OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET');
  }
  return {
    issuer: set.OIDC_ISSUER.replace(/\/$/, ''),
    clientId,
    clientSecret,
    name: set.OIDC_NAME,
    mayRegister: set.OIDC_REGISTER === '1',
    linksByEmail: set.OIDC_LINK_BY_EMAIL === '1',
  };
}
