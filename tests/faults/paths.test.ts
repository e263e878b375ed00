/**
 * Rare paths of a room, with the server inside the test: damage, other owners, offline work, changes of rights, limits. Long
 * because the cases share one server and one way to stage a room; none of them depends on another.
 */
import { randomInt } from 'node:crypto';
import { createShot, openShots, replaceShotText, type SyncClient } from '@tramline/collab';
import { CLOSE_CODE, type DocumentKind, REFUSAL, type Role } from '@tramline/wire';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { LimitsChange } from '../../apps/sync-server/src/limits.ts';
import { fingerprint } from '../../apps/sync-server/src/shape/openRoots.ts';
import { SyncServer } from '../../apps/sync-server/src/syncServer.ts';
import { newClientId, newDoc, ORIGIN, SECRET, Stage, secondsFromNow } from './support/stage.ts';
import { openPeer, type PeerOptions, RawSocket } from './support/syncPeer.ts';
import { seeded } from './support/typists.ts';
import { pause, until } from './support/until.ts';

interface Live {
  readonly server: SyncServer;
  readonly port: number;
}

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let stage: Stage;
let first: Live;
const servers: Live[] = [];
const alarms: string[] = [];
let clients: SyncClient[] = [];
let sockets: RawSocket[] = [];

async function boot(limits: LimitsChange = {}): Promise<Live> {
  const quick = { evictAfterMs: 200, compactRows: 20, ...limits };
  const config = {
    databaseUrl: stage.url,
    secret: SECRET,
    port: 0,
    host: '127.0.0.1',
    origins: [ORIGIN],
    limits: quick,
  };
  const server = await SyncServer.create({ config, alarm: (text) => alarms.push(text) });
  const live = { server, port: await server.listen(0, '127.0.0.1') };
  servers.push(live);
  return live;
}

beforeAll(async () => {
  stage = await Stage.open();
  first = await boot();
});
afterEach(() => {
  for (const client of clients) client.destroy();
  for (const socket of sockets) socket.end();
  clients = [];
  sockets = [];
});
afterAll(async () => {
  await Promise.all(servers.map(({ server }) => server.close()));
  await stage.close();
});

function join(documentId: string, name: string, more: Partial<PeerOptions> = {}): SyncClient {
  const client = openPeer({ stage, port: first.port, documentId, name, ...more });
  clients.push(client);
  return client;
}
async function raw(documentId: string, name: string, id = newClientId(), port = first.port): Promise<RawSocket> {
  const socket = await RawSocket.open(port, documentId, await stage.token(documentId, id, name));
  sockets.push(socket);
  return socket;
}
const saved = (...some: SyncClient[]): Promise<void> =>
  until('saved', () => some.every(({ state }) => state === 'saved'));
async function type(client: SyncClient, words: string): Promise<void> {
  client.doc.getText('body').insert(0, words);
  await saved(client);
}
const isGone = (documentId: string, { server } = first): Promise<void> =>
  until('the room is gone', () => !server.rooms.get(documentId));
async function read(documentId: string): Promise<string> {
  const reader = join(documentId, 'reader');
  await until('it is read', () => reader.isSynced);
  const words = reader.doc.getText('body').toString();
  reader.destroy();
  await isGone(documentId);
  return words;
}

test('an evicted room leaves a verified snapshot; two stay; a damaged one costs a longer replay, a broken row is set aside', async () => {
  const documentId = await stage.document();
  const client = join(documentId, 'ann');
  await saved(client);
  const snapshots = `SELECT seq FROM document_snapshot WHERE document_id = $1 ORDER BY seq DESC`;
  const numbers = async (): Promise<number[]> =>
    (await stage.pool.query(snapshots, [documentId])).rows.map(({ seq }) => Number(seq));
  for (let at = 0; at < 40; at++) await type(client, `${at} `);
  await until('the thread writes one while the room is open', async () => (await numbers()).length > 0);
  for (let at = 40; at < 70; at++) await type(client, `${at} `);
  client.destroy();
  await isGone(documentId);
  const want = Array.from({ length: 70 }, (_, at) => `${69 - at} `).join('');
  expect(alarms).toEqual([]);
  expect(await numbers()).toHaveLength(2);
  const newest = (await numbers())[0]!;
  expect(newest).toBe(await stage.headSeq(documentId));
  expect(await read(documentId)).toBe(want);
  await stage.pool.query(
    'UPDATE document_snapshot SET state = set_byte(state, 9, (get_byte(state, 9) + 1) % 256) WHERE document_id = $1 AND seq = $2',
    [documentId, newest],
  );
  expect(await read(documentId)).toBe(want);
  expect(alarms.some((text) => text.includes(`snapshot ${newest} is damaged`))).toBe(true);
  await stage.pool.query('DELETE FROM document_snapshot WHERE document_id = $1', [documentId]);
  const bad = newest + 1;
  await stage.pool.query(
    `INSERT INTO document_update (document_id, seq, user_id, session_id, client_id, bin) VALUES ($1, $2, 'x', 'x', 1, '\\xff01ff')`,
    [documentId, bad],
  );
  await stage.pool.query('UPDATE document SET head_seq = $2 WHERE id = $1', [documentId, bad]);
  expect(await read(documentId)).toBe(want);
  const { rows } = await stage.pool.query<{ seq: string }>(
    'SELECT seq FROM document_update WHERE document_id = $1 AND quarantined',
    [documentId],
  );
  expect(rows).toEqual([{ seq: String(bad) }]);
});

