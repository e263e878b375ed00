/** Hocuspocus with its database extension on the same PostgreSQL: fetch and a full-state upsert, debounced as shipped. */
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 8 });
await pool.query('CREATE TABLE IF NOT EXISTS hocuspocus_document (name text PRIMARY KEY, data bytea NOT NULL)');
const database = new Database({
  async fetch({ documentName }) {
    const { rows } = await pool.query('SELECT data FROM hocuspocus_document WHERE name = $1', [documentName]);
    return rows[0]?.data ?? null;
  },
  async store({ documentName, state }) {
    await pool.query(
      'INSERT INTO hocuspocus_document (name, data) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET data = excluded.data',
      [documentName, state],
    );
  },
});
const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [database],
});
await server.listen();
console.log('running');
