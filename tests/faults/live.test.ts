/** What the live process does beside documents: presence, news, decisions, health, and how it starts. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { createShot, openScript, type SyncClient, writeElements } from '@tramline/collab';
import { insertInitialDocument } from '@tramline/store/log';
import {
  type ApprovalView,
  type ClientEvents,
  DECISIONS_PATH,
  type DecisionCall,
  type ErrorBody,
  type PresenceEntry,
  type Role,
  type ServerEvents,
  signDecisionCall,
  signEventsTicket,
} from '@tramline/wire';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { LiveProcess } from './support/liveProcess.ts';
import { newDoc, ORIGIN, SECRET, Stage, secondsFromNow } from './support/stage.ts';
import { openPeer } from './support/syncPeer.ts';
import { until } from './support/until.ts';

type Events = Socket<ServerEvents, ClientEvents>;
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let stage: Stage;
let live: LiveProcess;
let open: Events[] = [];
let clients: SyncClient[] = [];

beforeAll(async () => {
  stage = await Stage.open();
  live = await LiveProcess.start({ stage });
});
afterEach(() => {
  for (const socket of open) socket.disconnect();
  for (const client of clients) client.destroy();
  open = [];
  clients = [];
});
afterAll(async () => {
  await live?.stop('SIGTERM');
  await stage?.close();
});

async function connect(
  name: string,
  role: Role = 'writer',
  more: { origin?: string; token?: string; epoch?: number; ends?: number } = {},
): Promise<Events> {
  const userId = await stage.person(name, role);
  const claims = {
    projectId: stage.projectId,
    userId,
    name,
    role,
    sessionId: `session of ${name}`,
    sessionEpoch: more.epoch ?? 0,
    sessionEnds: more.ends ?? secondsFromNow(3600),
  };
  const token = more.token ?? (await signEventsTicket(claims, SECRET, new Date()));
  const socket: Events = io(`http://127.0.0.1:${live.port}`, {
    path: '/rt',
    addTrailingSlash: false,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { token },
    extraHeaders: { origin: more.origin ?? ORIGIN },
  });
  open.push(socket);
  return socket;
}
const connected = (...sockets: Events[]): Promise<void> =>
  until('connected', () => sockets.every((socket) => socket.connected));

test('who is in the project and where is told to everybody, by the name of the ticket', async () => {
  const [ann, bob] = [await connect('ann'), await connect('bob')];
  let seen: readonly PresenceEntry[] = [];
  ann.on('presence', (entries) => {
    seen = entries;
  });
  await connected(ann, bob);
  const scriptId = randomUUID();
  bob.emit('whereabouts', { screen: 'script', scriptId, sceneId: 'scene-2', name: 'not bob' } as never);
  await until('ann sees where bob is', () => seen.some(({ name, sceneId }) => name === 'bob' && sceneId === 'scene-2'));
  expect(seen.find(({ name }) => name === 'bob')).toEqual({
    connectionId: bob.id,
    userId: await stage.person('bob'),
    name: 'bob',
    screen: 'script',
    scriptId,
    sceneId: 'scene-2',
  });
  bob.disconnect();
  await until('bob is gone', () => !seen.some(({ name }) => name === 'bob'));
});

test('events are refused to a foreign origin, without a ticket, with a forged one, after a sign-out or the end of a session, and to a stranger', async () => {
  const stranger = {
    projectId: randomUUID(),
    userId: await stage.person('ann'),
    name: 'ann',
    role: 'writer',
    sessionId: 's',
    sessionEpoch: 0,
    sessionEnds: secondsFromNow(3600),
  } as const;
  const wishes = [
    () => connect('ann', 'writer', { origin: 'https://evil.example' }),
    () => connect('ann', 'writer', { token: '' }),
    () => connect('ann', 'writer', { token: 'eyJhbGciOiJub25lIn0.e30.' }),
    () => connect('ann', 'writer', { epoch: -1 }),
    () => connect('ann', 'writer', { ends: secondsFromNow(-1) }),
    async () => connect('ann', 'writer', { token: await signEventsTicket(stranger, SECRET, new Date()) }),
  ];
  const refused = wishes.map(() => false);
  const sockets: Events[] = [];
  for (const [at, wish] of wishes.entries()) {
    const socket = await wish();
    socket.on('connect_error', () => (refused[at] = true));
    sockets.push(socket);
  }
  await until('all are refused', () => refused.every(Boolean));
  expect(sockets.filter((socket) => socket.connected)).toEqual([]);
});

test('a role that changes is told to the project; a membership that ends ends the connection', async () => {
  const [ann, leaver] = [await connect('ann'), await connect('leaver')];
  await connected(ann, leaver);
  let changes = 0;
  let ended = '';
  ann.on('members.changed', () => changes++);
  leaver.on('ended', (why) => {
    ended = why;
  });
  await stage.changeRole('leaver', null);
  await until('both have heard', () => changes > 0 && ended === 'membership' && !leaver.connected);
});

test('a comment is pushed as it is presented, only to its project', async () => {
  const { scriptId } = await scriptWithShot();
  const ann = await connect('ann');
  const heard: unknown[] = [];
  ann.on('comment.changed', (comment) => heard.push(comment));
  await connected(ann);
  const id = randomUUID();
  const authorId = await stage.person('ann');
  await stage.pool.query(
    `INSERT INTO comment (id, script_id, author_id, body, target_kind, target_id, mentions) VALUES ($1, $2, $3, 'Too long?', 'shot', 'shot-1', '{}')`,
    [id, scriptId, authorId],
  );
  await stage.tell({ kind: 'comment.changed', projectId: randomUUID(), commentId: id });
  await stage.tell({ kind: 'comment.changed', projectId: stage.projectId, commentId: id });
  await until('it is heard', () => heard.length > 0);
  expect(heard).toMatchObject([
    { id, body: 'Too long?', author: { id: authorId, name: 'ann' }, target: { kind: 'shot', id: 'shot-1' } },
  ]);
});

interface Story {
  readonly scriptId: string;
  readonly documents: { readonly script: string; readonly shots: string };
}

/** A script of three elements, and a shot on nothing, whose prompt is its action. */
async function scriptWithShot(): Promise<Story> {
  const [scriptId, script, shots] = [randomUUID(), randomUUID(), randomUUID()];
  const owner = await stage.person('owner');
  await stage.pool.query(
    `INSERT INTO script (id, project_id, title, format, script_doc_id, shots_doc_id, created_by_id) VALUES ($1, $2, 'Draft', 'short', $3, $4, $5)`,
    [scriptId, stage.projectId, script, shots, owner],
  );
  const words = newDoc();
  words.clientID = 1;
  writeElements(openScript(words), [{ id: 'h', type: 'heading', text: 'INT. BUS - NIGHT', attrs: {} }]);
  const list = newDoc('shots');
  list.clientID = 1;
  createShot(list, { id: 'shot-1', order: 'a1', fields: { action: 'He pulls the lever.' } });
  const { encodeStateAsUpdate } = await import('yjs');
  const common = { projectId: stage.projectId, schemaVersion: 1 };
  await insertInitialDocument(stage.pool, {
    ...common,
    documentId: script,
    kind: 'script',
    update: encodeStateAsUpdate(words),
  });
  await insertInitialDocument(stage.pool, {
    ...common,
    documentId: shots,
    kind: 'shots',
    update: encodeStateAsUpdate(list),
  });
  return { scriptId, documents: { script, shots } };
}

