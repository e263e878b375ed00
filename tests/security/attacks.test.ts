/** Hostile sockets against a real server: each is refused, leaves no row, and an honest pair in the same room goes on working. */
import type { SyncClient } from '@tramline/collab';
import { REFUSAL, SYNC_STEP } from '@tramline/wire';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { fingerprint } from '../../apps/sync-server/src/shape/openRoots.ts';
import { LiveProcess } from '../faults/support/liveProcess.ts';
import { newClientId, newDoc, Stage } from '../faults/support/stage.ts';
import { openPeer, RawSocket } from '../faults/support/syncPeer.ts';
import { until } from '../faults/support/until.ts';
import {
  collectedRun,
  deepJson,
  deepMaps,
  deletion,
  doubledSection,
  headWith,
  listInMapRoot,
  ownNeighbour,
  skippedRun,
  updateOf,
} from './attackUpdates.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let stage: Stage;
let live: LiveProcess;
let documentId: string;
let otherId: string;
let victim: SyncClient;
let friend: SyncClient;
let sockets: RawSocket[] = [];
let edits = 0;

beforeAll(async () => {
  stage = await Stage.open();
  live = await LiveProcess.start({ stage });
  documentId = await stage.document();
  otherId = await stage.document();
  for (const name of ['mallory', 'watcher']) await stage.person(name);
  await stage.person('viewer', 'viewer');
  victim = openPeer({ stage, port: live.port, documentId, name: 'victim' });
  friend = openPeer({ stage, port: live.port, documentId, name: 'friend' });
  await until('both are saved', () => victim.state === 'saved' && friend.state === 'saved');
  victim.awareness.setLocalStateField('caret', 1);
  headWith({ id: 'first', type: 'heading' })(victim.doc);
  victim.doc.getText('body').insert(1, 'INT. HOUSE - DAY');
  await expectUnharmed();
});
afterEach(async () => {
  for (const socket of sockets) socket.end();
  sockets = [];
  await expectUnharmed();
});
afterAll(async () => {
  victim?.destroy();
  friend?.destroy();
  await live?.stop('SIGKILL');
  await stage?.close();
});

/** The victim types, the friend sees it, both have the same, and it is on disk. */
async function expectUnharmed(): Promise<void> {
  const mark = `<${++edits}>`;
  const body = victim.doc.getText('body');
  body.insert(body.length, mark);
  await until('the victim is unharmed', () => {
    const isSeen = friend.doc.getText('body').toString().includes(mark);
    return (
      isSeen && victim.state === 'saved' && fingerprint(victim.doc, 'script') === fingerprint(friend.doc, 'script')
    );
  });
}

async function mallory(id = newClientId(), name = 'mallory'): Promise<RawSocket> {
  const socket = await RawSocket.open(live.port, documentId, await stage.token(documentId, id, name));
  sockets.push(socket);
  return socket;
}

const victimId = (): number => victim.doc.clientID;
const victimClock = (): number => Y.getState(victim.doc.store, victimId());

/** What is sent, under which refusal it ends; a final one ends the connection too. */
const updates: readonly [what: string, code: number, make: (id: number) => Uint8Array, step?: 1 | 2][] = [
  [
    'a collected run of 2^31 under the victim’s id',
    REFUSAL.malformed,
    () => collectedRun(victimId(), victimClock(), 2 ** 31),
  ],
  [
    'a collected run of 1,000 under the victim’s id',
    REFUSAL.foreignClient,
    () => collectedRun(victimId(), victimClock(), 1000),
  ],
  [
    'the same as offline work',
    REFUSAL.foreignClient,
    () => collectedRun(victimId(), victimClock(), 1000),
    SYNC_STEP.step2,
  ],
  ['a gap in the own clock', REFUSAL.gap, (id) => collectedRun(id, 50, 10)],
  ['a very long collected run under the own id', REFUSAL.shape, (id) => collectedRun(id, 0, 2_000_000)],
  ['a skip', REFUSAL.gap, skippedRun],
  ['a run that is its own neighbour', REFUSAL.malformed, ownNeighbour],
  ['two sections for one client', REFUSAL.malformed, doubledSection],
  ['a deletion of what nobody has', REFUSAL.gap, () => deletion(victimId(), [1_000_000, 5])],
  ['overlapping deletions', REFUSAL.malformed, () => deletion(victimId(), [0, 5], [0, 5])],
  [
    'words in the victim’s name',
    REFUSAL.foreignClient,
    () => updateOf(victimId(), (doc) => doc.getText('body').insert(0, 'I resign'), victim.doc),
  ],
  ['3,000 nested maps', REFUSAL.shape, (id) => updateOf(id, (doc) => doc.transact(() => deepMaps(doc)))],
  ['a map inside of a head', REFUSAL.shape, (id) => updateOf(id, headWith({ number: new Y.Map() }))],
  ['JSON of 100,000 levels', REFUSAL.malformed, deepJson],
  [
    'a root that is not in the table',
    REFUSAL.shape,
    (id) => updateOf(id, (doc) => doc.getText('hidden').insert(0, 'x')),
  ],
  ['a list in a root that is a map', REFUSAL.shape, listInMapRoot],
  ['binary content', REFUSAL.shape, (id) => updateOf(id, (doc) => doc.getMap('extras').set('b', new Uint8Array(9)))],
  ['a key called __proto__', REFUSAL.shape, (id) => updateOf(id, (doc) => doc.getMap('extras').set('__proto__', 'x'))],
  [
    'one run of 1,100,000 characters',
    REFUSAL.tooBig,
    (id) => updateOf(id, (doc) => doc.getText('body').insert(0, 'x'.repeat(1_100_000))),
  ],
  [
    'an update of 3 MB',
    REFUSAL.tooBig,
    (id) =>
      updateOf(id, (doc) => {
        for (let at = 0; at < 60; at++) doc.getMap('extras').set(`k${at}`, 'x'.repeat(50_000));
      }),
  ],
  ['random bytes', REFUSAL.malformed, () => new Uint8Array(200).map((_, at) => (at * 73 + 11) & 255)],
  [
    'a format that is not in the table',
    REFUSAL.shape,
    (id) => updateOf(id, (doc) => doc.getText('body').insert(0, 'x', { onclick: 'alert()' })),
  ],
  [
    'an attribute that is not in the table',
    REFUSAL.shape,
    (id) => updateOf(id, headWith({ href: 'javascript:alert()' })),
  ],
  ['a type of element that is not in the table', REFUSAL.shape, (id) => updateOf(id, headWith({ type: 'script' }))],
];

