/** The routes of the private network: health, and decisions that the web tier hands over. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  type ApprovalView,
  DECISIONS_PATH,
  type DecisionCall,
  decisionBody,
  ERROR_STATUS,
  type ErrorBody,
  type ErrorCode,
  type Outcome,
  verifyDecisionCall,
} from '@tramline/wire';

export interface InternalRoutesOptions {
  readonly secret: string;
  readonly health: () => Promise<{ readonly database: 'up' | 'away'; readonly rooms: number }>;
  readonly decide: (call: DecisionCall) => Promise<Outcome<ApprovalView>>;
}

const bodyMaxBytes = 64 << 10;

function answer(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}

function refuse(response: ServerResponse, code: ErrorCode, facts?: Readonly<Record<string, unknown>>): void {
  answer(response, ERROR_STATUS[code], { error: { code, ...(facts && { facts }) } } satisfies ErrorBody);
}

/** The body as JSON; `undefined` when it is too long or not JSON. */
async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > bodyMaxBytes) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** Answers a request that is not for socket.io. Never rejects. */
export async function answerInternal(
  request: IncomingMessage,
  response: ServerResponse,
  { secret, health, decide }: InternalRoutesOptions,
): Promise<void> {
  try {
    const [path] = (request.url ?? '').split('?');
    if (path === '/internal/health' && request.method === 'GET') {
      const facts = await health();
      answer(response, facts.database === 'up' ? 200 : 503, facts);
    } else if (path === DECISIONS_PATH && request.method === 'POST') {
      const body = decisionBody.safeParse(await readBody(request));
      const call = body.success ? await verifyDecisionCall(body.data.token, secret, new Date()) : undefined;
      const outcome = call ? await decide(call) : undefined;
      if (!outcome) refuse(response, body.success ? 'session.none' : 'request.invalid');
      else if (outcome.ok) answer(response, 201, outcome.value);
      else refuse(response, outcome.code, outcome.facts);
    } else refuse(response, 'thing.notFound');
  } catch {
    if (!response.headersSent) refuse(response, 'server.failed');
  }
}
