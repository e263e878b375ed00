import type { ErrorBody, ErrorCode } from '@tramline/wire';

/** Why a request failed: a code of the catalogue, or `network.away` when no answer came at all. */
export type FailureCode = ErrorCode | 'network.away';

/** A failed request. TanStack Query keeps it as the query's error; its words are at `errors.<code>`. */
export class ApiFailure extends Error {
  readonly code: FailureCode;
  readonly facts: Readonly<Record<string, unknown>>;
  constructor(code: FailureCode, facts: Readonly<Record<string, unknown>> = {}) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

const isErrorBody = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && typeof (body as ErrorBody).error?.code === 'string';

/** The failure that an answer's text tells; an answer that is not ours is `server.failed`. */
export function readFailure(text: string): ApiFailure {
  try {
    const body: unknown = JSON.parse(text);
    if (isErrorBody(body)) return new ApiFailure(body.error.code, body.error.facts);
  } catch {
    // Not JSON: a proxy or a crash answered.
  }
  return new ApiFailure('server.failed');
}

/** The code of any thrown value. */
export function failureCode(thrown: unknown): FailureCode {
  return thrown instanceof ApiFailure ? thrown.code : 'server.failed';
}

/** Asks one of our routes with JSON. Throws `ApiFailure`; an answer without a body gives undefined. */
export async function askApi<T>(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? null : JSON.stringify(body),
  }).catch(() => {
    throw new ApiFailure('network.away');
  });
  const text = await answer.text();
  if (!answer.ok) throw readFailure(text);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}
