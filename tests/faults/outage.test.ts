/** PostgreSQL goes away while four people type: nothing is lost, nothing is called saved that is not, nobody sees what is not on disk. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SyncClient } from '@tramline/collab';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { fingerprint } from '../../apps/sync-server/src/shape/openRoots.ts';
import { LiveProcess, type LiveProcessOptions } from './support/liveProcess.ts';
import { Stage } from './support/stage.ts';
import { openPeer } from './support/syncPeer.ts';
import { seeded, type TypedMark, typeMarks, wordsOf } from './support/typists.ts';
import { until } from './support/until.ts';

const typists = [0, 1, 2, 3] as const;
const markOf = (typist: number, n: number): string => `[${typist}.${n}]`.padEnd(60, '.');
/** About 20 s of typing at this pace. */
const marksOf20Seconds = 400;
const typingPauseMs = 45;

vi.setConfig({ hookTimeout: 120_000 });

let stage: Stage;
let live: LiveProcess | undefined;
let clients: SyncClient[] = [];
let isTyping = false;
beforeAll(async () => {
  stage = await Stage.open();
});
afterEach(async () => {
  isTyping = false;
  for (const client of clients) client.destroy();
  clients = [];
  stage.thawDatabase();
  await live?.stop('SIGKILL');
  if (stage.isDatabaseGone) await stage.startDatabase();
});
afterAll(() => stage.close());

interface Outage {
  readonly documentId: string;
  readonly server: LiveProcess;
  /** How many marks everybody has typed since the database went. */
  readonly typedAway: () => number;
  readonly stopTyping: () => Promise<TypedMark[]>;
  /** Marks of others that a client has come to see since the database went. */
  readonly leaks: () => string[];
  /** Clients that called words saved which they typed while the database was away. */
  readonly falselySaved: Set<SyncClient>;
  readonly open: (name: string) => SyncClient;
}

/** Everybody types, everything is saved once, then the database goes by `away`. */
async function beginOutage(options: Omit<LiveProcessOptions, 'stage'>, away: () => Promise<void>): Promise<Outage> {
  live = await LiveProcess.start({ stage, ...options });
  const server = live;
  const documentId = await stage.document();
  let watch = (_client: SyncClient): void => {};
  const onChange = (client: SyncClient): void => watch(client);
  const open = (name: string): SyncClient => openPeer({ stage, port: server.port, documentId, name, onChange });
  await stage.person('late');
  clients = typists.map((i) => open(`typist ${i}`));
  await until('everybody is saved', () => clients.every((client) => client.state === 'saved'));
  isTyping = true;
  const counts = clients.map(() => 0);
  const hands = clients.map((client, i) =>
    typeMarks({
      client,
      mark: (n) => {
        counts[i] = n + 1;
        return markOf(i, n);
      },
      isTyping: () => isTyping,
      random: seeded(i),
      pauseMs: () => typingPauseMs,
    }),
  );
  await until('everybody has typed', () => counts.every((count) => count > 10));
  await away();
  const typedBefore = [...counts];
  const falselySaved = new Set<SyncClient>();
  watch = (client) => {
    const typist = clients.indexOf(client);
    // What was committed at the last moment may be acknowledged after it: only words typed since then cannot be on disk.
    if (client.state === 'saved' && counts[typist]! > typedBefore[typist]!) falselySaved.add(client);
  };
  const leaks = (): string[] =>
    clients.flatMap((client, i) => {
      const words = wordsOf(client.doc);
      const others = typists.filter((j) => j !== i);
      return others.flatMap((j) =>
        marksBetween(j, typedBefore[j]! + 1, counts[j]!).filter((mark) => words.includes(mark)),
      );
    });
  return {
    documentId,
    server,
    typedAway: () => Math.min(...counts.map((count, i) => count - typedBefore[i]!)),
    stopTyping: async () => {
      isTyping = false;
      return (await Promise.all(hands)).flat();
    },
    leaks,
    falselySaved,
    open,
  };
}

function marksBetween(typist: number, from: number, to: number): string[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => markOf(typist, from + k));
}

