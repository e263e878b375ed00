/** A real PostgreSQL for tests: one server for a file of tests, a fresh migrated database for each that asks, and planted faults. */
import { randomUUID } from 'node:crypto';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { migrate } from '../../../../tools/migrate.mjs';
import { startTemporaryServer } from '../../../../tools/postgres.mjs';

const migrations = path.resolve(import.meta.dirname, '../../../../prisma/migrations');

export interface TestDatabase {
  readonly url: string;
  /** Asks the database directly. */
  query<R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]>;
  /** Every row of every table, as JSON, for comparing before and after. */
  dump(): Promise<string>;
  /** From now on the `n`-th write of a row fails, counted from 1; every other succeeds. 0 heals. */
  failWrite(n: number): Promise<void>;
  close(): Promise<void>;
}

export interface TestServer {
  /** A new database with all migrations. */
  database(): Promise<TestDatabase>;
  stop(): Promise<void>;
}

/** Each write of a row, in whatever table, takes the next number; the number that was chosen fails. Sequences outlive a rollback. */
const faults = `
CREATE SEQUENCE fault_count;
CREATE TABLE fault_plan (at bigint NOT NULL);
INSERT INTO fault_plan VALUES (0);
CREATE FUNCTION plant_fault() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF nextval('fault_count') = (SELECT at FROM fault_plan) THEN RAISE EXCEPTION 'planted fault' USING ERRCODE = 'data_exception'; END IF;
  RETURN coalesce(NEW, OLD);
END $$;
DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename NOT IN ('fault_plan', '_prisma_migrations') LOOP
    EXECUTE format('CREATE TRIGGER plant_fault BEFORE INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION plant_fault()', name);
  END LOOP;
END $$;`;

const listTables = `SELECT tablename AS name FROM pg_tables
  WHERE schemaname = 'public' AND tablename NOT IN ('fault_plan', '_prisma_migrations')`;

async function openDatabase(url: string): Promise<TestDatabase> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => {});
  const query = async <R extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<R[]> =>
    (await pool.query<R>(text, values)).rows;
  let dumping: Promise<string> | undefined;
  return {
    url,
    query,
    async dump() {
      dumping ??= query<{ name: string }>(listTables).then((tables) =>
        tables.map(({ name }) => `SELECT '${name} ' || to_jsonb(t)::text AS row FROM "${name}" t`).join(' UNION ALL '),
      );
      const rows = await query<{ row: string }>(`${await dumping} ORDER BY 1`);
      return rows.map(({ row }) => row).join('\n');
    },
    async failWrite(n) {
      await query(`SELECT setval('fault_count', 1, false)`);
      await query('UPDATE fault_plan SET at = $1', [n]);
    },
    close: () => pool.end(),
  };
}

type TemporaryServer = Awaited<ReturnType<typeof startTemporaryServer>>;

/** Makes the database that all others are copied from; a connection for copying it. */
async function makeTemplate(server: TemporaryServer): Promise<pg.Client> {
  const admin = new pg.Client({ connectionString: server.url('postgres') });
  await admin.connect();
  await admin.query('CREATE DATABASE template');
  await migrate(server.url('template'), migrations);
  const template = new pg.Client({ connectionString: server.url('template') });
  await template.connect();
  await template.query(faults);
  await template.end();
  return admin;
}

/** Starts a server whose databases are copies of one that has been migrated once. Nothing is left running when that fails. */
export async function startTestServer(): Promise<TestServer> {
  const server = await startTemporaryServer({ parent: path.join(os.tmpdir(), 'tramline-tests') });
  const admin = await makeTemplate(server).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const opened: TestDatabase[] = [];
  return {
    async database() {
      const name = `t_${randomUUID().replaceAll('-', '')}`;
      await admin.query(`CREATE DATABASE "${name}" TEMPLATE template`);
      const database = await openDatabase(server.url(name));
      opened.push(database);
      return database;
    },
    async stop() {
      await Promise.all(opened.map((database) => database.close()));
      await admin.end();
      await server.stop();
    },
  };
}
