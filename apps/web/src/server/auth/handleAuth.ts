/** next-auth's routes as plain functions from a request to an answer, so that they run and are tested like every other route. */
import { isStoreAway } from '@tramline/store';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth from 'next-auth';
import { refusal } from '../answer.ts';
import { isOwnHost, isOwnOrigin } from '../origin.ts';
import { readBytes } from '../requestBody.ts';
import type { Services } from '../services.ts';
import { authOptions } from './authOptions.ts';

const MAX_BYTES = 64 * 1024;

async function readForm(request: Request): Promise<Record<string, unknown> | undefined> {
  const bytes = await readBytes(request, MAX_BYTES);
  if (!bytes) return undefined;
  const text = new TextDecoder().decode(bytes);
  if (!request.headers.get('content-type')?.includes('application/json')) {
    return Object.fromEntries(new URLSearchParams(text));
  }
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function cookiesOf(headers: Headers): Record<string, string> {
  const pairs = (headers.get('cookie') ?? '').split(';').flatMap((part) => {
    const at = part.indexOf('=');
    return at < 0 ? [] : [[part.slice(0, at).trim(), decodeCookie(part.slice(at + 1).trim())] as const];
  });
  return Object.fromEntries(pairs);
}

function decodeCookie(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Collects what next-auth writes, in the few methods of a response that it calls. */
class AnswerCollector {
  #status = 200;
  #headers = new Map<string, string | readonly string[]>();
  #body: BodyInit | null = null;

  status(code: number): this {
    this.#status = code;
    return this;
  }
  setHeader(name: string, value: string | readonly string[]): this {
    this.#headers.set(name.toLowerCase(), value);
    return this;
  }
  getHeader(name: string): string | readonly string[] | undefined {
    return this.#headers.get(name.toLowerCase());
  }
  json(value: unknown): void {
    this.setHeader('content-type', 'application/json');
    this.#body = JSON.stringify(value);
  }
  send(value: unknown): void {
    if (typeof value === 'string') this.#body = value;
    else if (value !== undefined && value !== null) this.json(value);
  }
  end(): void {}

  answer(): Response {
    const headers = new Headers({ 'cache-control': 'no-store' });
    for (const [name, value] of this.#headers) {
      for (const one of typeof value === 'string' ? [value] : value) headers.append(name, one);
    }
    return new Response(this.#body, { status: this.#status, headers });
  }
}

/** Answers a request to `/api/auth/<segments>`. */
export async function handleAuth(request: Request, segments: readonly string[], services: Services): Promise<Response> {
  const { environment } = services;
  if (!isOwnHost(request.headers, environment)) return refusal('origin.foreign');
  if (request.method === 'POST' && !isOwnOrigin(request.headers, environment)) return refusal('origin.foreign');
  const body = request.method === 'POST' ? await readForm(request) : {};
  if (!body) return refusal('request.invalid');
  const asked = {
    method: request.method,
    headers: Object.fromEntries(request.headers),
    cookies: cookiesOf(request.headers),
    query: { ...Object.fromEntries(new URL(request.url).searchParams), nextauth: [...segments] },
    body,
  };
  const collector = new AnswerCollector();
  // next-auth takes Node's objects of Next's older routes and uses of them only what stands here.
  try {
    await NextAuth(asked as unknown as NextApiRequest, collector as unknown as NextApiResponse, authOptions(services));
    return collector.answer();
  } catch (error) {
    if (isStoreAway(error)) return refusal('store.away');
    services.report(error);
    return refusal('server.failed');
  }
}