async function callOf(story: Story, hash: string, more: Partial<DecisionCall> = {}): Promise<DecisionCall> {
  const id = await stage.person('pat', 'producer');
  return {
    approvalId: randomUUID(),
    projectId: stage.projectId,
    scriptId: story.scriptId,
    shotId: 'shot-1',
    documents: story.documents,
    actor: { id, name: 'pat', role: 'producer' },
    request: { gate: 'prompt', decision: 'approve', hash },
    ...more,
  };
}
async function post(token: string): Promise<{ status: number; body: ErrorBody & ApprovalView }> {
  const response = await fetch(`http://127.0.0.1:${live.port}${DECISIONS_PATH}`, {
    method: 'POST',
    body: JSON.stringify({ token }),
  });
  return { status: response.status, body: (await response.json()) as ErrorBody & ApprovalView };
}
async function decide(call: DecisionCall) {
  return post(await signDecisionCall(call, SECRET, new Date()));
}
const noHash = `sha256:${'0'.repeat(64)}`;
async function hashNow(story: Story): Promise<string> {
  const { status, body } = await decide(await callOf(story, noHash));
  expect(status).toBe(409);
  return body.error.facts!.hash as string;
}

test.each(['picture', 'final'] as const)('a decision at the gate %s, which judges takes, is refused', async (gate) => {
  const story = await scriptWithShot();
  const call = await callOf(story, noHash, { request: { gate, decision: 'approve', hash: noHash } });
  expect(await decide(call)).toMatchObject({ status: 400, body: { error: { code: 'request.invalid' } } });
});

