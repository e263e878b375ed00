/** kill -9 at random moments under load from real clients. Rules: docs/guides/sync.md. */
import { randomInt } from 'node:crypto';
import type { SyncClient } from '@tramline/collab';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fingerprint } from '../../apps/sync-server/src/shape/openRoots.ts';
import { LiveProcess, type LiveProcessOptions } from './support/liveProcess.ts';
import { Stage } from './support/stage.ts';
import { openPeer } from './support/syncPeer.ts';
import { seeded, type TypedMark, typeMarks, wordsOf } from './support/typists.ts';
import { pause, until } from './support/until.ts';

const rounds = process.env.TRAMLINE_EXTENSIVE === '1' ? 1000 : 50;
const roundsPerRoom = 6;
const seed = randomInt(2 ** 31);

vi.setConfig({ hookTimeout: 120_000 });

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

interface Tally {
  acknowledged: number;
  unacknowledged: number;
  /** Marks that were acknowledged and are not there. */
  lost: string[];
}

/** Plays rounds of typing and killing; ends early once something is lost. */
async function play(
  options: Omit<LiveProcessOptions, 'stage'>,
  count: number,
  random: (n: number) => number,
): Promise<Tally> {
  const live = await LiveProcess.start({ stage, ...options });
  const tally: Tally = { acknowledged: 0, unacknowledged: 0, lost: [] };
  let documentId = '';
  let clients: SyncClient[] = [];
  const kept = new Set<string>();
  for (let round = 0; round < count && tally.lost.length === 0; round++) {
    if (round % roundsPerRoom === 0) {
      for (const client of clients) client.destroy();
      kept.clear();
      documentId = await stage.document();
      clients = [0, 1, 2, 3].map((i) => openPeer({ stage, port: live.port, documentId, name: `typist ${i}` }));
    }
    await until('everybody is saved', () => clients.every((client) => client.state === 'saved'));
    const typed = await typeUntilKilled(live, clients, round, random);
    for (const { client, mark, counter } of typed) {
      if (counter > 0 && client.counters.acknowledged >= counter) {
        kept.add(mark);
        tally.acknowledged++;
      } else tally.unacknowledged++;
    }
    // A new tab without a history sees what is on disk. Only what was acknowledged is promised, and all of that is there.
    for (const client of clients) client.disconnect();
    await live.start();
    const witness = openPeer({ stage, port: live.port, documentId, name: 'witness' });
    await until('the witness reads', () => witness.isSynced);
    const words = wordsOf(witness.doc);
    tally.lost.push(...[...kept].filter((mark) => !words.includes(mark)));
    for (const client of clients) client.reconnect();
    if (tally.lost.length === 0) await converge([...clients, witness]);
    witness.destroy();
  }
  for (const client of clients) client.destroy();
  await live.stop('SIGKILL');
  return tally;
}

async function typeUntilKilled(
  live: LiveProcess,
  clients: readonly SyncClient[],
  round: number,
  random: (n: number) => number,
): Promise<TypedMark[]> {
  let isTyping = true;
  const typists = clients.map((client, i) =>
    typeMarks({
      client,
      mark: (n) => `[${round}.${i}.${n}]`,
      isTyping: () => isTyping,
      random,
      pauseMs: () => random(12),
    }),
  );
  await pause(5 + random(250));
  await live.stop('SIGKILL');
  await until('everybody knows', () => clients.every((client) => !client.isConnected));
  isTyping = false;
  return (await Promise.all(typists)).flat();
}

async function converge(clients: readonly SyncClient[]): Promise<void> {
  await until('everybody is saved again', () => clients.every((client) => client.state === 'saved'));
  await until(
    'everybody has the same',
    () => new Set(clients.map((client) => fingerprint(client.doc, 'script'))).size === 1,
  );
}

test(`every acknowledged edit outlives ${rounds} kills, and everybody ends with the same words`, {
  timeout: rounds * 30_000,
}, async () => {
  console.log(`kill -9: ${rounds} rounds, seed ${seed}`);
  const { acknowledged, unacknowledged, lost } = await play({ limits: { compactRows: 120 } }, rounds, seeded(seed));
  console.log(
    `kill -9: ${acknowledged} acknowledged edits, ${lost.length} lost; ${unacknowledged} were not acknowledged at the kill`,
  );
  expect(lost).toEqual([]);
  expect(acknowledged).toBeGreaterThan(rounds * 5);
});

test('a server that acknowledges from memory is caught', { timeout: 300_000 }, async () => {
  const { lost } = await play({ mutant: 'acknowledgeFromMemory' }, 12, seeded(seed));
  expect(lost.length).toBeGreaterThan(0);
});
