import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handleAuth } from '../../apps/web/src/server/auth/handleAuth.ts';
import { hashPassword } from '../../apps/web/src/server/auth/password.ts';
import { sessionOfRequest } from '../../apps/web/src/server/route.ts';
import type { Services } from '../../apps/web/src/server/services.ts';
import { type IssuerPerson, startIssuer, type TestIssuer } from './issuer.ts';
import { ADDRESS, startWeb, type WebHarness } from './webHarness.ts';

let web: WebHarness;
let issuer: TestIssuer;
beforeAll(async () => {
  issuer = await startIssuer(`${ADDRESS}/api/auth/callback/oidc`);
  web = await startWeb({
    OIDC_ISSUER: issuer.url,
    OIDC_CLIENT_ID: issuer.clientId,
    OIDC_CLIENT_SECRET: issuer.clientSecret,
  });
});
afterAll(async () => {
  await web?.stop();
  await issuer?.stop();
});

type Change = Partial<NonNullable<Services['environment']['oidc']>>;
function withOidc(change: Change): Services {
  const { environment } = web.services;
  return { ...web.services, environment: { ...environment, oidc: { ...environment.oidc!, ...change } } };
}

/** A browser that follows addresses between the issuer, which is real, and our handler. Cookies are kept per origin. */
class Browser {
  readonly services: Services;
  readonly jars = new Map<string, Map<string, string>>();
  constructor(services: Services) {
    this.services = services;
  }

  cookies(origin: string): string {
    return [...(this.jars.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  async open(address: string, form?: Record<string, string>): Promise<Response> {
    const url = new URL(address);
    const headers = new Headers({ host: url.host, cookie: this.cookies(url.origin) });
    if (form) headers.set('origin', ADDRESS);
    const init = {
      method: form ? 'POST' : 'GET',
      headers,
      body: form ? new URLSearchParams(form) : null,
      redirect: 'manual' as const,
    };
    const isOurs = url.origin === ADDRESS;
    const segments = url.pathname.replace('/api/auth/', '').split('/');
    const response = isOurs
      ? await handleAuth(new Request(url, init), segments, this.services)
      : await fetch(url, init);
    const jar = this.jars.get(url.origin) ?? new Map<string, string>();
    this.jars.set(url.origin, jar);
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  /** Presses the button of single sign-on and follows; the address at which it ends. */
  async signIn(): Promise<string> {
    const { csrfToken } = (await (await this.open(`${ADDRESS}/api/auth/csrf`)).json()) as { csrfToken: string };
    const form = { csrfToken, callbackUrl: `${ADDRESS}/projects`, json: 'true' };
    const begun = await this.open(`${ADDRESS}/api/auth/signin/oidc`, form);
    let { url: at } = (await begun.json()) as { url: string };
    for (let step = 0; step < 12; step++) {
      if (at.startsWith(ADDRESS) && !at.startsWith(`${ADDRESS}/api/auth/`)) return at;
      const response = await this.open(at);
      const next = response.headers.get('location');
      if (!next) return `${response.status} ${await response.text()}`;
      at = new URL(next, at).href;
    }
    return at;
  }

  async person() {
    const headers = { cookie: this.cookies(ADDRESS) };
    return (await sessionOfRequest(new Request(ADDRESS, { headers }), this.services))?.person;
  }
}

async function comeAs(person: IssuerPerson, services: Services = web.services) {
  issuer.person = person;
  const browser = new Browser(services);
  const end = await browser.signIn();
  return { end, person: await browser.person(), browser };
}

describe('single sign-on', () => {
  it('makes an account when somebody first comes, and finds it again by issuer and subject', async () => {
    const mara = { sub: 'mara-1', email: 'Mara@Studio.example', email_verified: true, name: 'Mara' };
    const first = await comeAs(mara);
    expect(first.end).toBe(`${ADDRESS}/projects`);
    expect(first.person).toMatchObject({ name: 'Mara', email: 'mara@studio.example', passwordHash: null });
    // Another e-mail and another name at the issuer: the same person here, and nothing taken over.
    const again = await comeAs({ ...mara, email: 'new@studio.example', name: 'M.' });
    expect(again.person).toEqual(first.person);
  });

  it('takes over no account that has the e-mail', async () => {
    const owner = await web.addPerson('owner', {
      email: 'jun@studio.example',
      passwordHash: await hashPassword('ten letters'),
    });
    const thief = await comeAs({ sub: 'thief', email: 'JUN@studio.example', email_verified: true });
    expect(thief.end).toBe(`${ADDRESS}/sign-in?error=signIn.notLinked`);
    expect(thief.person).toBeUndefined();
    expect((await web.store.people.find(owner))?.passwordHash).toBeTruthy();
  });

  it('links an account by e-mail only where that is allowed and the issuer has verified it', async () => {
    const services = withOidc({ linksByEmail: true });
    const id = await web.addPerson('lena', {
      email: 'lena@studio.example',
      passwordHash: await hashPassword('ten letters'),
    });
    for (const email_verified of [false, undefined]) {
      const claims = {
        sub: 'lena-1',
        email: 'lena@studio.example',
        ...(email_verified === undefined ? {} : { email_verified }),
      };
      const unverified = await comeAs(claims, services);
      expect(unverified.end).toBe(`${ADDRESS}/sign-in?error=signIn.notLinked`);
      expect(unverified.person).toBeUndefined();
    }
    const linked = await comeAs({ sub: 'lena-1', email: 'lena@studio.example', email_verified: true }, services);
    expect(linked.person).toMatchObject({ id, passwordHash: null, sessionEpoch: 1 });
    const next = await comeAs({ sub: 'lena-1' });
    expect(next.person?.id).toBe(id);
  });

  it('lets in nobody without an e-mail, with one that the issuer calls unverified, or where its people get no accounts', async () => {
    const bare = await comeAs({ sub: 'bare' });
    expect(bare.end).toBe(`${ADDRESS}/sign-in?error=signIn.notLinked`);
    const unsure = await comeAs({ sub: 'unsure', email: 'unsure@studio.example', email_verified: false });
    expect(unsure.end).toBe(`${ADDRESS}/sign-in?error=signIn.notLinked`);
    const closed = await comeAs(
      { sub: 'late', email: 'late@studio.example', email_verified: true },
      withOidc({ mayRegister: false }),
    );
    expect(closed.end).toBe(`${ADDRESS}/sign-in?error=registration.closed`);
    expect([bare, unsure, closed].map(({ person }) => person)).toEqual([undefined, undefined, undefined]);
  });

  it('refuses an answer that this browser did not ask for', async () => {
    issuer.person = { sub: 'victim', email: 'victim@studio.example', email_verified: true };
    const attacker = new Browser(web.services);
    const { csrfToken } = (await (await attacker.open(`${ADDRESS}/api/auth/csrf`)).json()) as { csrfToken: string };
    const begun = await attacker.open(`${ADDRESS}/api/auth/signin/oidc`, { csrfToken, json: 'true' });
    let { url: at } = (await begun.json()) as { url: string };
    while (!at.startsWith(`${ADDRESS}/api/auth/callback`)) {
      at = new URL((await attacker.open(at)).headers.get('location')!, at).href;
    }
    const victim = new Browser(web.services);
    const answered = await victim.open(at);
    expect(answered.headers.get('location')).toContain('error=OAuthCallback');
    expect(await victim.person()).toBeUndefined();
    // In the browser that asked, the same answer is good.
    expect((await attacker.open(at)).headers.get('location')).toBe(ADDRESS);
    expect(await attacker.person()).toMatchObject({ email: 'victim@studio.example' });
  });
});
