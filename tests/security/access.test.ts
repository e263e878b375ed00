import fs from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Handler } from '../../apps/web/src/server/route.ts';
import { type Action, CAPABILITIES, may, ROLES } from '../../packages/wire/src/index.ts';
import { refused, startWeb, type WebHarness } from '../http/webHarness.ts';

const api = path.resolve(import.meta.dirname, '../../apps/web/src/app/api');
const id = (n: number) => `20000000-0000-4000-8000-00000000000${n}`;
const [commentId, invitationId, nowhere] = [id(4), id(5), id(9)];
const scriptId = id(1);
const documents = { script: id(2), shots: id(3) };
const hash = `sha256:${'a'.repeat(64)}`;

/** Who may call a route: anybody, whoever is signed in, or members with an action (judged in the body of the request, or in the path). */
type Rule = 'anybody' | 'person' | { readonly member: Action; readonly named: 'path' | 'body' };
interface RouteCase {
  readonly rule: Rule;
  readonly params?: Record<string, string>;
  readonly json?: object;
  /** Codes that a member who is let in may get for reasons of the thing itself. */
  readonly also?: readonly string[];
}
const member = (action: Action, named: 'path' | 'body' = 'path'): Rule => ({ member: action, named });

/** Every route with its rule. A route that is not here fails the first test. `P` stands for the project's id, `M` for the writer's. */
const routes: Record<string, RouteCase> = {
  'GET health': { rule: 'anybody' },
  'POST registrations': {
    rule: 'anybody',
    json: { name: 'A', email: 'walk-in@example.org', password: 'ten letters or more' },
    also: ['registration.closed'],
  },
  'GET invitations/[token]': { rule: 'anybody', params: { token: 'unknown' }, also: ['invitation.invalid'] },
  'POST invitations/[token]/accept': { rule: 'person', params: { token: 'unknown' }, also: ['invitation.invalid'] },
  'POST sessions/end-all': { rule: 'person' },
  'PATCH me': { rule: 'person', json: { name: 'Another' } },
  'POST previews': { rule: 'person', json: { title: 'x' }, also: ['request.invalid'] },
  'GET projects': { rule: 'person' },
  'POST projects': { rule: 'person', json: { name: 'Another' } },
  'POST tickets': {
    rule: member('project.read', 'body'),
    json: { documentId: documents.script, clientId: 4096, schemaVersion: 1 },
  },
  'POST tickets/events': { rule: member('project.read', 'body'), json: { projectId: 'P' } },
  'GET projects/[projectId]': { rule: member('project.read'), params: { projectId: 'P' } },
  'PATCH projects/[projectId]': {
    rule: member('settings.change'),
    params: { projectId: 'P' },
    json: { name: 'Renamed' },
  },
  'DELETE projects/[projectId]': { rule: member('project.delete'), params: { projectId: 'P' } },
  'GET projects/[projectId]/members': { rule: member('project.read'), params: { projectId: 'P' } },
  'PATCH projects/[projectId]/members/[userId]': {
    rule: member('members.change'),
    params: { projectId: 'P', userId: 'M' },
    json: { role: 'artist' },
  },
  // Leaving is for every member; taking out others is judged by the store, whose refusal is the table's.
  'DELETE projects/[projectId]/members/[userId]': {
    rule: member('members.change'),
    params: { projectId: 'P', userId: 'M' },
  },
  'GET projects/[projectId]/invitations': { rule: member('members.change'), params: { projectId: 'P' } },
  'POST projects/[projectId]/invitations': {
    rule: member('members.change'),
    params: { projectId: 'P' },
    json: { role: 'viewer' },
  },
  'DELETE projects/[projectId]/invitations/[invitationId]': {
    rule: member('members.change'),
    params: { projectId: 'P', invitationId },
  },
  'POST projects/[projectId]/scripts': {
    rule: member('script.edit'),
    params: { projectId: 'P' },
    json: { title: 'New' },
  },
  'GET scripts/[scriptId]': { rule: member('project.read'), params: { scriptId } },
  'PATCH scripts/[scriptId]': { rule: member('script.edit'), params: { scriptId }, json: { title: 'Other' } },
  'DELETE scripts/[scriptId]': { rule: member('settings.change'), params: { scriptId } },
  'GET scripts/[scriptId]/files/[kind]': { rule: member('project.read'), params: { scriptId, kind: 'fountain' } },
  'GET scripts/[scriptId]/comments': { rule: member('project.read'), params: { scriptId } },
  'POST scripts/[scriptId]/comments': {
    rule: member('comment.write'),
    params: { scriptId },
    json: { body: 'Hm', target: { kind: 'shot', id: 's' } },
  },
  'PATCH comments/[commentId]': { rule: member('comment.write'), params: { commentId }, json: { resolved: true } },
  'DELETE comments/[commentId]': { rule: member('comment.write'), params: { commentId }, also: ['role.forbidden'] },
  'GET scripts/[scriptId]/approvals': { rule: member('project.read'), params: { scriptId } },
  'POST scripts/[scriptId]/last-change': {
    rule: member('project.read'),
    params: { scriptId },
    json: { since: '2026-01-01T00:00:00.000Z', units: { script: [[1, 0, 5]], shots: [] } },
  },
  'POST scripts/[scriptId]/shots/[shotId]/decisions': {
    rule: member('gate.decide'),
    params: { scriptId, shotId: 's' },
    json: { gate: 'prompt', decision: 'approve', hash },
    also: ['live.away'],
  },
};
const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const files = fs
  .readdirSync(api, { recursive: true, encoding: 'utf8' })
  .filter((file) => path.basename(file) === 'route.ts')
  .map((file) => path.dirname(file));