test('a decision with the hash that is true now is recorded once and told to the project', async () => {
  const story = await scriptWithShot();
  const ann = await connect('ann');
  const told: ApprovalView[] = [];
  ann.on('approval.recorded', (approval) => told.push(approval));
  await connected(ann);
  const call = await callOf(story, await hashNow(story));
  const first = await decide(call);
  expect(first.status).toBe(201);
  expect(first.body).toMatchObject({
    id: call.approvalId,
    shotId: 'shot-1',
    decision: 'approve',
    hash: call.request.hash,
    actor: { name: 'pat', role: 'producer' },
  });
  expect((await decide(call)).body.at).toBe(first.body.at);
  const { rows } = await stage.pool.query('SELECT id FROM approval WHERE script_id = $1', [story.scriptId]);
  expect(rows).toEqual([{ id: call.approvalId }]);
  await until('it is told', () => told.some(({ id }) => id === call.approvalId));
});

test('a decision about what is no longer there is answered 409 with what the server sees now, and records nothing', async () => {
  const story = await scriptWithShot();
  const hash = await hashNow(story);
  const artist = openPeer({
    stage,
    port: live.port,
    documentId: story.documents.shots,
    name: 'ann',
    doc: newDoc('shots'),
    ticket: { kind: 'shots' },
  });
  clients.push(artist);
  await until('the artist is in', () => artist.state === 'saved');
  const { replaceShotText } = await import('@tramline/collab');
  replaceShotText(artist.doc, 'shot-1', 'action', 'She pulls the lever.');
  await until('the change is saved', () => artist.state === 'saved' && artist.waiting === 0);
  const { status, body } = await decide(await callOf(story, hash));
  expect(status).toBe(409);
  expect(body.error).toMatchObject({
    code: 'approval.moved',
    facts: { content: { shot: { action: 'She pulls the lever.' } } },
  });
  const { rows } = await stage.pool.query('SELECT id FROM approval WHERE script_id = $1', [story.scriptId]);
  expect(rows).toEqual([]);
  replaceShotText(artist.doc, 'shot-1', 'action', 'He pulls the lever.');
  await until('it is typed back', () => artist.state === 'saved' && artist.waiting === 0);
  expect((await decide(await callOf(story, hash))).status).toBe(201);
});

