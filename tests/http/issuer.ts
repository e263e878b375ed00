/** A real OIDC issuer on loopback whose people sign in at once: the next one is whoever the test names. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { interactionPolicy } from 'oidc-provider';

export interface IssuerPerson {
  readonly sub: string;
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
}

export interface TestIssuer {
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who signs in at the issuer from now on. */
  person: IssuerPerson;
  stop(): Promise<void>;
}

export async function startIssuer(redirectUri: string): Promise<TestIssuer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const [clientId, clientSecret] = ['tramline', 'a secret of the issuer'];
  const issuer: TestIssuer = {
    ...{ url, clientId, clientSecret },
    person: { sub: 'nobody' },
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const provider = new Provider(url, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { policy: interactionPolicy.base(), url: (_, interaction) => `/in/${interaction.uid}` },
    findAccount: async (_, sub) => ({ accountId: sub, claims: async () => ({ ...issuer.person, sub }) }),
    renderError: async (context, out) => {
      context.body = JSON.stringify(out);
    },
  });
  provider.use(async (context, next) => {
    if (!context.path.startsWith('/in/')) return next();
    // Login and consent at once: the person is who the test says.
    const { params, session } = await provider.interactionDetails(context.req, context.res);
    const accountId = issuer.person.sub;
    const grant = new provider.Grant({ accountId, clientId: String(params.client_id) });
    grant.addOIDCScope('openid email profile');
    const consent = { grantId: await grant.save() };
    const isSame = session?.accountId === accountId;
    await provider.interactionFinished(
      context.req,
      context.res,
      isSame ? { consent } : { login: { accountId }, consent },
    );
    context.respond = false;
  });
  server.on('request', provider.callback());
  return issuer;
}