test('two processes on one room lose nothing, neither for each other nor in snapshots', async () => {
  const second = await boot();
  const documentId = await stage.document();
  const a = join(documentId, 'ann');
  const b = join(documentId, 'bob', { port: second.port });
  await saved(a, b);
  for (let at = 0; at < 60; at++) {
    a.doc.getText('body').insert(0, 'a');
    b.doc.getText('body').insert(0, 'b');
    await pause(4);
  }
  await saved(a, b);
  for (const client of [a, b, a]) await type(client, '.');
  const count = (client: SyncClient, letter: string): number =>
    client.doc.getText('body').toString().split(letter).length - 1;
  await until('both have both', () => count(a, 'b') === 60 && count(b, 'a') === 60);
  a.destroy();
  b.destroy();
  await isGone(documentId);
  await isGone(documentId, second);
  const words = await read(documentId);
  expect(['a', 'b', '.'].map((letter) => words.split(letter).length - 1)).toEqual([60, 60, 3]);
});

test('a raised generation fences the old owner: nothing is written, sockets close with 1012', async () => {
  const documentId = await stage.document();
  const socket = await raw(documentId, 'ann');
  const client = join(documentId, 'bob');
  await saved(client);
  await type(client, 'x');
  const rows = await stage.headSeq(documentId);
  await stage.pool.query('UPDATE document SET generation = 2 WHERE id = $1', [documentId]);
  client.doc.getText('body').insert(0, 'y');
  await until('it is fenced', () => socket.closed === CLOSE_CODE.restart);
  expect(client.state).not.toBe('saved');
  expect(await stage.headSeq(documentId)).toBe(rows);
});

/** A document as it lies on a device: words of the server, and words that were typed offline under an old client id. */
function offlineCopy(online: Y.Doc, words: string): Y.Doc {
  const doc = newDoc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(online));
  doc.clientID = online.clientID;
  doc.getText('body').insert(0, words);
  return doc;
}
function reopened(copy: Y.Doc): Y.Doc {
  const doc = newDoc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy));
  return doc;
}

test('offline work under an id that was leased to the same person comes home; nobody else may bring it', async () => {
  const documentId = await stage.document();
  const online = join(documentId, 'ann');
  await saved(online);
  await type(online, 'online ');
  const copy = offlineCopy(online.doc, 'offline ');
  online.destroy();
  const thief = join(documentId, 'mallory', { doc: reopened(copy) });
  await until('the thief is refused', () => thief.state === 'refused');
  expect(thief.refusedCode).toBe(REFUSAL.foreignClient);
  const again = join(documentId, 'ann', { doc: reopened(copy) });
  await saved(again);
  expect(again.doc.getText('body').toString()).toBe('offline online ');
});

test('offline work under an id that was never leased comes home when the ticket names it', async () => {
  const documentId = await stage.document(undefined, (doc) => doc.getText('body').insert(0, 'server '));
  const neverConnected = newDoc();
  neverConnected.clientID = newClientId();
  neverConnected.getText('body').insert(0, 'offline ');
  const unnamed = join(documentId, 'ann', { doc: reopened(neverConnected) });
  await until('it is refused without', () => unnamed.state === 'refused');
  unnamed.destroy();
  const named = join(documentId, 'ann', {
    doc: reopened(neverConnected),
    ticket: { earlierClientIds: [neverConnected.clientID] },
  });
  await saved(named);
  expect(await stage.headSeq(documentId)).toBe(2);
  expect(named.doc.getText('body').toString()).toContain('offline ');
});

test('reconnecting adds no rows to the log', async () => {
  const documentId = await stage.document();
  const client = join(documentId, 'ann');
  await saved(client);
  await type(client, 'some words');
  client.doc.getText('body').delete(0, 4);
  await saved(client);
  const rows = await stage.headSeq(documentId);
  for (let at = 0; at < 3; at++) {
    client.disconnect();
    await until('it is away', () => client.state === 'offline');
    client.reconnect();
    await saved(client);
  }
  expect(await stage.headSeq(documentId)).toBe(rows);
});

