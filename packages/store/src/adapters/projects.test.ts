import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore, type Store } from '../createStore.ts';
import { expectAllOrNothing } from '../testing/atomic.ts';
import { addPerson, addProject, minute, newScript, nextId } from '../testing/cast.ts';

import { startTestServer, type TestDatabase, type TestServer } from '../testing/testDatabase.ts';

let server: TestServer;
let database: TestDatabase;
let store: Store;
beforeAll(async () => {
  server = await startTestServer();
  database = await server.database();
  store = createStore({ databaseUrl: database.url });
});
afterAll(async () => {
  await store?.close();
  await server?.stop();
});

const lastNews = async () => (await database.query('SELECT kind, payload FROM outbox ORDER BY id DESC LIMIT 1'))[0];

describe('projects', () => {
  it('shows a project to its members with their role, its people and its scripts, and to nobody else', async () => {
    const { projectId, owner, writer } = await addProject(store, 'writer');
    const script = newScript(projectId, owner);
    await store.scripts.create(script);
    expect(await store.projects.findFor(projectId, writer)).toMatchObject({
      id: projectId,
      name: 'Last Service',
      role: 'writer',
      members: [
        { id: owner, role: 'owner' },
        { id: writer, role: 'writer' },
      ],
      scripts: [{ id: script.id }],
    });
    const stranger = await addPerson(store, 'stranger');
    expect(await store.projects.findFor(projectId, stranger)).toBeUndefined();
    expect(await store.projects.roleOf(projectId, stranger)).toBeUndefined();
    expect(await store.projects.listFor(stranger)).toEqual([]);
    expect((await store.projects.listFor(writer)).map((project) => project.id)).toEqual([projectId]);
  });

  it('renames a project', async () => {
    const { projectId, owner } = await addProject(store);
    await store.projects.rename(projectId, 'First Service');
    expect((await store.projects.findFor(projectId, owner))?.name).toBe('First Service');
  });

  it('hides a deleted project with everything in it, and tells the live process', async () => {
    const { projectId, owner } = await addProject(store);
    const script = newScript(projectId, owner);
    await store.scripts.create(script);
    await store.projects.remove(projectId, minute(9));
    expect(await store.projects.findFor(projectId, owner)).toBeUndefined();
    expect(await store.projects.roleOf(projectId, owner)).toBeUndefined();
    expect(await store.members.list(projectId)).toEqual([]);
    expect(await store.scripts.find(script.id)).toBeUndefined();
    expect(await store.documents.find(script.documents.script.id)).toBeUndefined();
    expect(await lastNews()).toEqual({ kind: 'project.deleted', payload: { projectId } });
  });

  it('makes and deletes a project whole or not at all', async () => {
    const ownerId = await addPerson(store, 'owner');
    const id = nextId();
    await expectAllOrNothing(database, () => store.projects.create({ id, name: 'A', ownerId, at: minute(0) }), 2);
    await store.scripts.create(newScript(id, ownerId));
    await expectAllOrNothing(database, () => store.projects.remove(id, minute(1)), 4);
  });
});

describe('members', () => {
  it('changes a role and tells the live process', async () => {
    const { projectId, owner, writer } = await addProject(store, 'writer');
    const changed = await store.members.changeRole(projectId, writer, 'director', owner, minute(2));
    expect(changed).toMatchObject({ ok: true, value: { id: writer, role: 'director' } });
    expect(await store.projects.roleOf(projectId, writer)).toBe('director');
    expect(await lastNews()).toEqual({ kind: 'membership.changed', payload: { projectId, userId: writer } });
  });

  it('takes a member out, and lets every member leave', async () => {
    const { projectId, owner, writer, viewer } = await addProject(store, 'writer', 'viewer');
    expect(await store.members.remove(projectId, writer, owner, minute(2))).toEqual({ ok: true, value: undefined });
    expect(await store.members.remove(projectId, viewer, viewer, minute(2))).toEqual({ ok: true, value: undefined });
    expect((await store.members.list(projectId)).map((member) => member.id)).toEqual([owner]);
  });

  it('judges by the role in the database, not by what the caller remembers', async () => {
    const { projectId, owner, producer, writer } = await addProject(store, 'producer', 'writer');
    const change = (as: 'viewer' | 'owner', who: string, by: string) =>
      store.members.changeRole(projectId, who, as, by, minute(2));
    expect(await change('viewer', owner, producer)).toEqual({ ok: false, code: 'member.ownerOnly' });
    expect(await change('owner', writer, producer)).toEqual({ ok: false, code: 'member.ownerOnly' });
    expect(await change('viewer', producer, writer)).toEqual({ ok: false, code: 'role.forbidden' });
    expect(await change('viewer', owner, owner)).toEqual({ ok: false, code: 'member.lastOwner' });
    expect(await change('viewer', nextId(), owner)).toEqual({ ok: false, code: 'thing.notFound' });
    expect(await change('viewer', writer, nextId())).toEqual({ ok: false, code: 'thing.notFound' });
  });

  it('keeps one owner when two leave at once', async () => {
    const { projectId, owner, writer } = await addProject(store, 'writer');
    await store.members.changeRole(projectId, writer, 'owner', owner, minute(2));
    const leave = [owner, writer].map((id) => store.members.remove(projectId, id, id, minute(3)));
    const outcomes = (await Promise.all(leave)).map((outcome) => (outcome.ok ? 'ok' : outcome.code));
    expect(outcomes.sort()).toEqual(['member.lastOwner', 'ok']);
  });

  it('changes members whole or not at all', async () => {
    const { projectId, owner, writer } = await addProject(store, 'writer');
    const change = () => store.members.changeRole(projectId, writer, 'artist', owner, minute(2));
    await expectAllOrNothing(database, change, 2);
    await expectAllOrNothing(database, () => store.members.remove(projectId, writer, owner, minute(2)), 2);
    await expectAllOrNothing(database, () => store.members.add(projectId, writer, 'writer', minute(2)), 2);
  });
});

