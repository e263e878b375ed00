/** The web server's routes without Next: handlers called with requests, on a real PostgreSQL, with a clock and people of the test. */
import { randomBytes, randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { SESSION_SECONDS, type SessionClaims } from '../../apps/web/src/server/auth/session.ts';
import { readEnvironment } from '../../apps/web/src/server/environment.ts';
import type { Handler } from '../../apps/web/src/server/route.ts';
import { replaceServices, type Services } from '../../apps/web/src/server/services.ts';
import { createLogPool, createStore, type NewPerson, type Store } from '../../packages/store/src/index.ts';
import { startTestServer, type TestDatabase } from '../../packages/store/src/testing/testDatabase.ts';
import { ERROR_STATUS, type ErrorCode, type Role } from '../../packages/wire/src/index.ts';

export const ADDRESS = 'http://127.0.0.1:3000';

interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Headers;
}
interface Asked {
  readonly params?: Record<string, string>;
  /** The person who asks; nobody when absent. */
  readonly as?: string;
  /** A cookie of one's own making, instead of `as`. */
  readonly cookie?: string;
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Record<string, string>;
  readonly query?: string;
}

export interface WebHarness {
  readonly database: TestDatabase;
  readonly store: Store;
  readonly services: Services;
  /** What the routes reported as mistakes of ours. */
  readonly reports: readonly unknown[];
  /** Sets the clock; it stands still in between. */
  setNow(now: Date): void;
  addPerson(name: string, more?: Partial<NewPerson>): Promise<string>;
  /** The `Cookie` header of a person's session. */
  cookieOf(personId: string, more?: Partial<SessionClaims>): Promise<string>;
  /** Calls a handler as a page of ours would. */
  ask(handler: Handler, method: string, asked?: Asked): Promise<Answer>;
  /** A project with a member per role. */
  addProject(...roles: Role[]): Promise<{ projectId: string } & Readonly<Record<Role, string>>>;
  stop(): Promise<void>;
}

/** The body of a refusal. */
export function refused(code: ErrorCode, facts?: unknown): { status: number; body: unknown } {
  return { status: ERROR_STATUS[code], body: { error: facts === undefined ? { code } : { code, facts } } };
}

export async function startWeb(variables: Readonly<Record<string, string>> = {}): Promise<WebHarness> {
  const server = await startTestServer();
  const database = await server.database();
  const store = createStore({ databaseUrl: database.url });
  const environment = readEnvironment({
    DATABASE_URL: database.url,
    NEXTAUTH_SECRET: randomBytes(32).toString('hex'),
    NEXTAUTH_URL: ADDRESS,
    SYNC_SECRET: randomBytes(32).toString('hex'),
    SYNC_URL: 'http://127.0.0.1:1',
    ...variables,
  });
  // next-auth reads its address from the process's environment alone.
  process.env.NEXTAUTH_URL = environment.address;
  let now = new Date('2026-03-01T09:00:00Z');
  const log = createLogPool(database.url, 2);
  const reports: unknown[] = [];
  const services: Services = {
    store,
    log,
    environment,
    now: () => now,
    newId: () => randomUUID(),
    newToken: () => randomBytes(32).toString('base64url'),
    report: (error) => reports.push(error),
  };
  replaceServices(services);

  const addPerson: WebHarness['addPerson'] = async (name, more = {}) => {
    const id = randomUUID();
    const email = `${name}-${id.slice(0, 8)}@example.org`;
    const added = await store.people.add({ id, email, name, passwordHash: null, at: now, ...more });
    if (!added.ok) throw new RangeError(added.code);
    return id;
  };
  const cookieOf: WebHarness['cookieOf'] = async (personId, more = {}) => {
    const epoch = (await store.people.find(personId))?.sessionEpoch ?? 0;
    const claims: SessionClaims = {
      personId,
      epoch,
      sessionId: `session-of-${personId}`,
      since: now.getTime(),
      ...more,
    };
    const token = await encode({ token: { ...claims }, secret: environment.authSecret, maxAge: SESSION_SECONDS });
    return `${environment.isHttps ? '__Host-' : ''}tramline.session=${token}`;
  };

  return {
    ...{ database, store, services, reports, addPerson, cookieOf },
    setNow: (moment) => {
      now = moment;
    },
    async ask(handler, method, { params = {}, as, cookie, json, form, headers = {}, query = '' } = {}) {
      const sent = new Headers({ host: '127.0.0.1:3000', 'x-forwarded-for': '198.51.100.7' });
      if (method !== 'GET') sent.set('origin', environment.address);
      if (method !== 'GET') sent.set('sec-fetch-site', 'same-origin');
      const crumbs = cookie ?? (as === undefined ? undefined : await cookieOf(as));
      if (crumbs !== undefined) sent.set('cookie', crumbs);
      if (json !== undefined) sent.set('content-type', 'application/json');
      for (const [name, value] of Object.entries(headers)) sent.set(name, value);
      const body = form ?? (json === undefined ? null : JSON.stringify(json));
      const request = new Request(`${environment.address}/api${query}`, { method, headers: sent, body });
      const response = await handler(request, { params: Promise.resolve(params) });
      const text = await response.text();
      const isJson = response.headers.get('content-type')?.includes('application/json');
      return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
    },
    async addProject(...roles) {
      const projectId = randomUUID();
      const owner = await addPerson('owner');
      await store.projects.create({ id: projectId, name: 'Last Service', ownerId: owner, at: now });
      const ids: Partial<Record<Role, string>> = { owner };
      for (const role of roles) {
        const id = await addPerson(role);
        await store.members.add(projectId, id, role, now);
        ids[role] = id;
      }
      return { ...(ids as Record<Role, string>), projectId };
    },
    async stop() {
      await log.end();
      await store.close();
      await server.stop();
    },
  };
}