const handlers = new Map<string, Handler>();
const exported: string[] = [];
let web: WebHarness;
let team: Awaited<ReturnType<WebHarness['addProject']>>;
let stranger: string;
let nameless: string;

beforeAll(async () => {
  for (const folder of files) {
    const module: Record<string, Handler> = await import(path.join(api, folder, 'route.ts'));
    for (const method of METHODS) {
      const handler = module[method];
      if (!handler) continue;
      exported.push(`${method} ${folder}`);
      handlers.set(`${method} ${folder}`, handler);
    }
  }
  web = await startWeb();
  await addRows();
});
afterAll(() => web?.stop());

const KEPT = ['user', 'project', 'membership', 'script', 'document', 'comment', 'invitation'];

async function addRows(): Promise<void> {
  team = await web.addProject(...ROLES.filter((role) => role !== 'owner'));
  stranger = (await web.addProject()).owner;
  nameless = await web.addPerson('nobody');
  const { projectId, owner, writer } = team;
  const at = web.services.now();
  await web.store.scripts.create({
    ...{ id: scriptId, projectId, title: 'Draft', format: 'short', language: 'en', createdById: owner, at },
    documents: { script: { id: documents.script, schemaVersion: 1 }, shots: { id: documents.shots, schemaVersion: 1 } },
  });
  const target = { kind: 'shot', id: 's' } as const;
  await web.store.comments.add({ id: commentId, scriptId, authorId: writer, body: 'Hm', mentions: [], target, at });
  await web.store.invitations.create({
    ...{ id: invitationId, projectId, role: 'viewer', email: null, tokenHash: new Uint8Array(32), createdById: owner },
    ...{ at, expiresAt: new Date(at.getTime() + 3600_000) },
  });
  const copies = KEPT.map((table) => `CREATE TABLE kept."${table}" AS TABLE "${table}"`);
  await web.database.query(`CREATE SCHEMA kept; ${copies.join('; ')}`);
}

/** The rows are put back after every case that changed some: some of the routes delete what they are about. */
let isFresh = true;
beforeEach(async () => {
  if (isFresh) return;
  const restored = KEPT.map((table) => `INSERT INTO "${table}" SELECT * FROM kept."${table}"`);
  const emptied = ['project', 'user', 'outbox', 'sign_in_attempt'].map((table) => `DELETE FROM "${table}"`);
  await web.database.query([...emptied, ...restored].join('; '));
  isFresh = true;
});

