import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as comment from '../../apps/web/src/app/api/comments/[commentId]/route.ts';
import * as approvals from '../../apps/web/src/app/api/scripts/[scriptId]/approvals/route.ts';
import * as comments from '../../apps/web/src/app/api/scripts/[scriptId]/comments/route.ts';
import * as decisions from '../../apps/web/src/app/api/scripts/[scriptId]/shots/[shotId]/decisions/route.ts';
import * as eventsTickets from '../../apps/web/src/app/api/tickets/events/route.ts';
import * as tickets from '../../apps/web/src/app/api/tickets/route.ts';
import { SESSION_SECONDS } from '../../apps/web/src/server/auth/session.ts';
import { replaceServices } from '../../apps/web/src/server/services.ts';
import {
  type CommentView,
  DECISIONS_PATH,
  type DecisionCall,
  decisionBody,
  EDIT_ACTION,
  may,
  ROLES,
  type TicketAnswer,
  verifyDecisionCall,
  verifyEventsTicket,
  verifyTicket,
} from '../../packages/wire/src/index.ts';
import { refused, startWeb, type WebHarness } from './webHarness.ts';

let web: WebHarness;
let team: Awaited<ReturnType<WebHarness['addProject']>>;
const id = (n: number) => `10000000-0000-4000-8000-00000000000${n}`;
const scriptId = id(1);
const documents = { script: id(2), shots: id(3) };
beforeAll(async () => {
  web = await startWeb();
  team = await web.addProject(...ROLES.filter((role) => role !== 'owner'));
  await web.store.scripts.create({
    ...{ id: scriptId, projectId: team.projectId, title: 'Draft', format: 'short', language: 'en' },
    documents: { script: { id: documents.script, schemaVersion: 1 }, shots: { id: documents.shots, schemaVersion: 2 } },
    ...{ createdById: team.owner, at: web.services.now() },
  });
});
afterAll(() => web?.stop());

const onShot = { target: { kind: 'shot', id: 'shot-1' } };
const say = (as: string, json: object) => web.ask(comments.POST, 'POST', { as, params: { scriptId }, json });
const change = (as: string, commentId: string, json: object) =>
  web.ask(comment.PATCH, 'PATCH', { as, params: { commentId }, json });

describe('comments', () => {
  it('are written by whoever may comment, the reviewer too, and read by a viewer', async () => {
    for (const role of ROLES) {
      web.setNow(new Date(web.services.now().getTime() + 1000));
      const expected = may(role, 'comment.write') ? { status: 201 } : refused('role.forbidden');
      expect(await say(team[role], { body: `From ${role}`, ...onShot })).toMatchObject(expected);
    }
    const listed = await web.ask(comments.GET, 'GET', { as: team.viewer, params: { scriptId } });
    expect((listed.body as CommentView[]).map(({ author }) => author.name)).toEqual(
      ROLES.filter((role) => role !== 'viewer'),
    );
  });

  it('answer, mention members, are edited and taken back by their author alone', async () => {
    const begun = await say(team.reviewer, { body: 'Why rain?', ...onShot });
    const { id: threadId } = begun.body as CommentView;
    const answer = await say(team.writer, { body: 'Mood. @director', threadId, mentions: [team.director] });
    expect(answer).toMatchObject({
      body: { threadId, target: null, mentions: [{ id: team.director, name: 'director' }] },
    });
    const { id: answerId } = answer.body as CommentView;
    expect(await change(team.owner, answerId, { body: 'Forged' })).toMatchObject(refused('role.forbidden'));
    expect(await change(team.writer, answerId, { body: 'Tone.' })).toMatchObject({
      status: 200,
      body: { body: 'Tone.' },
    });
    const params = { commentId: answerId };
    expect(await web.ask(comment.DELETE, 'DELETE', { as: team.owner, params })).toMatchObject(
      refused('role.forbidden'),
    );
    const gone = await web.ask(comment.DELETE, 'DELETE', { as: team.writer, params });
    expect(gone).toMatchObject({ status: 200, body: { id: answerId, body: '', isDeleted: true } });
  });

  it('mention nobody who is not a member', async () => {
    const stranger = await web.addPerson('stranger');
    const json = { body: 'Hi', ...onShot, mentions: [stranger] };
    expect(await say(team.writer, json)).toMatchObject(refused('comment.mention'));
  });

  it('are resolved and reopened by whoever may comment, and by no viewer', async () => {
    const begun = await say(team.writer, { body: 'Check this', ...onShot });
    const { id: threadId } = begun.body as CommentView;
    const resolved = await change(team.reviewer, threadId, { resolved: true });
    expect(resolved).toMatchObject({ status: 200, body: { resolved: { by: { id: team.reviewer } } } });
    expect(await change(team.viewer, threadId, { resolved: false })).toMatchObject(refused('role.forbidden'));
    expect(await change(team.artist, threadId, { resolved: false })).toMatchObject({ body: { resolved: null } });
  });

  it('tell the live process of every change', async () => {
    const begun = await say(team.writer, { body: 'News', ...onShot });
    const { id: commentId } = begun.body as CommentView;
    await change(team.writer, commentId, { resolved: true });
    const news = await web.database.query(`SELECT payload FROM outbox WHERE payload->>'commentId' = $1`, [commentId]);
    expect(news).toEqual([1, 2].map(() => ({ payload: { projectId: team.projectId, commentId } })));
  });
});

