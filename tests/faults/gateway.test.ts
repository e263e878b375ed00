import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import http, { type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const undo of cleanup.splice(0).reverse()) await undo();
});

/** A web server whose answers a test writes. */
async function webServer(answer: http.RequestListener): Promise<{ server: Server; port: number }> {
  const server = http.createServer(answer).listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanup.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port };
}

/** The gateway in front of a web server; gives its port. */
async function gateway(webPort: number): Promise<number> {
  const child: ChildProcess = spawn(process.execPath, ['scripts/gateway.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', WEB_PORT: String(webPort), SYNC_PORT: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  cleanup.push(() => child.kill('SIGKILL'));
  const [said] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
  return Number(/listening (\d+)/.exec(String(said))?.[1]);
}

/** Keeps its connections, as a browser does: so does the gateway, towards the web server. */
const agent = new http.Agent({ keepAlive: true });

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly isWhole: boolean;
}

/** One request through the gateway, to its end; an answer that never ends fails the test by its time limit. */
function ask(port: number, { method = 'GET', body = '' } = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      { port, host: '127.0.0.1', method, path: '/page', agent },
      (response: IncomingMessage) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', () => {});
        response.on('close', () => resolve({ status: response.statusCode ?? 0, text, isWhole: response.complete }));
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

describe('the gateway', { timeout: 20_000 }, () => {
  it('says that the web server is away instead of leaving a page waiting', async () => {
    const { server, port: webPort } = await webServer((_request, response) => response.end('here'));
    const port = await gateway(webPort);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(await ask(port)).toMatchObject({
      status: 502,
      text: expect.stringContaining('Your words are kept on this device'),
    });
  });

  it('asks again when a kept connection ended at the moment of the question', async () => {
    const served = new Map<Socket, number>();
    const { port: webPort } = await webServer((request, response) => {
      const earlier = served.get(request.socket) ?? 0;
      served.set(request.socket, earlier + 1);
      if (earlier > 0) request.socket.destroy();
      else response.end('here');
    });
    const port = await gateway(webPort);
    for (let round = 0; round < 6; round++)
      expect(await ask(port)).toEqual({ status: 200, text: 'here', isWhole: true });
  });

  it('does not repeat what may have been done', async () => {
    let posts = 0;
    const { port: webPort } = await webServer((request, response) => {
      if (request.method !== 'POST') return void response.end('here');
      posts++;
      request.socket.destroy();
    });
    const port = await gateway(webPort);
    await ask(port);
    expect((await ask(port, { method: 'POST', body: 'approve' })).status).toBe(502);
    expect(posts).toBe(1);
  });

  it('ends an answer whose rest will not come', async () => {
    const { port: webPort } = await webServer((request, response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('half', () => request.socket.destroy());
    });
    const port = await gateway(webPort);
    const answer = await ask(port).catch((error: Error) => error);
    expect(answer).not.toMatchObject({ isWhole: true });
  });
});