const fill = (text: string): string => (text === 'P' ? team.projectId : text === 'M' ? team.writer : text);
const filled = <T extends object>(fields: T | undefined): Record<string, string> | undefined =>
  fields &&
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, typeof value === 'string' ? fill(value) : value]),
  );

/** Calls a route as somebody; `params` and `json` may be overridden. */
function ask(
  name: string,
  who: { as?: string; cookie?: string },
  more: { params?: Record<string, string>; json?: unknown; headers?: Record<string, string> } = {},
) {
  const { params, json } = routes[name]!;
  const body = more.json ?? filled(json);
  return web.ask(handlers.get(name)!, name.split(' ')[0]!, {
    ...who,
    params: more.params ?? filled(params) ?? {},
    ...(body !== undefined && { json: body }),
    ...(more.headers && { headers: more.headers }),
  });
}
const codeOf = ({ status, body }: { status: number; body: unknown }): string =>
  status < 300 ? 'in' : ((body as { error?: { code?: string } })?.error?.code ?? String(status));

const names = Object.keys(routes);
const ruled = (kind: 'person' | 'member') =>
  names.filter((name) => {
    const { rule } = routes[name]!;
    return kind === 'member' ? typeof rule === 'object' : rule !== 'anybody';
  });
const writing = names.filter((name) => !name.startsWith('GET'));

describe('the routes', () => {
  it('are all in the table, and the table names no other', () => {
    expect(exported.filter((name) => !name.endsWith('auth/[...nextauth]')).sort()).toEqual([...names].sort());
    expect(exported.filter((name) => name.endsWith('auth/[...nextauth]'))).toEqual([
      'GET auth/[...nextauth]',
      'POST auth/[...nextauth]',
    ]);
  });
});

describe.each(ruled('person'))('%s', (name) => {
  const { rule, also = [] } = routes[name]!;

  it('is closed to who is not signed in, and changes nothing', async () => {
    const before = await web.database.dump();
    expect(await ask(name, {})).toMatchObject(refused('session.none'));
    expect(await ask(name, { cookie: 'tramline.session=forged.token' })).toMatchObject(refused('session.none'));
    expect(await web.database.dump()).toBe(before);
  });

  it('is closed to a session that has expired, was ended, or is of a person who is gone', async () => {
    const { owner } = team;
    const old = web.services.now().getTime() - 8 * 3600_000;
    const expired = await web.cookieOf(owner, { since: old });
    const other = await web.cookieOf(owner, { epoch: 1 });
    const gone = await web.cookieOf(nowhere);
    const ended = await web.cookieOf(owner);
    isFresh = false;
    await web.store.people.endSessions(owner, web.services.now());
    const before = await web.database.dump();
    for (const cookie of [expired, ended, gone])
      expect(await ask(name, { cookie })).toMatchObject(refused('session.none'));
    expect(await web.database.dump()).toBe(before);
    expect(codeOf(await ask(name, { cookie: other }))).not.toBe('session.none'); // the epoch is now 1
  });

  if (typeof rule === 'object') {
    const { member: action, named } = rule;

    it('is 404 for strangers, as if there were nothing, and changes nothing', async () => {
      const before = await web.database.dump();
      for (const as of [stranger, nameless]) expect(await ask(name, { as })).toMatchObject(refused('thing.notFound'));
      expect(await web.database.dump()).toBe(before);
    });

    it('is 404 for everybody when the project is deleted', async () => {
      isFresh = false;
      await web.store.projects.remove(team.projectId, web.services.now());
      expect(await ask(name, { as: team.owner })).toMatchObject(refused('thing.notFound'));
    });

    it(`lets in the roles that have ${action}, refuses the others with 403, and changes nothing for them`, async () => {
      const before = await web.database.dump();
      for (const role of ROLES) {
        // Everybody may leave: the writer is the one who is taken out in this case.
        const isLeaving = name.startsWith('DELETE projects/[projectId]/members') && role === 'writer';
        if (may(role, action) || isLeaving) continue;
        expect(await ask(name, { as: team[role] }), role).toMatchObject(refused('role.forbidden'));
      }
      expect(await web.database.dump()).toBe(before);
      isFresh = false;
      const able = CAPABILITIES[action][0]!;
      expect(['in', ...also]).toContain(codeOf(await ask(name, { as: team[able] })));
    });

    it('is 404 for ids that are nowhere and for what is no id', async () => {
      const { params, json } = routes[name]!;
      if (named === 'body') {
        const asked = Object.fromEntries(
          Object.entries(filled(json)!).map(([key, value]) => [
            key,
            /Id$/.test(key) && key !== 'clientId' ? nowhere : value,
          ]),
        );
        expect(await ask(name, { as: team.owner }, { json: asked })).toMatchObject(refused('thing.notFound'));
        return;
      }
      const [first] = Object.keys(params!);
      for (const wrong of [nowhere, 'x', '..', `${nowhere}'--`]) {
        const asked = { ...filled(params), [first!]: wrong };
        expect(await ask(name, { as: team.owner }, { params: asked })).toMatchObject(refused('thing.notFound'));
      }
    });
  }
});

