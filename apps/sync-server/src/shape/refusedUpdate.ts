/** How a check ends early: thrown inside `shape`, and a value outside of it. */
import type { Refusal } from '@tramline/wire';

export class RefusedUpdate extends Error {
  readonly code: Refusal;
  constructor(code: Refusal, why: string) {
    super(why);
    this.code = code;
  }
}

/** Ends the check. */
export function refuse(code: Refusal, why: string): never {
  throw new RefusedUpdate(code, why);
}