test('the same client id connected twice replaces the first socket', async () => {
  const documentId = await stage.document();
  const id = newClientId();
  const one = await raw(documentId, 'carol', id);
  await raw(documentId, 'carol', id);
  await until('the first is replaced', () => one.closed === CLOSE_CODE.replaced);
});

/** A member with a role, in a room of a kind, whose rights will change. */
async function memberIn(role: Role, kind: DocumentKind = 'script'): Promise<{ name: string; client: SyncClient }> {
  const name = `member ${randomInt(2 ** 31)}`;
  await stage.person(name, role);
  const documentId = await stage.document(kind);
  const client = join(documentId, name, { doc: newDoc(kind), ticket: { kind } });
  return { name, client };
}

test('a writer who becomes a viewer reads on at once, and what is typed after that is refused', async () => {
  const { name, client } = await memberIn('writer');
  await saved(client);
  await stage.changeRole(name, 'viewer');
  await until('it reads only', () => client.state === 'readOnly');
  expect(client.isConnected).toBe(true);
});

test('a writer who becomes an artist keeps the shots and loses the script', async () => {
  const script = await memberIn('writer');
  const shots = await memberIn('writer', 'shots');
  await saved(script.client, shots.client);
  await stage.changeRole(script.name, 'artist');
  await stage.changeRole(shots.name, 'artist');
  await until('the script reads only', () => script.client.state === 'readOnly');
  await until('the shots are still his', () => shots.client.state === 'saved');
});

test('a viewer who becomes a writer comes back with a ticket to edit', async () => {
  const { name, client } = await memberIn('viewer');
  await until('it reads', () => client.state === 'readOnly');
  await stage.changeRole(name, 'writer');
  await saved(client);
  expect(client.mode).toBe('edit');
});

test('a membership that ends closes the room with 4403, a sign-out with 4401, a deleted document with 4404', async () => {
  const left = await memberIn('writer');
  const signedOut = await memberIn('writer');
  const deleted = await memberIn('writer');
  await saved(left.client, signedOut.client, deleted.client);
  await stage.changeRole(left.name, null);
  await until('it is forbidden', () => left.client.ended === 'forbidden');
  const userId = await stage.person(signedOut.name);
  await stage.pool.query('UPDATE "user" SET session_epoch = 1 WHERE id = $1', [userId]);
  await stage.tell({ kind: 'session.ended', userId, sessionEpoch: 1 });
  await until('it is signed out', () => signedOut.client.ended === 'sessionEnded');
  const documentId = deleted.client.provider.roomname;
  await stage.pool.query('UPDATE document SET deleted_at = now() WHERE id = $1', [documentId]);
  await stage.tell({ kind: 'script.changed', projectId: stage.projectId, scriptId: documentId });
  await until('it is gone', () => deleted.client.ended === 'gone');
});

test('a session that runs out closes its open socket with 4401 when it is judged', async () => {
  const name = `member ${randomInt(2 ** 31)}`;
  await stage.person(name, 'writer');
  const sessionEnds = secondsFromNow(5);
  const client = join(await stage.document('script'), name, { ticket: { sessionEnds } });
  await saved(client);
  await until('the session has run out', () => Date.now() >= sessionEnds * 1000);
  await stage.changeRole(name, 'director');
  await until('it is signed out', () => client.ended === 'sessionEnded');
});

test('news that was missed while the listener was away is acted on when it is back', async () => {
  const { name, client } = await memberIn('writer');
  await saved(client);
  const listeners = `SELECT pid FROM pg_stat_activity WHERE query LIKE 'LISTEN%' OR query LIKE 'SELECT id, kind, payload FROM outbox%'`;
  const { rows } = await stage.pool.query<{ pid: number }>(listeners);
  expect(rows.length).toBeGreaterThan(0);
  for (const { pid } of rows) await stage.pool.query('SELECT pg_terminate_backend($1)', [pid]);
  await stage.changeRole(name, null);
  await until('it is forbidden', () => client.ended === 'forbidden');
});

test('a client older than the document reads only, and its edits are refused with 16', async () => {
  const documentId = await stage.document('script', (doc) => doc.getText('body').insert(0, 'newer'), 2);
  const id = newClientId();
  const old = await raw(documentId, 'ann', id);
  await until('it is told', () => old.refused.includes(REFUSAL.schemaVersion));
  const doc = newDoc();
  doc.clientID = id;
  doc.getText('body').insert(0, 'x');
  old.edit(Y.encodeStateAsUpdate(doc));
  old.count(1);
  await until('it is refused', () => old.refused.filter((code) => code === REFUSAL.schemaVersion).length === 2);
  expect(old.saved).toEqual([]);
  expect(await stage.headSeq(documentId)).toBe(1);
});