describe.each(writing)('%s', (name) => {
  it('is closed to pages of other sites, whoever is signed in', async () => {
    const before = await web.database.dump();
    const foreign: Record<string, string>[] = [
      { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-site', origin: 'http://other.127.0.0.1:3000' },
      { 'sec-fetch-site': 'none' },
      { 'sec-fetch-site': 'same-origin', origin: 'https://evil.example' },
      { 'sec-fetch-site': 'same-origin', origin: 'null' },
      { 'sec-fetch-site': 'same-origin', origin: 'http://127.0.0.1:3001' },
      { host: 'evil.example' },
    ];
    for (const headers of foreign) {
      expect(await ask(name, { as: team.owner }, { headers }), JSON.stringify(headers)).toMatchObject(
        refused('origin.foreign'),
      );
    }
    expect(await web.database.dump()).toBe(before);
  });
});

describe('bodies', () => {
  const reading = writing.filter((name) => routes[name]!.json);
  it.each(reading)('%s refuses what does not fit, is no JSON or is too large, and changes nothing', async (name) => {
    const { rule } = routes[name]!;
    const as = typeof rule === 'object' ? team[CAPABILITIES[rule.member][0]!] : team.owner;
    const before = await web.database.dump();
    const wrong = [
      [],
      'x',
      7,
      {
        name: { deep: true },
        role: 'god',
        title: 4,
        resolved: 'yes',
        body: 3,
        gate: 'no',
        documentId: 1,
        projectId: 2,
      },
    ];
    for (const json of wrong)
      expect(codeOf(await ask(name, { as }, { json })), JSON.stringify(json)).toBe('request.invalid');
    const plain = await ask(name, { as }, { headers: { 'content-type': 'text/plain' } });
    expect(codeOf(plain)).toBe('request.invalid');
    const large = await ask(name, { as }, { json: { name: 'x'.repeat(300_000) } });
    expect(codeOf(large)).toBe('request.tooBig');
    expect(await web.database.dump()).toBe(before);
  });
});

describe('answers', () => {
  it('are never kept by anybody in between', async () => {
    for (const name of [
      'GET projects',
      'GET projects/[projectId]',
      'GET health',
      'GET scripts/[scriptId]/files/[kind]',
    ]) {
      const answer = await ask(name, { as: team.viewer });
      expect(answer.headers.get('cache-control'), name).toBe('no-store');
    }
  });

  it('carry neither hashes of passwords nor tokens, and e-mails only for the members', async () => {
    isFresh = false;
    await web.database.query(`UPDATE "user" SET password_hash = '$argon2id$secret'`);
    const told: string[] = [];
    for (const name of names.filter((route) => route.startsWith('GET'))) {
      const answer = await ask(name, { as: team.owner });
      const text = JSON.stringify(answer.body);
      expect(text, name).not.toMatch(/argon2id|tokenHash|passwordHash|sessionEpoch/);
      if (/@example\.org/.test(text)) told.push(name);
    }
    expect(told).toEqual(['GET projects/[projectId]/members']);
  });
});
