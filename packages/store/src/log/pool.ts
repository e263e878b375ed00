/** The connections of the hot path. */
import pg from 'pg';

/** A pool whose queries fail after 10 s instead of hanging, so that an outage shows. The caller ends it. */
export function createLogPool(databaseUrl: string, max = 8): pg.Pool {
  return new pg.Pool({ connectionString: databaseUrl, max, connectionTimeoutMillis: 2000, query_timeout: 10_000 });
}
