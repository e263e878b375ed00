import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as accept from '../../apps/web/src/app/api/invitations/[token]/accept/route.ts';
import * as offer from '../../apps/web/src/app/api/invitations/[token]/route.ts';
import * as invitation from '../../apps/web/src/app/api/projects/[projectId]/invitations/[invitationId]/route.ts';
import * as invitations from '../../apps/web/src/app/api/projects/[projectId]/invitations/route.ts';
import * as member from '../../apps/web/src/app/api/projects/[projectId]/members/[userId]/route.ts';
import * as members from '../../apps/web/src/app/api/projects/[projectId]/members/route.ts';
import * as project from '../../apps/web/src/app/api/projects/[projectId]/route.ts';
import * as projects from '../../apps/web/src/app/api/projects/route.ts';
import * as registrations from '../../apps/web/src/app/api/registrations/route.ts';
import { isPassword } from '../../apps/web/src/server/auth/password.ts';
import { ACTIONS, type InvitationView, may, type ProjectView, type Role } from '../../packages/wire/src/index.ts';
import { ADDRESS, refused, startWeb, type WebHarness } from './webHarness.ts';

let web: WebHarness;
beforeAll(async () => {
  web = await startWeb();
});
afterAll(() => web?.stop());

const DAY_MS = 24 * 3600_000;

describe('projects', () => {
  it('belong to who made them, and show what a role may do', async () => {
    const me = await web.addPerson('maker');
    const made = await web.ask(projects.POST, 'POST', { as: me, json: { name: ' Night Bus ' } });
    expect(made).toMatchObject({ status: 201, body: { name: 'Night Bus', role: 'owner', isDemo: false, scripts: [] } });
    const view = made.body as ProjectView;
    expect(view.actions).toEqual(ACTIONS.filter((action) => may('owner', action)));
    expect(view.members).toEqual([{ id: me, name: 'maker' }]);
    expect((await web.ask(projects.GET, 'GET', { as: me })).body).toEqual([view]);
    const read = await web.ask(project.GET, 'GET', { as: me, params: { projectId: view.id } });
    expect(read.body).toEqual(view);
  });

  it('are renamed by who may change settings and deleted by an owner', async () => {
    const { projectId, owner, producer } = await web.addProject('producer');
    const params = { projectId };
    const renamed = await web.ask(project.PATCH, 'PATCH', { as: producer, params, json: { name: 'Other' } });
    expect(renamed).toMatchObject({ status: 200, body: { name: 'Other', role: 'producer' } });
    expect(await web.ask(project.DELETE, 'DELETE', { as: producer, params })).toMatchObject(refused('role.forbidden'));
    expect((await web.ask(project.DELETE, 'DELETE', { as: owner, params })).status).toBe(204);
    expect(await web.ask(project.GET, 'GET', { as: owner, params })).toMatchObject(refused('thing.notFound'));
  });
});