test.each(updates)(
  '%s is refused with code %i and leaves no row',
  async (_what, code, make, step = SYNC_STEP.update) => {
    const rows = await stage.headSeq(documentId);
    const id = newClientId();
    const attacker = await mallory(id);
    attacker.edit(make(id), step);
    attacker.count(1);
    await until('it is refused', () => attacker.refused.length > 0 || attacker.closed !== null);
    expect(attacker.refused).toContain(code);
    expect(attacker.saved).toEqual([]);
    expect(await stage.headSeq(documentId)).toBe(rows);
    if (code >= 10) await until('it is closed', () => attacker.closed !== null);
  },
);

test('what a viewer writes is refused with code 14', async () => {
  const id = newClientId();
  const viewer = await mallory(id, 'viewer');
  viewer.edit(updateOf(id, (doc) => doc.getText('body').insert(0, 'x')));
  viewer.count(1);
  await until('it is refused', () => viewer.refused.includes(REFUSAL.readOnlyRole));
  expect(viewer.saved).toEqual([]);
});

test('presence in another’s name, a presence bomb and a jump of the clock are dropped; a name is stamped', async () => {
  const id = newClientId();
  const attacker = await mallory(id);
  const watcher = await mallory(newClientId(), 'watcher');
  attacker.present(victimId(), 1000, { user: { name: 'Mallory as the victim' } });
  attacker.present(victimId(), 1001, null);
  attacker.present(id, 1, { user: { id: 'victim', name: 'victim' }, caret: 3 });
  attacker.present(id, 2, { bomb: 'x'.repeat(100_000) });
  attacker.present(id, 2 ** 30, { caret: 9 });
  attacker.present(id, 3, { caret: 4 });
  await until('the last honest one arrives', () =>
    watcher.presence.some((entry) => entry.clientId === id && entry.state?.caret === 4),
  );
  const user = { id: await stage.person('mallory'), name: 'mallory' };
  const own = watcher.presence.filter((entry) => entry.clientId === id);
  expect(own.every((entry) => JSON.stringify(entry.state?.user) === JSON.stringify(user))).toBe(true);
  expect(own.map((entry) => entry.state?.caret)).not.toContain(9);
  const victimUser = { id: await stage.person('victim'), name: 'victim' };
  expect(
    watcher.presence
      .filter((entry) => entry.clientId === victimId())
      .every((entry) => JSON.stringify(entry.state?.user) === JSON.stringify(victimUser)),
  ).toBe(true);
  await until('the friend sees the victim', () => friend.awareness.getStates().get(victimId())?.user !== undefined);
  expect(friend.awareness.getStates().get(victimId())?.user).toEqual(victimUser);
});

test('a frame of 9 MB closes the connection', async () => {
  const attacker = await mallory();
  attacker.edit(new Uint8Array(9 << 20));
  await until('it is closed', () => attacker.closed !== null);
});

test('a flood of 20,000 updates is slowed down, and the victim is served meanwhile', async () => {
  const id = newClientId();
  const attacker = await mallory(id);
  const doc = newDoc();
  doc.clientID = id;
  const before = await stage.headSeq(documentId);
  doc.on('update', (update: Uint8Array) => attacker.edit(update));
  for (let at = 0; at < 20_000; at++) doc.getText('body').insert(0, 'x');
  for (let at = 0; at < 10; at++) await expectUnharmed();
  expect((await stage.headSeq(documentId)) - before).toBeLessThan(10_000);
});

