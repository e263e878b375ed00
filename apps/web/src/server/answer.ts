/** Answers: JSON that nobody caches, and errors by their code. */
import { ERROR_STATUS, type ErrorBody, type ErrorCode } from '@tramline/wire';

/** A JSON answer. `undefined` answers 204 without a body. */
export function answer(value: unknown, status = 200): Response {
  const headers = { 'cache-control': 'no-store' };
  if (value === undefined) return new Response(null, { status: 204, headers });
  return Response.json(value, { status, headers });
}

/** The answer to a request that is refused, with the status of its code. */
export function refusal(code: ErrorCode, facts?: Readonly<Record<string, unknown>>): Response {
  const body: ErrorBody = { error: facts ? { code, facts } : { code } };
  return answer(body, ERROR_STATUS[code]);
}
