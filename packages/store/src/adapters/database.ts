/** The connection to PostgreSQL through Prisma: transactions that roll back on a refusal, and what its errors mean. */
import { PrismaPg } from '@prisma/adapter-pg';
import type { ErrorCode, Outcome } from '@tramline/wire';
import { Prisma, PrismaClient } from '../generated/prisma/client.ts';

export type Database = PrismaClient;
/** What an adapter asks: the database itself, or an open transaction of it. */
export type Rows = Prisma.TransactionClient;

/** Opens the database. Nothing is connected before the first question. */
export function openDatabase(databaseUrl: string, maxConnections: number): Database {
  const adapter = new PrismaPg({ connectionString: databaseUrl, max: maxConnections });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5_000, timeout: 30_000 } });
}

class Refusal extends Error {
  readonly outcome: { ok: false; code: ErrorCode; facts?: Readonly<Record<string, unknown>> };
  constructor(outcome: Refusal['outcome']) {
    super(outcome.code);
    this.outcome = outcome;
  }
}

/** Runs `work` in one transaction. An outcome that refuses rolls back whatever was written before it. */
export async function inTransaction<T>(db: Database, work: (rows: Rows) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await db.$transaction(async (rows) => {
      const outcome = await work(rows);
      if (!outcome.ok) throw new Refusal(outcome);
      return outcome;
    });
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    throw error;
  }
}

/** A success with a value. */
export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** A refusal with a code. */
export function refuse(code: ErrorCode, facts?: Readonly<Record<string, unknown>>): Outcome<never> {
  return facts ? { ok: false, code, facts } : { ok: false, code };
}

/** Whether an error says that a row with the same key is there already. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}

const AWAY_CODES = new Set([
  'P1001',
  'P1002',
  'P1008',
  'P1017',
  'P2024',
  'P2028',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
]);

/**
 * Whether an error means that the database cannot be reached now (refused, reset, shutting down, out of connections), and not that
 * the question was wrong.
 */
export function isStoreAway(error: unknown): boolean {
  for (let at: unknown = error; at && typeof at === 'object'; at = (at as { cause?: unknown }).cause) {
    const { code, name, originalCode } = at as { code?: unknown; name?: unknown; originalCode?: unknown };
    if (typeof code === 'string' && (AWAY_CODES.has(code) || isOutageState(code))) return true;
    if (typeof originalCode === 'string' && isOutageState(originalCode)) return true;
    if (name === 'PrismaClientInitializationError') return true;
  }
  return false;
}

/** SQLSTATE classes: 08 connection, 53 resources, 57P operator intervention. */
function isOutageState(code: string): boolean {
  return /^(08|53)[0-9A-Z]{3}$/.test(code) || /^57P/.test(code);
}
