/** The two ends of an outcome. */
import type { ErrorCode, Outcome } from '@tramline/wire';

/** A success with a value. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A refusal with a code. */
export function refuse(code: ErrorCode, facts?: Readonly<Record<string, unknown>>): Outcome<never> {
  return facts ? { ok: false, code, facts } : { ok: false, code };
}