describe('tickets', () => {
  const ask = (as: string, json: object) => web.ask(tickets.POST, 'POST', { as, json });
  const request = { documentId: documents.script, clientId: 2048, schemaVersion: 2 };

  it.each(ROLES)('say what a %s may do in each room', async (role) => {
    for (const kind of ['script', 'shots'] as const) {
      const answer = await ask(team[role], { ...request, documentId: documents[kind] });
      const mayEdit = may(role, EDIT_ACTION[kind]);
      const { token, mode } = answer.body as TicketAnswer;
      expect(mode).toBe(mayEdit ? 'edit' : 'read');
      const { syncSecret } = web.services.environment;
      expect(await verifyTicket(token, syncSecret, web.services.now())).toEqual({
        ...{ room: documents[kind], kind, projectId: team.projectId, userId: team[role], name: role, role, mayEdit },
        ...{ clientId: 2048, earlierClientIds: [], sessionId: `session-of-${team[role]}`, sessionEpoch: 0 },
        ...{ sessionEnds: web.services.now().getTime() / 1000 + SESSION_SECONDS },
        ...{ generation: 1, schemaVersion: 2 },
      });
    }
  });

  it('let a client that is older than the document only read', async () => {
    const old = await ask(team.director, { ...request, documentId: documents.shots, schemaVersion: 1 });
    expect(old.body).toMatchObject({ mode: 'read', schemaVersion: 2 });
    const newer = await ask(team.director, { ...request, documentId: documents.shots, schemaVersion: 3 });
    expect(newer.body).toMatchObject({ mode: 'edit', schemaVersion: 2 });
  });

  it('are not given for rooms of others, rooms that are gone, or client ids of the server', async () => {
    const stranger = await web.addPerson('stranger');
    expect(await ask(stranger, request)).toMatchObject(refused('thing.notFound'));
    expect(await ask(team.owner, { ...request, documentId: id(9) })).toMatchObject(refused('thing.notFound'));
    expect((await ask(team.owner, { ...request, clientId: 1 })).status).toBe(400);
  });

  it('let members hear the news of their project, and nobody else', async () => {
    const json = { projectId: team.projectId };
    const answer = await web.ask(eventsTickets.POST, 'POST', { as: team.viewer, json });
    const { token } = answer.body as { token: string };
    const read = await verifyEventsTicket(token, web.services.environment.syncSecret, web.services.now());
    expect(read).toMatchObject({ projectId: team.projectId, userId: team.viewer, role: 'viewer', sessionEpoch: 0 });
    expect(read?.sessionEnds).toBe(web.services.now().getTime() / 1000 + SESSION_SECONDS);
    const stranger = await web.addPerson('stranger');
    expect(await web.ask(eventsTickets.POST, 'POST', { as: stranger, json })).toMatchObject(refused('thing.notFound'));
  });
});

