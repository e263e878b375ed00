/**
 * One public port, as a reverse proxy gives in production: `/sync/*` and `/rt*` go to the live process, the rest to the web
 * server. Reads PORT, HOST, WEB_PORT and SYNC_PORT; prints `listening <port>`.
 */
import http from 'node:http';
import { Readable } from 'node:stream';
import { createProxyServer } from 'httpxy';

const port = Number(process.env.PORT);
const host = process.env.HOST ?? '127.0.0.1';
const web = `http://127.0.0.1:${process.env.WEB_PORT}`;
const live = `http://127.0.0.1:${process.env.SYNC_PORT}`;

const targetOf = (url) => (/^\/(sync\/|rt(\/|\?|$))/.test(url) ? live : web);
// Without a listener for `error`, what goes wrong rejects the promise of its own request: with one it would be left unanswered.
const proxy = createProxyServer({ xfwd: true, proxyTimeout: 0 });

/** Nobody outside may say where a request came from: rate limits believe these headers. */
function dropForwarded(request) {
  for (const name of Object.keys(request.headers))
    if (name === 'forwarded' || name.startsWith('x-forwarded-')) delete request.headers[name];
}

/**
 * Hands a request on. A kept connection may be closed by the server behind at the very moment of a question; a question
 * without a body is then asked once more, on a connection of its own. What may have been done is never repeated.
 */
async function handOn(request, response) {
  const target = targetOf(request.url);
  try {
    await proxy.web(request, response, { target });
  } catch (error) {
    const isQuestion = /^(GET|HEAD)$/.test(request.method) && !Number(request.headers['content-length']);
    if (error.code !== 'ECONNRESET' || !isQuestion || response.headersSent || response.destroyed) throw error;
    await proxy.web(request, response, { target, agent: false, buffer: Readable.from([]) });
  }
}

const server = http.createServer(async (request, response) => {
  dropForwarded(request);
  try {
    await handOn(request, response);
  } catch {
    if (response.headersSent) response.destroy();
    else
      response
        .writeHead(502, { 'content-type': 'text/plain' })
        .end('Tramline is starting or stopping. Your words are kept on this device; try again in a moment.\n');
  }
});
server.on('upgrade', (request, socket, head) => {
  dropForwarded(request);
  socket.setNoDelay(true);
  socket.on('error', () => socket.destroy());
  proxy.ws(request, socket, { target: targetOf(request.url) }, head).catch(() => socket.destroy());
});
proxy.on('open', (upstream) => upstream.setNoDelay(true));
server.requestTimeout = 0;
server.on('error', (error) => {
  console.error(`gateway: ${error.message}`);
  process.exit(1);
});
server.listen(port, host, () => console.log(`listening ${server.address().port}`));
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => process.exit(0));
