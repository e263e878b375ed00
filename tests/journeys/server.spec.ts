import fs from 'node:fs';
import path from 'node:path';
import { type APIRequestContext, expect } from '@playwright/test';
import type {
  ApprovalView,
  CommentView,
  ProjectView,
  ScriptView,
  TicketAnswer,
} from '../../packages/wire/src/index.ts';
import { test } from './journey.ts';

const address = process.env.TRAMLINE_URL ?? 'http://127.0.0.1:3000';
const root = path.resolve(import.meta.dirname, '../..');
test.use({ extraHTTPHeaders: { origin: address } });

/** Signs in to the demo the way next-auth's client does. */
async function enter(request: APIRequestContext, account: 'writer' | 'director' | 'producer') {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const form = { account, csrfToken, callbackUrl: `${address}/projects`, json: 'true' };
  const response = await request.post('/api/auth/callback/demo', { form });
  expect(response.status()).toBe(200);
  return response;
}

async function demoProject(request: APIRequestContext): Promise<ProjectView> {
  const projects: ProjectView[] = await (await request.get('/api/projects')).json();
  return projects.find(({ isDemo }) => isDemo)!;
}

test.describe('the running server', () => {
  test('is well, gives strangers nothing, and says so in our words', async ({ request }) => {
    expect(await (await request.get('/api/health')).json()).toEqual({ ok: true });
    const nobody = await request.get('/api/projects');
    expect([nobody.status(), await nobody.json()]).toEqual([401, { error: { code: 'session.none' } }]);
    const foreign = await request.post('/api/projects', {
      data: { name: 'x' },
      headers: { origin: 'https://evil.example' },
    });
    expect([foreign.status(), await foreign.json()]).toEqual([403, { error: { code: 'origin.foreign' } }]);
  });

  test('sends its pages with a policy that lets no foreign script in', async ({ request }) => {
    const page = await request.get('/sign-in');
    const policy = page.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/script-src [^;]*'nonce-[^']{16,}'/);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toMatch(/script-src [^;]*unsafe-(inline|eval)/);
    expect(page.headers()['x-content-type-options']).toBe('nosniff');
  });

  test('lets the demo in by a cookie that scripts cannot read, and out everywhere at once', async ({
    request,
    playwright,
  }) => {
    const signedIn = await enter(request, 'director');
    const cookies = signedIn.headersArray().filter(({ name }) => name.toLowerCase() === 'set-cookie');
    const session = cookies.find(({ value }) => value.startsWith('tramline.session='))?.value;
    expect(session).toMatch(/HttpOnly; SameSite=Lax/);
    const other = await playwright.request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address } });
    await enter(other, 'director');
    expect((await other.get('/api/projects')).status()).toBe(200);
    expect((await request.post('/api/sessions/end-all')).status()).toBe(204);
    expect([(await request.get('/api/projects')).status(), (await other.get('/api/projects')).status()]).toEqual([
      401, 401,
    ]);
    await other.dispose();
  });

  test('gives the demo’s scripts as the files that they came from', async ({ request }) => {
    await enter(request, 'writer');
    const { scripts } = await demoProject(request);
    const files = fs.readdirSync(path.join(root, 'prisma/demo')).filter((file) => file.endsWith('.fountain'));
    const texts = files.map((file) => fs.readFileSync(path.join(root, 'prisma/demo', file), 'utf8'));
    for (const { id } of scripts) {
      const file = await request.get(`/api/scripts/${id}/files/fountain`);
      expect(file.headers()['content-disposition']).toContain('attachment');
      // The browser tests edit the demo: its title page stays.
      expect(texts.map((text) => text.split('\n')[0])).toContain((await file.text()).split('\n')[0]);
    }
  });

  test('imports a script through the one port and gives it back byte for byte', async ({ request }) => {
    await enter(request, 'writer');
    const made = await request.post('/api/projects', { data: { name: 'Smoke' } });
    const project: ProjectView = await made.json();
    const buffer = fs.readFileSync(path.join(root, 'prisma/demo/last-bus.fountain'));
    const file = { name: '末班车.fountain', mimeType: 'text/plain', buffer };
    const scripts = `/api/projects/${project.id}/scripts`;
    const imported = await request.post(scripts, { multipart: { file, language: 'zh' } });
    expect(imported.status()).toBe(201);
    const script: ScriptView = await imported.json();
    const given = await request.get(`/api/scripts/${script.id}/files/fountain`);
    expect(Buffer.compare(await given.body(), buffer)).toBe(0);
    const huge = { ...file, buffer: Buffer.alloc(21 * 1024 * 1024, 65) };
    const refused = await request.post(scripts, { multipart: { file: huge } });
    expect([refused.status(), await refused.json()]).toEqual([413, { error: { code: 'file.tooBig' } }]);
    const { scripts: after }: ProjectView = await (await request.get(`/api/projects/${project.id}`)).json();
    expect(after.map(({ id }) => id)).toEqual([script.id]);
    const ticket = await request.post('/api/tickets', {
      data: { documentId: script.documents.script, clientId: 4096, schemaVersion: 1 },
    });
    expect(((await ticket.json()) as TicketAnswer).mode).toBe('edit');
    expect((await request.delete(`/api/projects/${project.id}`)).status()).toBe(204);
    expect((await request.get(`/api/scripts/${script.id}`)).status()).toBe(404);
  });

  test('records a decision about what the live process sees, and about nothing else', async ({ request }) => {
    await enter(request, 'producer');
    const { scripts } = await demoProject(request);
    const { id: scriptId } = scripts.find(({ language }) => language === 'zh')!;
    const approvals: ApprovalView[] = await (await request.get(`/api/scripts/${scriptId}/approvals`)).json();
    const { shotId } = approvals.find(({ gate }) => gate === 'prompt')!;
    const decide = (hash: string, note: string) =>
      request.post(`/api/scripts/${scriptId}/shots/${shotId}/decisions`, {
        data: { gate: 'prompt', decision: 'approve', hash, note },
      });
    const moved = await decide(`sha256:${'0'.repeat(64)}`, 'blind');
    expect(moved.status()).toBe(409);
    const { error } = await moved.json();
    expect(error).toMatchObject({ code: 'approval.moved', facts: { hash: expect.stringMatching(/^sha256:/) } });
    const recorded = await decide(error.facts.hash, 'seen');
    expect(recorded.status()).toBe(201);
    const row: ApprovalView = await recorded.json();
    expect(row).toMatchObject({ shotId, note: 'seen', hash: error.facts.hash, actor: { role: 'producer' } });
    const now: ApprovalView[] = await (await request.get(`/api/scripts/${scriptId}/approvals`)).json();
    expect(now.slice(approvals.length)).toEqual([row]);
  });

  test('keeps the producer from the script and lets them comment', async ({ request }) => {
    await enter(request, 'producer');
    const { scripts } = await demoProject(request);
    const { id: scriptId, documents } = scripts.find(({ language }) => language === 'zh')!;
    const ticket = await request.post('/api/tickets', {
      data: { documentId: documents.script, clientId: 4096, schemaVersion: 1 },
    });
    expect(((await ticket.json()) as TicketAnswer).mode).toBe('read');
    expect((await request.patch(`/api/scripts/${scriptId}`, { data: { title: 'Mine' } })).status()).toBe(403);
    const said = await request.post(`/api/scripts/${scriptId}/comments`, {
      data: { body: 'From the smoke test.', target: { kind: 'shot', id: 'none' } },
    });
    expect(said.status()).toBe(201);
    const { id }: CommentView = await said.json();
    expect((await request.delete(`/api/comments/${id}`)).status()).toBe(200);
  });
});
