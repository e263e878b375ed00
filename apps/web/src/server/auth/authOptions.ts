/** How next-auth signs people in here. Its token holds only our claims; who the person is and may do is read on every request. */
import { isStoreAway } from '@tramline/store';
import type { Outcome } from '@tramline/wire';
import type { NextAuthOptions } from 'next-auth';
import CredentialsProvider from 'next-auth/providers/credentials';
import type { OAuthConfig } from 'next-auth/providers/oauth';
import type { OidcSettings, WebEnvironment } from '../environment.ts';
import { addressOf } from '../origin.ts';
import type { Services } from '../services.ts';
import { type SignedIn, signInByPassword, signInToDemo } from './credentialSignIn.ts';
import { issuerProfile, personOfIdentity } from './issuerSignIn.ts';
import { SESSION_SECONDS, type SessionClaims, sessionClaims, sessionCookieName, sessionOf } from './session.ts';

type Typed = Record<string, string> | undefined;
interface AuthRequest {
  readonly headers?: Record<string, unknown>;
}

/** The name of the issuer among next-auth's providers. */
const ISSUER_PROVIDER = 'oidc';

function headersOf({ headers = {} }: AuthRequest): Headers {
  return new Headers(
    Object.entries(headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
  );
}

/**
 * next-auth puts the message of whatever is thrown into an address that the page reads. So nothing is thrown here but our codes: what
 * a database says when it fails is for the operator.
 */
async function orCode<T>(work: () => Promise<Outcome<T>>, { report }: Services): Promise<T> {
  const outcome = await work().catch((error: unknown): Outcome<T> => {
    if (isStoreAway(error)) return { ok: false, code: 'store.away' };
    report(error);
    return { ok: false, code: 'server.failed' };
  });
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

function passwordProvider(services: Services) {
  return CredentialsProvider({
    id: 'credentials',
    credentials: { email: {}, password: {} },
    authorize: (typed: Typed, request) =>
      orCode(() => signInByPassword(typed ?? {}, addressOf(headersOf(request)), services), services),
  });
}

function demoProvider(services: Services) {
  return CredentialsProvider({
    id: 'demo',
    credentials: { account: {} },
    authorize: (typed: Typed) => orCode(() => signInToDemo(typed?.account, services), services),
  });
}

function issuerProvider(oidc: OidcSettings): OAuthConfig<Record<string, unknown>> {
  return {
    id: ISSUER_PROVIDER,
    name: oidc.name,
    type: 'oauth',
    wellKnown: `${oidc.issuer}/.well-known/openid-configuration`,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    authorization: { params: { scope: 'openid email profile' } },
    // Who this is in our house is decided by `personOfIdentity`; next-auth only wants an id here.
    profile: (claims) => ({ id: String(claims.sub) }),
  };
}

/** Cookies are out of reach for scripts and for requests of other sites; under https browsers bind them to this host. */
function cookies(environment: WebEnvironment): NextAuthOptions['cookies'] {
  const options = { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: environment.isHttps };
  const prefix = environment.isHttps ? '__Host-' : '';
  return {
    sessionToken: { name: sessionCookieName(environment), options },
    csrfToken: { name: `${prefix}tramline.csrf`, options },
    callbackUrl: { name: `${prefix}tramline.callback`, options },
  };
}

/** The options of next-auth for a set of services. */
export function authOptions(services: Services): NextAuthOptions {
  const { environment, now, newToken } = services;
  const { oidc } = environment;

  /** Who next-auth has just let in; it knows the issuer's people only by their claims. */
  async function signedIn(user: unknown, provider: string | undefined, profile: unknown): Promise<SignedIn> {
    if (provider !== ISSUER_PROVIDER || !oidc) return user as SignedIn;
    const person = await orCode(() => personOfIdentity(issuerProfile.parse(profile), oidc, services), services);
    return { id: person.id, epoch: person.sessionEpoch };
  }

  return {
    secret: environment.authSecret,
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    // Without it next-auth's tokens live for thirty days, whatever the session says.
    jwt: { maxAge: SESSION_SECONDS },
    useSecureCookies: environment.isHttps,
    cookies: cookies(environment),
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [
      passwordProvider(services),
      ...(environment.isDemo ? [demoProvider(services)] : []),
      ...(oidc ? [issuerProvider(oidc)] : []),
    ],
    logger: { error: (code) => console.error(`sign-in: ${code}`), warn: () => {}, debug: () => {} },
    callbacks: {
      async signIn({ account, profile }) {
        if (account?.provider !== ISSUER_PROVIDER || !oidc) return true;
        const read = issuerProfile.safeParse(profile);
        if (!read.success) return '/sign-in?error=signIn.refused';
        const admitted = orCode(() => personOfIdentity(read.data, oidc, services), services);
        return admitted.then(
          () => true,
          (error: Error) => `/sign-in?error=${error.message}`,
        );
      },
      async jwt({ token, user, account, profile }) {
        if (!user) return token;
        const { id, epoch } = await signedIn(user, account?.provider, profile);
        const claims: SessionClaims = { personId: id, epoch, sessionId: newToken(), since: now().getTime() };
        return { ...claims };
      },
      async session({ session, token }) {
        const claims = sessionClaims.safeParse(token);
        // What is thrown here makes next-auth take the cookie away: a database that is away for a moment must sign nobody out.
        const found = claims.success ? await sessionOf(claims.data, services).catch(() => undefined) : undefined;
        if (!found) return { expires: new Date(0).toISOString() };
        const { id, name, email } = found.person;
        return { expires: session.expires, user: { id, name, email } };
      },
    },
  };
}
