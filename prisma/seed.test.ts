import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSource } from '../apps/web/src/server/initialDocument.ts';
import {
  coveredElements,
  openDocument,
  openScript,
  readBeats,
  readElements,
  readGround,
  readShots,
  resolveAnchor,
} from '../packages/collab/src/index.ts';
import { readScenes, writeFountain } from '../packages/screenplay/src/index.ts';
import { approvalContent, compilePrompt, readGateStatus } from '../packages/shots/src/index.ts';
import {
  createLogPool,
  createStore,
  demoEmail,
  loadBytes,
  type MemberProject,
  type Store,
} from '../packages/store/src/index.ts';
import { startTestServer, type TestDatabase, type TestServer } from '../packages/store/src/testing/testDatabase.ts';
import { DEMO_SCRIPTS } from './demo/demo.ts';
import { seedDemo } from './seedDemo.ts';

let server: TestServer;
let database: TestDatabase;
let store: Store;
let project: MemberProject;
const now = new Date('2026-11-22T12:00:00Z');
const services = () => ({ store, now, newId: () => randomUUID(), random: () => 0.5 });
beforeAll(async () => {
  server = await startTestServer();
  database = await server.database();
  store = createStore({ databaseUrl: database.url });
  expect(await seedDemo(services())).toBe(true);
  const writer = await store.people.findByEmail(demoEmail('writer'));
  project = (await store.projects.listFor(writer!.id))[0]!;
});
afterAll(async () => {
  await store?.close();
  await server?.stop();
});

/** Both documents of a script as they lie in the log. */
async function open(index: number) {
  const script = project.scripts[index]!;
  const pool = createLogPool(database.url, 1);
  const [words, shots] = [
    await loadBytes(pool, script.documents.script),
    await loadBytes(pool, script.documents.shots),
  ];
  await pool.end();
  const doc = openDocument(shots!);
  return { script, words: openScript(openDocument(words!)), shots: readShots(doc), beats: readBeats(doc) };
}

describe('the seeded demo', () => {
  it('has its people with their roles, and two scripts', () => {
    expect(project).toMatchObject({ isDemo: true, role: 'writer' });
    expect(project.members.map(({ name, role }) => [name, role])).toEqual([
      ['Sanne Vos', 'owner'],
      ['Elif Aydın', 'writer'],
      ['Mateo Ruiz', 'director'],
      ['Noor Haddad', 'producer'],
    ]);
    expect(project.scripts.map(({ title, language }) => [title, language])).toEqual(
      DEMO_SCRIPTS.map(({ title, language }) => [title, language]),
    );
  });

  it('is seeded once', async () => {
    const before = await database.dump();
    expect(await seedDemo(services())).toBe(false);
    expect(await database.dump()).toBe(before);
  });

  it('is seeded anew after it was interrupted, and what was left is put away', async () => {
    const fresh = await server.database();
    const other = createStore({ databaseUrl: fresh.url });
    await fresh.failWrite(60);
    await expect(seedDemo({ ...services(), store: other })).rejects.toThrow();
    await fresh.failWrite(0);
    expect(await seedDemo({ ...services(), store: other })).toBe(true);
    const writer = await other.people.findByEmail(demoEmail('writer'));
    const projects = await other.projects.listFor(writer!.id);
    expect(projects.map(({ scripts }) => scripts.length)).toEqual([2]);
    await other.close();
  });

  it.each(DEMO_SCRIPTS.map((demo, index) => [demo.title, demo, index] as const))(
    'puts the shots and beats of %s on the words that they quote',
    async (_, demo, index) => {
      const { words, shots, beats } = await open(index);
      const ground = readGround(words.body);
      expect(beats.map(({ title }) => title)).toEqual(demo.beats.map(({ title }) => title));
      expect(shots.map(({ fields }) => fields.title)).toEqual(demo.shots.map(({ fields }) => fields.title));
      for (const [at, shot] of shots.entries()) {
        expect(resolveAnchor(ground, shot.anchor!)).toMatchObject({ state: 'placed', by: 'rel' });
        const quote = coveredElements(ground, shot.anchor!)
          .map(({ text }) => text)
          .join('\n');
        expect(quote.startsWith(demo.shots[at]!.words.from.split('\n')[0]!)).toBe(true);
      }
    },
  );

  it.each(DEMO_SCRIPTS.map((demo, index) => [demo.title, demo, index] as const))(
    'has in %s shots that are approved and one that is stale, as its data says',
    async (_, demo, index) => {
      const { script, words, shots } = await open(index);
      const ground = readGround(words.body);
      const elements = readElements(ground);
      const rows = (await store.approvals.list(script.id)).map((row) => ({ ...row, at: row.at.toISOString() }));
      expect(rows).toHaveLength(demo.decisions.length);
      const states = shots.map((shot) => {
        const covered = coveredElements(ground, shot.anchor!);
        const place = resolveAnchor(ground, shot.anchor!);
        const at = place.state === 'placed' ? place.start.ordinal : -1;
        const scene = readScenes(elements).find(({ from, to }) => from <= at && at < to)!;
        const heading = { id: scene.id, heading: elements[scene.from]!.text };
        const { fields } = shot;
        const prompt = compilePrompt({ fields, words: covered, scene: heading });
        const current = approvalContent({ gate: 'prompt', words: covered, fields, prompt });
        return readGateStatus(
          rows.filter(({ shotId, gate }) => shotId === shot.id && gate === 'prompt'),
          current,
        ).state;
      });
      const expected = demo.shots.map(({ key }) => {
        const last = demo.decisions.filter(({ shot, gate }) => shot === key && gate === 'prompt').at(-1);
        if (!last) return 'none';
        if (last.decision === 'request_changes') return 'changes';
        return last.seen ? 'stale' : 'approved';
      });
      expect(states).toEqual(expected);
      expect(expected.filter((state) => state === 'stale')).toHaveLength(1);
      expect(expected).toContain('approved');
    },
  );

  it('has threads on words, shots and beats, answered, mentioned and resolved', async () => {
    for (const [index, demo] of DEMO_SCRIPTS.entries()) {
      const comments = await store.comments.list(project.scripts[index]!.id);
      const said = demo.comments.flatMap((comment) => [comment, ...(comment.replies ?? [])]);
      expect(comments.map(({ body }) => body).sort()).toEqual(said.map(({ body }) => body).sort());
      expect(new Set(comments.map(({ target }) => target?.kind))).toEqual(
        new Set([undefined, 'words', 'shot', 'beat']),
      );
      expect(comments.some(({ resolved }) => resolved)).toBe(true);
      expect(comments.every(({ createdAt }) => createdAt < now)).toBe(true);
    }
  });

  it('goes out as Fountain as it came in', async () => {
    for (const index of DEMO_SCRIPTS.keys()) {
      const { script, words } = await open(index);
      const source = await store.scripts.source(script.id);
      const text = new TextDecoder().decode(source!.bytes);
      expect(writeFountain(readElements(words), readSource(text, script.id).title, readSource(text, script.id))).toBe(
        text,
      );
    }
  });
});
