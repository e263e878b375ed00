/** The connections of the hot path. */
import pg from 'pg';

/**
 * A pool whose queries fail after 10 s instead of hanging, so that an outage shows. A database that restarts breaks idle
 * connections and nothing else. The caller ends it.
 */
export function createLogPool(databaseUrl: string, max = 8): pg.Pool {
  const limits = { connectionTimeoutMillis: 2000, query_timeout: 10_000 };
  const pool = new pg.Pool({ connectionString: databaseUrl, max, ...limits });
  pool.on('error', () => {}); // an idle connection that breaks; the next query says so
  return pool;
}