const doors: readonly [what: string, status: number, knock: () => Promise<RawSocket>][] = [
  [
    'a foreign origin',
    403,
    async () => open(documentId, await stage.token(documentId, newClientId(), 'mallory'), 'https://evil.example'),
  ],
  ['no origin', 403, async () => open(documentId, await stage.token(documentId, newClientId(), 'mallory'), '')],
  [
    'an expired ticket',
    401,
    async () => open(documentId, await stage.token(documentId, newClientId(), 'mallory', {}, 70)),
  ],
  [
    'a ticket for another room',
    401,
    async () => open(documentId, await stage.token(otherId, newClientId(), 'mallory')),
  ],
  [
    'a ticket for another kind of room',
    401,
    async () => open(documentId, await stage.token(documentId, newClientId(), 'mallory', { kind: 'shots' })),
  ],
  [
    'a ticket of another project',
    401,
    async () =>
      open(documentId, await stage.token(documentId, newClientId(), 'mallory', { projectId: crypto.randomUUID() })),
  ],
  [
    'a ticket without a signature',
    401,
    async () => open(documentId, (await stage.token(documentId, newClientId(), 'mallory')).replace(/[^.]+$/, 'AAAA')),
  ],
  ['the victim’s client id', 409, async () => open(documentId, await stage.token(documentId, victimId(), 'mallory'))],
  [
    'offline work under the victim’s client id',
    409,
    async () =>
      open(documentId, await stage.token(documentId, newClientId(), 'mallory', { earlierClientIds: [victimId()] })),
  ],
  [
    'an old generation',
    409,
    async () => open(documentId, await stage.token(documentId, newClientId(), 'mallory', { generation: 0 })),
  ],
  [
    'a session that was ended',
    401,
    async () => open(documentId, await stage.token(documentId, newClientId(), 'mallory', { sessionEpoch: -1 })),
  ],
  [
    'a session that has run out',
    401,
    async () => open(documentId, await stage.token(documentId, newClientId(), 'mallory', { sessionEnds: 1 })),
  ],
  [
    'a room that does not exist',
    404,
    async () => {
      const id = crypto.randomUUID();
      return open(id, await stage.token(id, newClientId(), 'mallory'));
    },
  ],
];

async function open(id: string, token: string, origin?: string): Promise<RawSocket> {
  return RawSocket.open(live.port, id, token, origin);
}

test.each(doors)('%s is turned away with %i before the upgrade', async (_what, status, knock) => {
  const attacker = await knock();
  sockets.push(attacker);
  expect(attacker.status).toBe(status);
});

test('an upgrade of another path is answered, not left hanging', async () => {
  const attacker = new RawSocket(`ws://127.0.0.1:${live.port}/elsewhere`, 'none');
  sockets.push(attacker);
  await until('it is answered', () => attacker.status === 404);
});

test('a reader that stops reading gets one diff later instead of a buffer without end', {
  timeout: 120_000,
}, async () => {
  const limits = { updatesPerSecond: 1e6, framesPerSecond: 1e6, bytesPerSecond: 1e9 };
  const fast = await LiveProcess.start({ stage, limits });
  const join = async (name: string, id = newClientId()): Promise<RawSocket> => {
    const socket = await RawSocket.open(fast.port, otherId, await stage.token(otherId, id, name));
    sockets.push(socket);
    return socket;
  };
  const writerId = newClientId();
  const [stalled, healthy, writer] = [await join('watcher'), await join('friend'), await join('mallory', writerId)];
  const doc = newDoc();
  doc.clientID = writerId;
  doc.on('update', (update: Uint8Array) => writer.edit(update));
  stalled.socket.pause();
  const before = { stalled: stalled.frames, healthy: healthy.frames };
  const count = 600;
  for (let at = 1; at <= count; at++) {
    doc.getMap('extras').set('part', String(at).padEnd(48_000, 'y'));
    if (at % 10 > 0) continue;
    writer.count(at);
    await until('the writer is saved', () => writer.saved.at(-1) === at);
  }
  await until('the healthy reader has every edit', () => healthy.frames - before.healthy >= count);
  stalled.step2 = null;
  stalled.socket.resume();
  await until('the stalled reader gets a diff', () => stalled.step2 !== null);
  const copy = newDoc();
  for (const update of stalled.updates) Y.applyUpdate(copy, update);
  expect(fingerprint(copy, 'script') === fingerprint(doc, 'script')).toBe(true);
  expect(stalled.frames - before.stalled).toBeLessThan(count);
  await fast.stop('SIGKILL');
});

test('after all of it the log gives a new process what the victim sees', async () => {
  const want = fingerprint(victim.doc, 'script');
  await live.stop('SIGKILL');
  await live.start();
  const witness = openPeer({ stage, port: live.port, documentId, name: 'watcher' });
  await until('the witness reads', () => witness.isSynced);
  expect(fingerprint(witness.doc, 'script')).toBe(want);
  expect(live.said).toBe('');
  witness.destroy();
});