/** Everybody is saved and has the same words; a new process reads them from the disk alone. */
async function expectAllKept(outage: Outage, typed: readonly TypedMark[]): Promise<void> {
  await until('everybody is saved again', () => clients.every((client) => client.state === 'saved'));
  await until(
    'everybody has the same',
    () => new Set(clients.map((client) => fingerprint(client.doc, 'script'))).size === 1,
  );
  await outage.server.stop('SIGKILL');
  for (const client of clients) client.disconnect();
  await outage.server.start();
  const witness = outage.open('witness');
  clients.push(witness);
  await until('the witness reads', () => witness.isSynced);
  const words = wordsOf(witness.doc);
  expect(typed.filter(({ mark }) => !words.includes(mark)).map(({ mark }) => mark)).toEqual([]);
}

test('the database is away for 20 s of typing: every edit is on disk afterwards', { timeout: 240_000 }, async () => {
  const outage = await beginOutage({}, () => stage.stopDatabase());
  await until('half of it', () => outage.typedAway() >= marksOf20Seconds / 2);
  const late = outage.open('late');
  clients.push(late);
  await until('a new reader is served while edits wait', () => late.isSynced);
  expect(wordsOf(late.doc)).toContain(markOf(0, 0));
  await until('20 s of it', () => outage.typedAway() >= marksOf20Seconds);
  expect(outage.falselySaved.size).toBe(0);
  expect(outage.leaks()).toEqual([]);
  await stage.startDatabase();
  const typed = await outage.stopTyping();
  await expectAllKept(outage, typed);
});

test('the database hangs instead: the room becomes read-only for a while, and nothing is lost', {
  timeout: 240_000,
}, async () => {
  const outage = await beginOutage({ limits: { stallMaxMs: 3000 } }, async () => stage.freezeDatabase());
  await until('the room is put off', () => clients.every((client) => client.refusedCode === 1));
  // Longer than a query may take, so that commits fail without anybody knowing whether they happened.
  await until('12 s of it', () => outage.typedAway() >= 260);
  expect(outage.falselySaved.size).toBe(0);
  expect(outage.leaks()).toEqual([]);
  stage.thawDatabase();
  await expectAllKept(outage, await outage.stopTyping());
});

test('a room whose line is full takes no more edits, and gets them when the database is back', {
  timeout: 240_000,
}, async () => {
  const outage = await beginOutage({ limits: { queueMax: 10_000, evictAfterMs: 300 } }, () => stage.stopDatabase());
  await until('the line is full', () => clients.every((client) => client.refusedCode === 1));
  expect(outage.leaks()).toEqual([]);
  await stage.startDatabase();
  await expectAllKept(outage, await outage.stopTyping());
});

test('a crash during the outage loses nothing that the server took in', { timeout: 240_000 }, async () => {
  const outage = await beginOutage({}, () => stage.stopDatabase());
  await until('some of it', () => outage.typedAway() >= 20);
  const typed = await outage.stopTyping();
  const spool = path.join(outage.server.spoolFolder, 'edits.spool');
  await until('all of it is in the spool', () => {
    const kept = readFileSync(spool).toString('latin1');
    return typed.slice(-1).every(({ mark }) => kept.includes(mark));
  });
  await until('that of the others too', () => {
    const kept = readFileSync(spool).toString('latin1');
    return typists.every((i) => kept.includes(typed.findLast(({ client }) => client === clients[i])!.mark));
  });
  await outage.server.stop('SIGKILL');
  for (const client of clients.splice(0)) client.destroy(); // nobody is left who could bring it back
  await stage.startDatabase();
  await outage.server.start();
  const witness = outage.open('witness');
  clients.push(witness);
  await until('the witness reads', () => witness.isSynced);
  const words = wordsOf(witness.doc);
  expect(typed.filter(({ mark }) => !words.includes(mark)).map(({ mark }) => mark)).toEqual([]);
  await until('the spool is empty', () => readFileSync(spool).byteLength === 0);
});

test('a server that broadcasts before the commit is caught', { timeout: 240_000 }, async () => {
  const outage = await beginOutage({ mutant: 'broadcastBeforeCommit' }, () => stage.stopDatabase());
  await until('some of it', () => outage.typedAway() >= 20);
  const typed = await outage.stopTyping();
  expect(outage.leaks().length).toBeGreaterThan(0);
  expect(typed.length).toBeGreaterThan(0);
});

test('a server that acknowledges from memory is caught', { timeout: 240_000 }, async () => {
  const outage = await beginOutage({ mutant: 'acknowledgeFromMemory' }, () => stage.stopDatabase());
  await until('some of it', () => outage.typedAway() >= 20);
  await outage.stopTyping();
  expect(outage.falselySaved.size).toBeGreaterThan(0);
});
