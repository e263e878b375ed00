/** Calls an HTTP route of ours and gives its answer as a value. */
import type { ErrorBody, ErrorCode } from '@tramline/wire';

/** Why a call failed: a code of the catalogue, or `network.away` when no answer came at all. */
export interface CallFailure {
  readonly ok: false;
  readonly code: ErrorCode | 'network.away';
  readonly facts?: Readonly<Record<string, unknown>>;
}
export type CallOutcome<T> = { readonly ok: true; readonly value: T } | CallFailure;

/** What the stores call the server with; tests hand in their own. */
export type CallServer = <T>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<CallOutcome<T>>;

const hasError = (body: unknown): body is ErrorBody =>
  typeof body === 'object' && body !== null && typeof (body as ErrorBody).error?.code === 'string';

/** Never throws: an answer that is not ours is `server.failed`, no answer is `network.away`. */
export const callServer: CallServer = async <T>(
  method: string,
  path: string,
  body?: unknown,
): Promise<CallOutcome<T>> => {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      headers: body === undefined ? {} : { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    return { ok: false, code: 'network.away' };
  }
  const answer: unknown = response.status === 204 ? undefined : await response.json().catch(() => null);
  if (response.ok && answer !== null) return { ok: true, value: answer as T };
  if (hasError(answer)) return { ok: false, ...answer.error };
  return { ok: false, code: 'server.failed' };
};