test('a decision is refused to a forged token, to who may not decide, for a shot or a project that is not there', async () => {
  const story = await scriptWithShot();
  const hash = await hashNow(story);
  const call = await callOf(story, hash);
  expect((await post('eyJhbGciOiJub25lIn0.e30.')).status).toBe(401);
  expect((await post(await signDecisionCall(call, `${SECRET}!`, new Date()))).status).toBe(401);
  expect((await post(await signDecisionCall(call, SECRET, new Date(Date.now() - 70_000)))).status).toBe(401);
  const writer = { id: await stage.person('ann'), name: 'ann', role: 'writer' } as const;
  expect((await decide({ ...call, actor: writer })).body.error.code).toBe('role.forbidden');
  expect((await decide({ ...call, actor: { ...writer, role: 'producer' } })).body.error.code).toBe('role.forbidden');
  expect((await decide({ ...call, shotId: 'shot-9' })).body.error.code).toBe('shot.notFound');
  expect((await decide({ ...call, projectId: randomUUID() })).body.error.code).toBe('thing.notFound');
  const other = await scriptWithShot();
  expect((await decide({ ...call, documents: other.documents })).body.error.code).toBe('thing.notFound');
});

test('health says whether the database answers; other paths are 404', async () => {
  const health = await fetch(`http://127.0.0.1:${live.port}/internal/health`);
  expect([health.status, await health.json()]).toMatchObject([200, { database: 'up' }]);
  expect((await fetch(`http://127.0.0.1:${live.port}/anything`)).status).toBe(404);
});

test.each([
  [
    'a busy port',
    { SYNC_PORT: () => String(live.port) },
    /^sync-server: port \d+ of 127\.0\.0\.1 is in use by another program; set SYNC_PORT to a free one\n$/,
  ],
  ['a short secret', { SYNC_SECRET: () => 'short' }, /^sync-server: SYNC_SECRET: has fewer than 32 bytes\n$/],
  ['an unknown limit', { LIMITS: () => '{"speed":1}' }, /^sync-server: LIMITS: .*speed.*\n$/],
])('%s gives one clear line and exit code 1', async (_what, change, line) => {
  const given = Object.fromEntries(Object.entries(change).map(([name, value]) => [name, value()]));
  const main = path.resolve(import.meta.dirname, '../../apps/sync-server/src/main.ts');
  const env = {
    NODE_ENV: 'test',
    PATH: process.env.PATH,
    DATABASE_URL: stage.url,
    SYNC_SECRET: SECRET,
    ORIGINS: ORIGIN,
    ...given,
  } as const;
  const child = spawn(process.execPath, ['--no-warnings', main], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (text) => {
    said += String(text);
  });
  const [code] = (await once(child, 'close')) as [number];
  expect([code, said]).toEqual([1, expect.stringMatching(line)]);
});

test('old news is forgotten, what may still be missed is kept', async () => {
  const message = { kind: 'membership.changed', payload: { projectId: stage.projectId, userId: randomUUID() } };
  const post = async (at: Date): Promise<string> => {
    const { rows } = await stage.pool.query<{ id: string }>(
      'INSERT INTO outbox (kind, payload, at) VALUES ($1, $2, $3) RETURNING id',
      [message.kind, message.payload, at],
    );
    return rows[0]!.id;
  };
  const old = await post(new Date(Date.now() - 3_600_000));
  const young = await post(new Date());
  const kept = async (): Promise<string[]> => {
    const { rows } = await stage.pool.query<{ id: string }>('SELECT id FROM outbox WHERE id = ANY($1)', [[old, young]]);
    return rows.map(({ id }) => id);
  };
  const other = await LiveProcess.start({ stage, limits: { keepNewsMs: 1_800_000, forgetNewsEveryMs: 50 } });
  await until('the old one is gone', async () => !(await kept()).includes(old));
  expect(await kept()).toEqual([young]);
  await other.stop('SIGTERM');
});

test('SIGTERM closes the rooms and ends the process with 0', async () => {
  const other = await LiveProcess.start({ stage });
  const documentId = await stage.document();
  const client = openPeer({ stage, port: other.port, documentId, name: 'ann' });
  clients.push(client);
  await until('it is in', () => client.state === 'saved');
  client.doc.getText('body').insert(0, 'last words');
  await until('it is saved', () => client.state === 'saved' && client.waiting === 0);
  await other.stop('SIGTERM');
  expect(other.process.exitCode).toBe(0);
  expect(client.state).not.toBe('saved');
});
