import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore, type Store } from '../createStore.ts';
import { expectAllOrNothing } from '../testing/atomic.ts';
import { addPerson, addProject, minute, newPerson, nextId } from '../testing/cast.ts';
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

const outbox = () => database.query<{ kind: string; payload: unknown }>('SELECT kind, payload FROM outbox ORDER BY id');

describe('people', () => {
  it('finds a person by id and by e-mail in any case', async () => {
    const person = newPerson('Mara', { email: 'Mara@Example.org' });
    await store.people.add(person);
    const found = await store.people.find(person.id);
    expect(found).toEqual({
      id: person.id,
      email: 'mara@example.org',
      name: 'Mara',
      passwordHash: 'hash',
      locale: 'en',
      isDemo: false,
      sessionEpoch: 0,
      createdAt: minute(0),
    });
    expect(await store.people.findByEmail(' MARA@example.ORG ')).toEqual(found);
  });

  it('gives one person another name', async () => {
    const [person, other] = [newPerson('Old'), newPerson('Other')];
    await store.people.add(person);
    await store.people.add(other);
    expect(await store.people.rename(person.id, 'New')).toBe(true);
    expect((await store.people.find(person.id))?.name).toBe('New');
    expect((await store.people.find(other.id))?.name).toBe('Other');
    expect(await store.people.rename(nextId(), 'Nobody')).toBe(false);
  });

  it('gives nothing for who is not there', async () => {
    expect(await store.people.find(nextId())).toBeUndefined();
    expect(await store.people.findByEmail('nobody@example.org')).toBeUndefined();
    expect(await store.people.findByIdentity({ issuer: 'https://id.example', subject: 'x' })).toBeUndefined();
  });

  it('refuses a second account for an e-mail, also of two at once', async () => {
    const twins = [1, 2].map(() => store.people.add(newPerson('twin', { email: 'twin@example.org' })));
    const outcomes = (await Promise.all(twins)).map((outcome) => (outcome.ok ? 'ok' : outcome.code));
    expect(outcomes.sort()).toEqual(['ok', 'registration.refused']);
  });

  it('lets one person be the first, also of several at once, and does not count the demo', async () => {
    const fresh = await server.database();
    const empty = createStore({ databaseUrl: fresh.url });
    await empty.people.add(newPerson('demo', { isDemo: true }));
    expect(await empty.people.hasAny()).toBe(false);
    const tries = ['a', 'b', 'c'].map((name) => empty.people.addFirst(newPerson(name)));
    const outcomes = (await Promise.all(tries)).map((outcome) => (outcome.ok ? 'ok' : outcome.code));
    expect(outcomes.sort()).toEqual(['ok', 'registration.closed', 'registration.closed']);
    expect(await empty.people.hasAny()).toBe(true);
    await empty.close();
  });

  it('ends sessions by raising the epoch, and tells the live process', async () => {
    const id = await addPerson(store, 'Jun');
    expect(await store.people.endSessions(id, minute(3))).toBe(1);
    expect((await store.people.find(id))?.sessionEpoch).toBe(1);
    expect((await outbox()).at(-1)).toEqual({ kind: 'session.ended', payload: { userId: id, sessionEpoch: 1 } });
    expect(await store.people.endSessions(nextId(), minute(3))).toBeUndefined();
  });

  it('ends sessions whole or not at all', async () => {
    const id = await addPerson(store, 'Ada');
    await expectAllOrNothing(database, () => store.people.endSessions(id, minute(3)), 2);
  });
});