describe('members', () => {
  it('are listed with e-mail and role', async () => {
    const { projectId, writer, owner } = await web.addProject('writer');
    const listed = await web.ask(members.GET, 'GET', { as: writer, params: { projectId } });
    const rows = listed.body as { id: string; role: Role; email: string }[];
    expect(rows.map(({ id, role }) => [id, role]).sort()).toEqual(
      [
        [owner, 'owner'],
        [writer, 'writer'],
      ].sort(),
    );
    expect(rows.every((row) => row.email.endsWith('@example.org'))).toBe(true);
  });

  it('get another role, with effect on the very next request', async () => {
    const { projectId, owner, writer } = await web.addProject('writer');
    const params = { projectId, userId: writer };
    const changed = await web.ask(member.PATCH, 'PATCH', { as: owner, params, json: { role: 'producer' } });
    expect(changed).toMatchObject({ status: 200, body: { id: writer, role: 'producer' } });
    const renamed = await web.ask(project.PATCH, 'PATCH', {
      as: writer,
      params: { projectId },
      json: { name: 'Mine' },
    });
    expect(renamed.status).toBe(200);
  });

  it('cannot make themselves more than they are', async () => {
    const { projectId, owner, producer } = await web.addProject('producer');
    const change = (userId: string, as: string, role: string) =>
      web.ask(member.PATCH, 'PATCH', { as, params: { projectId, userId }, json: { role } });
    expect(await change(producer, producer, 'owner')).toMatchObject(refused('member.ownerOnly'));
    expect(await change(owner, producer, 'viewer')).toMatchObject(refused('member.ownerOnly'));
    expect(await change(owner, owner, 'viewer')).toMatchObject(refused('member.lastOwner'));
    const out = await web.ask(member.DELETE, 'DELETE', { as: producer, params: { projectId, userId: owner } });
    expect(out).toMatchObject(refused('member.ownerOnly'));
  });

  it('may leave, and are strangers from then on', async () => {
    const { projectId, viewer } = await web.addProject('viewer');
    const params = { projectId, userId: viewer };
    expect((await web.ask(member.DELETE, 'DELETE', { as: viewer, params })).status).toBe(204);
    expect(await web.ask(project.GET, 'GET', { as: viewer, params })).toMatchObject(refused('thing.notFound'));
  });

  it('do not take each other out without the right to', async () => {
    const { projectId, writer, artist } = await web.addProject('writer', 'artist');
    const out = await web.ask(member.DELETE, 'DELETE', { as: writer, params: { projectId, userId: artist } });
    expect(out).toMatchObject(refused('role.forbidden'));
  });
});

describe('invitations', () => {
  const invite = async (as: string, projectId: string, json: unknown) => {
    const made = await web.ask(invitations.POST, 'POST', { as, params: { projectId }, json });
    const body = made.body as InvitationView & { link: string };
    return { ...made, id: body.id, token: body.link?.split('/').at(-1) ?? '', link: body.link };
  };

  it('are a link that is told once, and makes one person a member', async () => {
    const { projectId, owner } = await web.addProject();
    const made = await invite(owner, projectId, { role: 'writer' });
    expect(made).toMatchObject({ status: 201, body: { role: 'writer', email: null, state: 'open' } });
    expect(made.link).toMatch(new RegExp(`^${ADDRESS}/invitations/[\\w-]{43}$`));
    expect(await web.database.dump()).not.toContain(made.token);
    const listed = await web.ask(invitations.GET, 'GET', { as: owner, params: { projectId } });
    expect(JSON.stringify(listed.body)).not.toContain(made.token);
    const params = { token: made.token };
    const seen = await web.ask(offer.GET, 'GET', { params });
    expect(seen.body).toEqual({ projectId, projectName: 'Last Service', role: 'writer', email: null, state: 'open' });
    const [first, second] = [await web.addPerson('first'), await web.addPerson('second')];
    expect(await web.ask(accept.POST, 'POST', { as: first, params })).toMatchObject({
      status: 200,
      body: { projectId },
    });
    expect(await web.ask(accept.POST, 'POST', { as: second, params })).toMatchObject(refused('invitation.used'));
    expect(await web.store.projects.roleOf(projectId, first)).toBe('writer');
    expect((await web.ask(offer.GET, 'GET', { params })).body).toMatchObject({ state: 'used' });
  });

  it('end after their days, and when they are revoked', async () => {
    const { projectId, producer } = await web.addProject('producer');
    const begun = web.services.now();
    const late = await invite(producer, projectId, { role: 'viewer', days: 2 });
    const guest = await web.addPerson('guest');
    web.setNow(new Date(begun.getTime() + 2 * DAY_MS));
    const params = { token: late.token };
    expect(await web.ask(accept.POST, 'POST', { as: guest, params })).toMatchObject(refused('invitation.expired'));
    web.setNow(begun);
    const where = { projectId, invitationId: late.id };
    expect((await web.ask(invitation.DELETE, 'DELETE', { as: producer, params: where })).status).toBe(204);
    expect(await web.ask(accept.POST, 'POST', { as: guest, params })).toMatchObject(refused('invitation.invalid'));
  });

  it('are for the one e-mail they name', async () => {
    const { projectId, owner } = await web.addProject();
    const { token } = await invite(owner, projectId, { role: 'viewer', email: 'mara@example.org' });
    const other = await web.addPerson('other');
    const refusedAccept = await web.ask(accept.POST, 'POST', { as: other, params: { token } });
    expect(refusedAccept).toMatchObject(refused('invitation.otherPerson'));
    const mara = await web.addPerson('mara', { email: 'mara@example.org' });
    expect((await web.ask(accept.POST, 'POST', { as: mara, params: { token } })).status).toBe(200);
  });

  it('into ownership are written by owners only', async () => {
    const { projectId, producer, owner } = await web.addProject('producer');
    expect(await invite(producer, projectId, { role: 'owner' })).toMatchObject(refused('member.ownerOnly'));
    expect((await invite(owner, projectId, { role: 'owner' })).status).toBe(201);
  });

  it('that nobody wrote offer nothing', async () => {
    const params = { token: 'x'.repeat(43) };
    expect(await web.ask(offer.GET, 'GET', { params })).toMatchObject(refused('invitation.invalid'));
    const guest = await web.addPerson('guest');
    expect(await web.ask(accept.POST, 'POST', { as: guest, params })).toMatchObject(refused('invitation.invalid'));
  });
});

