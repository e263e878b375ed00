/** What the launcher reads from the environment, with defaults for one machine. */
import path from 'node:path';
import { Failure } from './failure.mjs';

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * The settings of this start. Throws a {@link Failure} for what cannot be.
 * @param {string} root
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function readSettings(root, env = process.env) {
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Failure(`PORT is "${env.PORT}"; it must be a number from 1 to 65535.`);
  const host = env.HOST || '127.0.0.1';
  const isEmbedded = !env.DATABASE_URL;
  const mayDemo = loopback.has(host) && isEmbedded;
  const isDemo = env.TRAMLINE_DEMO ? env.TRAMLINE_DEMO === '1' : mayDemo;
  if (isDemo && !loopback.has(host)) {
    throw new Failure(
      `TRAMLINE_DEMO=1 offers accounts without a password and so listens on loopback only; HOST is "${host}". Unset one of the two.`,
    );
  }
  const local = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  const address = env.NEXTAUTH_URL || `http://${local}:${port}`;
  if (!URL.canParse(address))
    throw new Failure(
      `NEXTAUTH_URL is "${address}"; it must be the address in people's browsers, such as https://tramline.example.`,
    );
  return {
    root,
    port,
    host,
    isEmbedded,
    isDemo,
    isDev: false,
    dataFolder: path.resolve(env.DATA_DIR || path.join(root, '.data')),
    address,
    origins:
      env.ORIGINS || [...new Set([new URL(address).origin, new URL(`http://localhost:${port}`).origin])].join(','),
  };
}
