/** What the environment says. */
import { z } from 'zod';
import { type LimitsChange, limitsChange } from './limits.ts';

export interface Config {
  readonly databaseUrl: string;
  /** The secret shared with the web tier; at least 32 bytes. */
  readonly secret: string;
  readonly port: number;
  readonly host: string;
  /** The origins of the web tier, such as `https://tramline.example`. */
  readonly origins: readonly string[];
  /** Where edits wait while the database is away; absent: in memory only. */
  readonly spoolFolder?: string;
  readonly limits: LimitsChange;
}

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'is not JSON' });
    return z.NEVER;
  }
});

const environment = z.object({
  DATABASE_URL: z.string().min(1),
  SYNC_SECRET: z.string().refine((secret) => Buffer.byteLength(secret) >= 32, 'has fewer than 32 bytes'),
  SYNC_PORT: z.coerce.number().int().min(0).max(65_535).default(0),
  SYNC_HOST: z.string().default('127.0.0.1'),
  ORIGINS: z.string().transform((list) => list.split(',').map((origin) => origin.trim())),
  SPOOL_DIR: z.string().optional(),
  LIMITS: json.pipe(limitsChange).default({}),
});

/** Reads the configuration; otherwise one line for each variable that is missing or wrong. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
): { readonly ok: true; readonly config: Config } | { readonly ok: false; readonly problems: readonly string[] } {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(set);
  if (!read.success)
    return { ok: false, problems: read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) };
  const { data } = read;
  return {
    ok: true,
    config: {
      databaseUrl: data.DATABASE_URL,
      secret: data.SYNC_SECRET,
      port: data.SYNC_PORT,
      host: data.SYNC_HOST,
      origins: data.ORIGINS,
      ...(data.SPOOL_DIR && { spoolFolder: data.SPOOL_DIR }),
      limits: Object.fromEntries(Object.entries(data.LIMITS).filter(([, value]) => value !== undefined)),
    },
  };
}