describe('registration', () => {
  const account = (name: string, more: object = {}) => ({
    json: { name, email: `${name}@example.com`, password: 'ten letters and more', ...more },
  });
  const withRule = (registration: 'first' | 'invited' | 'open', isFresh: boolean) => {
    const environment = { ...web.services.environment, registration };
    const people = { ...web.store.people, hasAny: async () => !isFresh };
    return { ...web.services, environment, store: { ...web.store, people } };
  };
  const use = async (services: WebHarness['services'], run: () => Promise<unknown>) => {
    const { replaceServices } = await import('../../apps/web/src/server/services.ts');
    replaceServices(services);
    try {
      await run();
    } finally {
      replaceServices(web.services);
    }
  };

  it('is closed once somebody is here, and always open to who is invited', async () => {
    await web.addPerson('somebody');
    expect(await web.ask(registrations.POST, 'POST', account('walk-in'))).toMatchObject(refused('registration.closed'));
    const { projectId, owner } = await web.addProject();
    const made = await web.ask(invitations.POST, 'POST', {
      as: owner,
      params: { projectId },
      json: { role: 'artist' },
    });
    const token = (made.body as { link: string }).link.split('/').at(-1);
    const joined = await web.ask(registrations.POST, 'POST', account('guest', { invitation: token }));
    expect(joined).toMatchObject({ status: 201, body: { projectId } });
    const { id } = joined.body as { id: string };
    expect(await web.store.projects.roleOf(projectId, id)).toBe('artist');
    const person = await web.store.people.find(id);
    expect(person?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword('ten letters and more', person?.passwordHash)).toBe(true);
    const again = await web.ask(registrations.POST, 'POST', account('second', { invitation: token }));
    expect(again).toMatchObject(refused('invitation.used'));
    expect(await web.store.people.findByEmail('second@example.com')).toBeUndefined();
  });

  it('lets the first person in where nobody is, and nobody where only invitations count', async () => {
    const ask = () => web.ask(registrations.POST, 'POST', account('founder'));
    await use(withRule('invited', true), async () => expect(await ask()).toMatchObject(refused('registration.closed')));
    // The database decides in the end: somebody is here, whatever was read a moment before.
    await use(withRule('first', true), async () => expect(await ask()).toMatchObject(refused('registration.closed')));
    await web.database.query('UPDATE "user" SET is_demo = true');
    await use(withRule('first', true), async () => expect(await ask()).toMatchObject({ status: 201 }));
    await web.database.query(`UPDATE "user" SET is_demo = false`);
  });

  it('where it is open says the same of an e-mail that is taken as of any other reason', async () => {
    await use(withRule('open', false), async () => {
      expect(await web.ask(registrations.POST, 'POST', account('open'))).toMatchObject({ status: 201 });
      const taken = await web.ask(registrations.POST, 'POST', account('open', { email: 'OPEN@example.com' }));
      expect(taken).toMatchObject(refused('registration.refused'));
    });
  });
});