test('a document at its cap becomes read-only with 15', async () => {
  const small = await boot({ docMax: 20_000 });
  const documentId = await stage.document();
  const writer = join(documentId, 'ann', { port: small.port });
  await saved(writer);
  for (let at = 0; at < 60 && writer.state !== 'refused'; at++) {
    writer.doc.getText('body').insert(0, 'z'.repeat(1000));
    await until('it is judged', () => writer.state === 'saved' || writer.state === 'refused');
  }
  await until('it is full', () => writer.state === 'refused');
  expect(writer.refusedCode).toBe(REFUSAL.docFull);
});

test('a reader that asks for 40 MB and reads nothing is closed', async () => {
  const generous = await boot({ closeAt: 1 << 20, updatesPerSecond: 1e6, framesPerSecond: 1e6 });
  const documentId = await stage.document('script', (doc) => doc.getText('body').insert(0, 'w'.repeat(200_000)));
  const greedy = await raw(documentId, 'ann', newClientId(), generous.port);
  greedy.socket.pause();
  const ask = Uint8Array.of(0, 0, 1, 0);
  for (let at = 0; at < 200; at++) greedy.send(ask);
  const room = generous.server.rooms.get(documentId)!;
  await until('it is closed', () => room.members.size === 0);
});

const honestEdits = 600;

test(`${honestEdits} random honest edits with disconnects are all taken, and everybody ends with the same`, {
  timeout: 120_000,
}, async () => {
  const seed = randomInt(2 ** 31);
  console.log(`honest edits: seed ${seed}`);
  const random = seeded(seed);
  const documentId = await stage.document();
  const people = [0, 1, 2].map((i) => join(documentId, `honest ${i}`));
  await saved(...people);
  for (let at = 0; at < honestEdits; at++) {
    const client = people[random(3)]!;
    if (random(60) === 0) {
      client.disconnect();
      setTimeout(() => client.reconnect(), random(80));
    }
    client.doc.transact(() => editAtRandom(client.doc, random, at));
    await pause(random(30) === 0 ? random(20) : 1);
  }
  for (const client of people) client.reconnect();
  await until('all are saved or refused', () => people.every(({ state }) => state === 'saved' || state === 'refused'));
  expect(people.map(({ refusedCode }) => refusedCode >= 10)).toEqual([false, false, false]);
  await until('all are equal', () => new Set(people.map(({ doc }) => fingerprint(doc, 'script'))).size === 1);
});

function editAtRandom(doc: Y.Doc, random: (n: number) => number, at: number): void {
  const body = doc.getText('body');
  const place = random(body.length + 1);
  const kind = random(9);
  if (kind < 4) body.insert(place, 'word '.repeat(1 + random(3)), random(4) ? undefined : { bold: true });
  else if (kind === 4) {
    const head = new Y.Map<unknown>();
    head.set('id', String(at));
    head.set('type', 'dialogue');
    body.insertEmbed(place, head);
  } else if (kind === 5 && body.length > 3) body.delete(Math.min(place, body.length - 2), 1 + random(2));
  else if (kind === 6 && body.length > 9)
    body.format(Math.min(place, body.length - 5), 4, { italic: random(2) ? true : null });
  else if (kind === 7)
    doc
      .getMap(['title', 'settings', 'extras'][random(3)]!)
      .set(`key ${random(5)}`, random(2) ? 'value' : { a: [1, 2] });
  else {
    const parts = body.toDelta() as { insert: unknown }[];
    const head = parts.map(({ insert }) => insert).find((insert) => insert instanceof Y.Map);
    if (head instanceof Y.Map) head.set('type', random(2) ? 'action' : 'general');
  }
}

test('shots made and written by two people at once are all taken', async () => {
  const documentId = await stage.document('shots');
  const [a, b] = [0, 1].map((i) =>
    join(documentId, `artist ${i}`, { doc: newDoc('shots'), ticket: { kind: 'shots' } }),
  ) as [SyncClient, SyncClient];
  await saved(a, b);
  const end = { element: 'e', offset: 0, rel: { item: null, assoc: 0 } };
  const anchor = { start: end, end, quote: 'words', prefix: '', suffix: '' };
  for (let at = 0; at < 10; at++) {
    for (const [i, client] of [a, b].entries()) {
      const id = `shot ${at} of ${i}`;
      createShot(client.doc, { id, anchor, order: `a${at}${i + 1}`, fields: { size: 'CU' } });
      replaceShotText(client.doc, id, 'action', `Words ${at}`);
    }
  }
  await saved(a, b);
  await until(
    'both have both',
    () => openShots(a.doc).shots.size === 20 && fingerprint(a.doc, 'shots') === fingerprint(b.doc, 'shots'),
  );
});
