/** Passwords: argon2id, with the time of a check the same whether there is an account or not. */
import { hash, verify } from '@node-rs/argon2';

/** 19 MiB, two passes, one lane: the first of OWASP's recommended settings. The library's default algorithm is argon2id. */
const SETTINGS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Longer passwords are refused before they are hashed. */
const MAX_LENGTH = 200;

/** The hash that is kept of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password, SETTINGS);
}

let decoy: Promise<string> | undefined;

/** Whether a password fits a hash. Without a hash one of nothing is checked, so that the answer takes as long. */
export async function isPassword(password: string, passwordHash: string | null | undefined): Promise<boolean> {
  decoy ??= hashPassword('a password that nobody has');
  const candidate = password.slice(0, MAX_LENGTH);
  const fits = await verify(passwordHash ?? (await decoy), candidate).catch(() => false);
  return fits && typeof passwordHash === 'string' && password.length <= MAX_LENGTH;
}