describe('decisions', () => {
  let live: Server;
  let calls: { path: string; call: DecisionCall | undefined }[] = [];
  let reply: { status: number; body: unknown } = { status: 500, body: null };
  beforeAll(async () => {
    live = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { token } = decisionBody.parse(JSON.parse(Buffer.concat(chunks).toString()));
      const call = await verifyDecisionCall(token, web.services.environment.syncSecret, web.services.now());
      calls.push({ path: `${request.method} ${request.url}`, call });
      response.writeHead(reply.status, { 'content-type': 'application/json' }).end(JSON.stringify(reply.body));
    });
    await new Promise<void>((resolve) => live.listen(0, '127.0.0.1', resolve));
    const syncUrl = `http://127.0.0.1:${(live.address() as AddressInfo).port}`;
    replaceServices({ ...web.services, environment: { ...web.services.environment, syncUrl } });
  });
  afterAll(() => {
    replaceServices(web.services);
    live.close();
  });

  const json = { gate: 'prompt', decision: 'approve', hash: `sha256:${'a'.repeat(64)}` };
  const decide = (as: string, shotId = 'shot-1') =>
    web.ask(decisions.POST, 'POST', { as, params: { scriptId, shotId }, json });

  it.each(['picture', 'final'])('are refused at the gate %s, which judges takes', async (gate) => {
    calls = [];
    const params = { scriptId, shotId: 'shot-1' };
    const answer = await web.ask(decisions.POST, 'POST', { as: team.producer, params, json: { ...json, gate } });
    expect(answer).toMatchObject(refused('request.invalid'));
    expect(calls).toEqual([]);
  });

  it('are handed to the live process, signed, with who decides and what they saw', async () => {
    calls = [];
    reply = { status: 201, body: { id: 'row' } };
    expect(await decide(team.producer)).toMatchObject({ status: 201, body: { id: 'row' } });
    expect(calls).toEqual([
      {
        path: `POST ${DECISIONS_PATH}`,
        call: {
          approvalId: expect.any(String),
          ...{ projectId: team.projectId, scriptId, shotId: 'shot-1', documents },
          actor: { id: team.producer, name: 'producer', role: 'producer' },
          request: json,
        },
      },
    ]);
  });

  it('are made by those whom the table names, and by nobody else', async () => {
    calls = [];
    for (const role of ROLES) {
      const expected = may(role, 'gate.decide') ? { status: 201 } : refused('role.forbidden');
      expect(await decide(team[role])).toMatchObject(expected);
    }
    expect(calls.map(({ call }) => call?.actor.role)).toEqual(['producer', 'director']);
  });

  it('come back with the difference when something has moved', async () => {
    const facts = { hash: 'sha256:b', components: { words: 'w' }, content: { v: 1 } };
    reply = { status: 409, body: { error: { code: 'approval.moved', facts } } };
    expect(await decide(team.producer)).toMatchObject(refused('approval.moved', facts));
    reply = { status: 404, body: { error: { code: 'shot.notFound' } } };
    expect(await decide(team.producer, 'gone')).toMatchObject(refused('shot.notFound'));
  });

  it('are refused while the live process is away or not well', async () => {
    for (const body of [null, 'nonsense', { error: { code: 'made.up' } }, { error: { code: 'toString' } }]) {
      reply = { status: 500, body };
      expect(await decide(team.producer)).toMatchObject(refused('live.away'));
    }
    replaceServices(web.services); // its live process is a port where nobody listens
    expect(await decide(team.producer)).toMatchObject(refused('live.away'));
  });

  it('are read by every member', async () => {
    const read = await web.ask(approvals.GET, 'GET', { as: team.viewer, params: { scriptId } });
    expect(read).toMatchObject({ status: 200, body: [] });
  });
});