describe('identities at an issuer', () => {
  it('finds a person by issuer and subject together only', async () => {
    const identity = { issuer: 'https://id.example', subject: 'one' };
    const person = newPerson('Noor', { passwordHash: null });
    expect(await store.people.addWithIdentity(person, identity)).toMatchObject({ ok: true });
    expect((await store.people.findByIdentity(identity))?.id).toBe(person.id);
    expect(await store.people.findByIdentity({ ...identity, issuer: 'https://other.example' })).toBeUndefined();
    expect(await store.people.findByIdentity({ ...identity, subject: 'two' })).toBeUndefined();
  });

  it('does not take over an account that has the e-mail', async () => {
    const owner = newPerson('Ines');
    await store.people.add(owner);
    const outcome = await store.people.addWithIdentity(newPerson('thief', { email: owner.email }), {
      issuer: 'https://id.example',
      subject: 'thief',
    });
    expect(outcome).toEqual({ ok: false, code: 'registration.refused' });
    expect(await store.people.findByIdentity({ issuer: 'https://id.example', subject: 'thief' })).toBeUndefined();
  });

  it('takes the password and the sessions from an account that is linked by its verified e-mail', async () => {
    const person = newPerson('Lena');
    await store.people.add(person);
    const linked = await store.people.linkByEmail(person.email, { issuer: 'i', subject: 'lena' }, minute(4));
    expect(linked).toMatchObject({ ok: true, value: { id: person.id, passwordHash: null, sessionEpoch: 1 } });
    expect((await outbox()).at(-1)).toMatchObject({ kind: 'session.ended', payload: { userId: person.id } });
  });

  it('links nobody to an account of the demo', async () => {
    const person = newPerson('demo', { isDemo: true, passwordHash: null });
    await store.people.add(person);
    const linked = await store.people.linkByEmail(person.email, { issuer: 'i', subject: 'demo' }, minute(4));
    expect(linked).toEqual({ ok: false, code: 'thing.notFound' });
  });

  it('adds a person with an identity whole or not at all', async () => {
    const add = () => store.people.addWithIdentity(newPerson('Rui'), { issuer: 'i', subject: 'rui' });
    await expectAllOrNothing(database, add, 2);
  });

  it('links by e-mail whole or not at all', async () => {
    const person = newPerson('Tove');
    await store.people.add(person);
    const link = () => store.people.linkByEmail(person.email, { issuer: 'i', subject: 'tove' }, minute(4));
    await expectAllOrNothing(database, link, 4);
  });
});

describe('people who come by invitation', () => {
  const invite = async (more: { email?: string } = {}) => {
    const { owner, projectId } = await addProject(store);
    const tokenHash = new TextEncoder().encode(`token of ${projectId}`);
    const id = nextId();
    await store.invitations.create({
      ...{ id, projectId, tokenHash, role: 'writer', createdById: owner },
      ...{ email: more.email ?? null, at: minute(0), expiresAt: minute(60) },
    });
    return { projectId, tokenHash };
  };

  it('makes the account and the membership together', async () => {
    const { projectId, tokenHash } = await invite();
    const person = newPerson('Omar', { at: minute(5) });
    const outcome = await store.people.addInvited(person, tokenHash);
    expect(outcome).toMatchObject({ ok: true, value: { projectId, person: { id: person.id } } });
    expect(await store.projects.roleOf(projectId, person.id)).toBe('writer');
  });

  it('makes no account when the invitation does not fit', async () => {
    const { tokenHash } = await invite({ email: 'somebody@example.org' });
    const person = newPerson('Eve', { at: minute(5) });
    expect(await store.people.addInvited(person, tokenHash)).toEqual({ ok: false, code: 'invitation.otherPerson' });
    expect(await store.people.find(person.id)).toBeUndefined();
  });

  it('does both or neither', async () => {
    const { tokenHash } = await invite();
    await expectAllOrNothing(database, () => store.people.addInvited(newPerson('Pia'), tokenHash), 4);
  });
});

describe('tries to sign in', () => {
  it('counts the tries under each key since a moment, the new one included', async () => {
    const keys = ['address', 'mail'];
    await store.signInAttempts.record(keys, minute(1), minute(0));
    await store.signInAttempts.record(['address'], minute(2), minute(0));
    expect((await store.signInAttempts.record(keys, minute(3), minute(0))).counts).toEqual([3, 2]);
    expect((await store.signInAttempts.record(keys, minute(20), minute(3))).counts).toEqual([2, 2]);
  });

  it('sees all of several tries at once', async () => {
    const tries = Array.from({ length: 8 }, () => store.signInAttempts.record(['crowd'], minute(1), minute(0)));
    const counts = (await Promise.all(tries)).map((outcome) => outcome.counts[0]);
    expect(Math.max(...counts.map(Number))).toBe(8);
  });

  it('forgets single tries and whole keys', async () => {
    const { ids } = await store.signInAttempts.record(['from', 'who'], minute(1), minute(0));
    await store.signInAttempts.record(['from', 'who'], minute(2), minute(0));
    await store.signInAttempts.forget({ ids, keys: ['who'] });
    expect((await store.signInAttempts.record(['from', 'who'], minute(3), minute(0))).counts).toEqual([2, 1]);
  });
});
