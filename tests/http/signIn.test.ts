import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as projects from '../../apps/web/src/app/api/projects/route.ts';
import * as endAll from '../../apps/web/src/app/api/sessions/end-all/route.ts';
import { handleAuth } from '../../apps/web/src/server/auth/handleAuth.ts';
import { hashPassword } from '../../apps/web/src/server/auth/password.ts';
import { LIMIT_MINUTES, LIMITS } from '../../apps/web/src/server/auth/signInLimit.ts';
import { createStore, demoEmail } from '../../packages/store/src/index.ts';
import { ADDRESS, refused, startWeb, type WebHarness } from './webHarness.ts';

const PASSWORD = 'correct horse battery';
let web: WebHarness;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web?.stop());
beforeEach(() => web.database.query('DELETE FROM sign_in_attempt'));

/** A browser's cookies, kept from answer to answer. */
class Jar {
  readonly cookies = new Map<string, string>();
  readonly set: string[] = [];
  get header(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
  take(response: Response): Response {
    for (const line of response.headers.getSetCookie()) {
      this.set.push(line);
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}

interface Sent {
  readonly services?: WebHarness['services'];
  readonly address?: string;
  readonly origin?: string;
}

async function call(jar: Jar, path: string, form?: Record<string, string>, sent: Sent = {}): Promise<Response> {
  const headers = new Headers({ host: '127.0.0.1:3000', 'x-forwarded-for': sent.address ?? '198.51.100.1' });
  if (jar.cookies.size > 0) headers.set('cookie', jar.header);
  const origin = sent.origin ?? ADDRESS;
  if (form) headers.set('origin', origin);
  const body = form ? new URLSearchParams(form) : null;
  const request = new Request(`${ADDRESS}/api/auth/${path}`, { method: form ? 'POST' : 'GET', headers, body });
  return jar.take(await handleAuth(request, path.split('?')[0]!.split('/'), sent.services ?? web.services));
}

/** Signs in the way next-auth's client does; the code of the refusal, or `in`. */
async function signIn(jar: Jar, provider: string, typed: Record<string, string>, sent: Sent = {}): Promise<string> {
  const { csrfToken } = (await (await call(jar, 'csrf', undefined, sent)).json()) as { csrfToken: string };
  const form = { ...typed, csrfToken, callbackUrl: `${ADDRESS}/projects`, json: 'true' };
  const response = await call(jar, `callback/${provider}`, form, sent);
  const { url } = (await response.json()) as { url: string };
  return new URL(url).searchParams.get('error') ?? (response.status === 200 ? 'in' : String(response.status));
}

async function addWithPassword(name: string): Promise<{ id: string; email: string }> {
  const id = await web.addPerson(name, { passwordHash: await hashPassword(PASSWORD) });
  return { id, email: (await web.store.people.find(id))!.email };
}

describe('signing in by password', () => {
  it('lets in who knows the password, by a cookie that scripts and other sites cannot use', async () => {
    const { id, email } = await addWithPassword('mara');
    const jar = new Jar();
    expect(await signIn(jar, 'credentials', { email: email.toUpperCase(), password: PASSWORD })).toBe('in');
    const line = jar.set.find((cookie) => cookie.startsWith('tramline.session='));
    expect(line).toMatch(/; Path=\/; Expires=.*; HttpOnly; SameSite=Lax/);
    const session = await (await call(jar, 'session')).json();
    expect(session).toMatchObject({ user: { id, email, name: 'mara' } });
    expect(await web.ask(projects.GET, 'GET', { cookie: jar.header })).toMatchObject({ status: 200, body: [] });
  });

  it('says the same for a wrong password, an unknown e-mail and an account without a password', async () => {
    const { email } = await addWithPassword('jun');
    const bare = await web.addPerson('bare');
    const bareEmail = (await web.store.people.find(bare))!.email;
    const tries = [
      { email, password: 'wrong horse battery' },
      { email: 'nobody@example.org', password: PASSWORD },
      { email: bareEmail, password: PASSWORD },
      { email, password: `${PASSWORD}${'x'.repeat(300)}` },
      { email, password: '' },
    ];
    for (const typed of tries) expect(await signIn(new Jar(), 'credentials', typed)).toBe('signIn.refused');
  });

  it('lasts eight hours from signing in and not a second longer', async () => {
    const { email } = await addWithPassword('ada');
    const begun = new Date('2026-03-01T09:00:00Z');
    web.setNow(begun);
    const jar = new Jar();
    await signIn(jar, 'credentials', { email, password: PASSWORD });
    web.setNow(new Date(begun.getTime() + 8 * 3600_000 - 1000));
    await call(jar, 'session'); // next-auth writes the cookie anew; that must not prolong it
    expect((await web.ask(projects.GET, 'GET', { cookie: jar.header })).status).toBe(200);
    web.setNow(new Date(begun.getTime() + 8 * 3600_000));
    expect(await web.ask(projects.GET, 'GET', { cookie: jar.header })).toMatchObject(refused('session.none'));
    expect(await (await call(jar, 'session')).json()).not.toHaveProperty('user');
    web.setNow(begun);
  });

  it('writes a token that itself ends after eight hours', async () => {
    const { decode } = await import('next-auth/jwt');
    const { email } = await addWithPassword('exp');
    const jar = new Jar();
    await signIn(jar, 'credentials', { email, password: PASSWORD });
    const token = jar.cookies.get('tramline.session');
    const claims = await decode({ token, secret: web.services.environment.authSecret });
    expect(Number(claims?.exp) - Number(claims?.iat)).toBe(8 * 3600);
    expect(Object.keys(claims ?? {}).sort()).toEqual(['epoch', 'exp', 'iat', 'jti', 'personId', 'sessionId', 'since']);
  });

  it('refuses a form that another site sends, and one without the token of our page', async () => {
    const { email } = await addWithPassword('csrf');
    const typed = { email, password: PASSWORD, json: 'true' };
    const foreign = await call(new Jar(), 'callback/credentials', typed, { origin: 'https://evil.example' });
    expect({ status: foreign.status, body: await foreign.json() }).toEqual(refused('origin.foreign'));
    const jar = new Jar();
    await call(jar, 'callback/credentials', typed);
    expect(jar.cookies.has('tramline.session')).toBe(false);
  });

  it('prefixes its cookies under https so that browsers hold them to this host', async () => {
    const environment = {
      ...web.services.environment,
      address: 'https://tramline.example',
      isHttps: true,
      isLoopback: false,
    };
    const services = { ...web.services, environment };
    const { email } = await addWithPassword('tls');
    process.env.NEXTAUTH_URL = environment.address;
    const jar = new Jar();
    await signIn(jar, 'credentials', { email, password: PASSWORD }, { services, origin: environment.address });
    process.env.NEXTAUTH_URL = ADDRESS;
    const line = jar.set.find((cookie) => cookie.startsWith('__Host-tramline.session='));
    expect(line).toMatch(/; Path=\/; .*HttpOnly; Secure; SameSite=Lax/);
    expect(line).not.toContain('Domain');
    expect(jar.set.every((cookie) => /^__(Host|Secure)-/.test(cookie))).toBe(true);
  });
});

describe('the limits', () => {
  const fail = (email: string, address: string) =>
    signIn(new Jar(), 'credentials', { email, password: 'wrong horse' }, { address });

  it('stop guessing at one e-mail from many addresses, for a quarter of an hour', async () => {
    const { email } = await addWithPassword('target');
    web.setNow(new Date('2026-03-02T09:00:00Z'));
    for (let n = 0; n < LIMITS.email; n++) expect(await fail(email, `198.51.100.${n}`)).toBe('signIn.refused');
    const right = { email, password: PASSWORD };
    expect(await signIn(new Jar(), 'credentials', right, { address: '203.0.113.1' })).toBe('signIn.tooMany');
    web.setNow(new Date(Date.parse('2026-03-02T09:00:00Z') + LIMIT_MINUTES * 60_000 + 1));
    expect(await signIn(new Jar(), 'credentials', right, { address: '203.0.113.1' })).toBe('in');
  });

  it('stop one address that tries many e-mails', async () => {
    for (let n = 0; n < LIMITS.address; n++) await fail(`guess-${n}@example.org`, '198.51.100.9');
    expect(await fail('one-more@example.org', '198.51.100.9')).toBe('signIn.tooMany');
    expect(await fail('one-more@example.org', '198.51.100.10')).toBe('signIn.refused');
  });

  it('do not count sign-ins that succeed, and forget the failures before them', async () => {
    const { email } = await addWithPassword('often');
    for (let n = 0; n < LIMITS.email - 1; n++) await fail(email, '198.51.100.11');
    expect(await signIn(new Jar(), 'credentials', { email, password: PASSWORD }, { address: '198.51.100.11' })).toBe(
      'in',
    );
    expect(await fail(email, '198.51.100.11')).toBe('signIn.refused');
    const rows = await web.database.query('SELECT key FROM sign_in_attempt');
    expect(rows).toHaveLength(LIMITS.email - 1 + 2); // by address all failures, by e-mail the last
  });

  it('keep neither e-mail nor address in the clear', async () => {
    await fail('secret@example.org', '198.51.100.77');
    expect(await web.database.dump()).not.toMatch(/secret@example\.org|198\.51\.100\.77/);
  });
});

describe('while something is broken', () => {
  it('says that the database is away, and never what it said', async () => {
    const away = createStore({ databaseUrl: 'postgresql://postgres:hunter2@127.0.0.1:1/none' });
    const services = { ...web.services, store: away };
    const typed = { email: 'mara@example.org', password: PASSWORD };
    expect(await signIn(new Jar(), 'credentials', typed, { services })).toBe('store.away');
    const broken = { ...web.store.people, findByEmail: async () => Promise.reject(new Error('secret of the house')) };
    const failing = { ...web.services, store: { ...web.store, people: broken } };
    expect(await signIn(new Jar(), 'credentials', typed, { services: failing })).toBe('server.failed');
    expect(web.reports.map(String)).toEqual(['Error: secret of the house']);
  });

  it('takes nobody’s session away', async () => {
    const { email } = await addWithPassword('sam');
    const jar = new Jar();
    await signIn(jar, 'credentials', { email, password: PASSWORD });
    const away = createStore({ databaseUrl: 'postgresql://postgres:x@127.0.0.1:1/none' });
    const answered = await call(jar, 'session', undefined, { services: { ...web.services, store: away } });
    expect(await answered.json()).not.toHaveProperty('user');
    expect((await web.ask(projects.GET, 'GET', { cookie: jar.header })).status).toBe(200);
  });
});

describe('signing out everywhere', () => {
  it('ends every session at once, the asking one too, and tells the live process', async () => {
    const { id, email } = await addWithPassword('leaver');
    const jars = [new Jar(), new Jar()];
    for (const jar of jars) await signIn(jar, 'credentials', { email, password: PASSWORD });
    expect((await web.ask(endAll.POST, 'POST', { cookie: jars[0]!.header })).status).toBe(204);
    for (const jar of jars) {
      expect(await web.ask(projects.GET, 'GET', { cookie: jar.header })).toMatchObject(refused('session.none'));
    }
    const news = await web.database.query(`SELECT payload FROM outbox WHERE kind = 'session.ended'`);
    expect(news).toEqual([{ payload: { userId: id, sessionEpoch: 1 } }]);
    const again = new Jar();
    expect(await signIn(again, 'credentials', { email, password: PASSWORD })).toBe('in');
    expect((await web.ask(projects.GET, 'GET', { cookie: again.header })).status).toBe(200);
  });
});

describe('the demo', () => {
  const withDemo = () => ({ ...web.services, environment: { ...web.services.environment, isDemo: true } });

  it('lets in by one click where there is a demo, and nowhere else', async () => {
    const id = await web.addPerson('Elif', { email: demoEmail('writer'), isDemo: true });
    const jar = new Jar();
    expect(await signIn(jar, 'demo', { account: 'writer' }, { services: withDemo() })).toBe('in');
    const session = await (await call(jar, 'session', undefined, { services: withDemo() })).json();
    expect(session).toMatchObject({ user: { id } });
    // Without the demo there is no such way in, and a session of it is none.
    const outside = new Jar();
    await call(outside, 'csrf');
    await call(outside, 'callback/demo', { account: 'writer', csrfToken: 'x', json: 'true' });
    expect(outside.cookies.has('tramline.session')).toBe(false);
    expect(await web.ask(projects.GET, 'GET', { cookie: jar.header })).toMatchObject(refused('session.none'));
  });

  it('lets nobody in who is not one of its people', async () => {
    await web.addPerson('impostor', { email: demoEmail('producer') });
    const services = withDemo();
    for (const account of ['producer', 'owner', '', '__proto__']) {
      expect(await signIn(new Jar(), 'demo', { account }, { services })).toBe('signIn.refused');
    }
  });

  it('gives its people no way in by password', async () => {
    const { email } = (await web.store.people.find(await web.addPerson('D', { isDemo: true })))!;
    expect(await signIn(new Jar(), 'credentials', { email, password: '' })).toBe('signIn.refused');
  });
});
