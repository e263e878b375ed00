/** The database of this start: the embedded one behind a guard, or the one that DATABASE_URL names; migrated either way. */
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';
import { step } from './terminal.mjs';

const databaseName = 'tramline';

/** Ends a server that outlived its guard: its own pid file names it. */
async function endOrphanedServer(cluster) {
  const pid = Number(
    fs.existsSync(path.join(cluster, 'postmaster.pid')) &&
      fs.readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0],
  );
  if (!pid) return;
  const lives = () => {
    try {
      return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(cluster);
    } catch {
      return false;
    }
  };
  if (!lives()) return;
  process.kill(pid, 'SIGINT');
  while (lives()) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Creates and starts the embedded server. Returns the URL of our database in it. */
export async function startEmbedded({ root, settings, processes, password, onExit }) {
  const { createCluster, embeddedCommand, freePort, isListening } = await import(path.join(root, 'tools/postgres.mjs'));
  const cluster = path.join(settings.dataFolder, 'pg');
  await endOrphanedServer(cluster);
  if (await createCluster({ dir: cluster, password })) step('created the embedded database');
  const port = await freePort();
  const [command, args] = embeddedCommand({ dir: cluster, port });
  const log = path.join(settings.dataFolder, 'pg.log');
  const entry = processes.start({ name: 'database', command, args, stopSignal: 'SIGINT', log, onExit });
  while (!(await isListening(port))) {
    if (entry.child.exitCode !== null) {
      throw new Error(`the embedded database did not start: ${fs.readFileSync(log, 'utf8').trim().split('\n').at(-1)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return `postgresql://postgres:${password}@127.0.0.1:${port}/${databaseName}`;
}

/** Waits for the server, creates our database when it is missing (embedded only) and applies the migrations. */
export async function migrateDatabase({ root, url, isEmbedded }) {
  const { default: pg } = await import('pg');
  const { migrate } = await import(path.join(root, 'tools/migrate.mjs'));
  const target = new URL(url);
  if (isEmbedded) {
    const admin = new URL(url);
    admin.pathname = '/postgres';
    const client = await connectSoon(pg, admin.href);
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [databaseName]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${databaseName}`);
    await client.end();
  }
  const client = await connectSoon(pg, url).catch((error) => {
    throw new Failure(
      `The database at ${target.hostname}:${target.port || 5432} could not be reached: ${error.message}. Check DATABASE_URL.`,
    );
  });
  const { rows } = await client.query('SHOW server_version_num');
  await client.end();
  if (Number(rows[0].server_version_num) < 140_000)
    throw new Failure('The database is older than PostgreSQL 14. Tramline needs 14 or later.');
  const applied = await migrate(url, path.join(root, 'prisma/migrations'));
  if (applied.length > 0) step(`applied ${applied.length} migration${applied.length === 1 ? '' : 's'}`);
}

/** Connects; while the server says that it is still starting up (57P03), tries again for up to 30 s. */
async function connectSoon(pg, url) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
    try {
      await client.connect();
      return client;
    } catch (error) {
      await client.end().catch(() => {});
      if (error.code !== '57P03' || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