describe('invitations', () => {
  const invite = async (more: { email?: string; role?: 'writer' | 'viewer' } = {}) => {
    const { owner, projectId } = await addProject(store);
    const id = nextId();
    const tokenHash = new TextEncoder().encode(id);
    const times = { at: minute(0), expiresAt: minute(60) };
    const fields = { id, projectId, tokenHash, role: more.role ?? 'writer', email: more.email ?? null } as const;
    await store.invitations.create({ ...fields, ...times, createdById: owner });
    return { id, projectId, tokenHash, owner };
  };

  it('lists a project’s invitations and finds one by the hash of its token', async () => {
    const { id, projectId, tokenHash } = await invite();
    expect(await store.invitations.list(projectId)).toMatchObject([{ id, role: 'writer', acceptedAt: null }]);
    expect(await store.invitations.find(tokenHash)).toMatchObject({ id, projectId, projectName: 'Last Service' });
    expect(await store.invitations.find(Uint8Array.of(1))).toBeUndefined();
  });

  it('makes a member once, also of several people at once', async () => {
    const { projectId, tokenHash } = await invite();
    const people = await Promise.all(['a', 'b', 'c'].map((name) => addPerson(store, name)));
    const outcomes = await Promise.all(people.map((id) => store.invitations.accept(tokenHash, id, minute(1))));
    expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.code)).sort()).toEqual([
      'invitation.used',
      'invitation.used',
      'ok',
    ]);
    expect(await store.members.list(projectId)).toHaveLength(2);
  });

  it('lets the person who used it call again', async () => {
    const { projectId, tokenHash } = await invite();
    const person = await addPerson(store, 'again');
    await store.invitations.accept(tokenHash, person, minute(1));
    expect(await store.invitations.accept(tokenHash, person, minute(2))).toEqual({ ok: true, value: { projectId } });
  });

  it('does not bring back a person who used it and was taken out', async () => {
    const { projectId, tokenHash, owner } = await invite();
    const person = await addPerson(store, 'out');
    await store.invitations.accept(tokenHash, person, minute(1));
    await store.members.remove(projectId, person, owner, minute(2));
    expect(await store.invitations.accept(tokenHash, person, minute(3))).toEqual({
      ok: false,
      code: 'invitation.used',
    });
  });

  it('refuses what expired, was revoked, is unknown, is for somebody else, or is for who is a member', async () => {
    const person = await addPerson(store, 'late');
    const fresh = await invite();
    const accept = (tokenHash: Uint8Array, at = minute(1), who = person) =>
      store.invitations.accept(tokenHash, who, at);
    expect(await accept(fresh.tokenHash, minute(60))).toEqual({ ok: false, code: 'invitation.expired' });
    expect(await accept(Uint8Array.of(9))).toEqual({ ok: false, code: 'invitation.invalid' });
    const { projectId, owner } = fresh;
    const isMember = { ok: false, code: 'member.exists', facts: { projectId } };
    expect(await accept(fresh.tokenHash, minute(1), owner)).toEqual(isMember);
    expect(await store.invitations.revoke(projectId, fresh.id, minute(1))).toEqual({ ok: true, value: undefined });
    expect(await accept(fresh.tokenHash)).toEqual({ ok: false, code: 'invitation.invalid' });
    const named = await invite({ email: 'somebody@example.org' });
    expect(await accept(named.tokenHash)).toEqual({ ok: false, code: 'invitation.otherPerson' });
  });

  it('refuses an invitation into a project that was deleted', async () => {
    const { projectId, tokenHash } = await invite();
    await store.projects.remove(projectId, minute(1));
    const person = await addPerson(store, 'ghost');
    expect(await store.invitations.accept(tokenHash, person, minute(2))).toEqual({
      ok: false,
      code: 'invitation.invalid',
    });
    expect(await store.invitations.find(tokenHash)).toBeUndefined();
  });

  it('revokes only in its own project, and only what nobody has used', async () => {
    const { id, projectId, tokenHash } = await invite();
    const other = await addProject(store);
    const foreign = await store.invitations.revoke(other.projectId, id, minute(1));
    expect(foreign).toEqual({ ok: false, code: 'thing.notFound' });
    await store.invitations.accept(tokenHash, await addPerson(store, 'quick'), minute(1));
    expect(await store.invitations.revoke(projectId, id, minute(2))).toEqual({ ok: false, code: 'invitation.used' });
  });

  it('is accepted whole or not at all', async () => {
    const { tokenHash } = await invite();
    const person = await addPerson(store, 'whole');
    await expectAllOrNothing(database, () => store.invitations.accept(tokenHash, person, minute(1)), 3);
  });
});
