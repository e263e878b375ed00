import { ERROR_STATUS, type ErrorCode } from '@tramline/wire';

/** The code of a refused sign-in, as next-auth hands it on; anything that is no code of ours is a plain refusal. */
export function readRefusal(told: string | string[] | null | undefined): ErrorCode {
  const code = Array.isArray(told) ? told[0] : told;
  return code !== undefined && code !== null && Object.hasOwn(ERROR_STATUS, code)
    ? (code as ErrorCode)
    : 'signIn.refused';
}
