import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestDatabase, type TestServer } from '../packages/store/src/testing/testDatabase.ts';

const root = path.resolve(import.meta.dirname, '..');
let server: TestServer;
let database: TestDatabase;
beforeAll(async () => {
  server = await startTestServer();
  database = await server.database();
});
afterAll(() => server?.stop());

/** Prisma's own comparison of the migrations with a schema: 0 when they are the same, 2 when not. */
async function compare(schema: string): Promise<{ code: number; said: string }> {
  const args = ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', schema, '--exit-code'];
  const env = {
    ...process.env,
    DATABASE_URL: database.url,
    PRISMA_SCHEMA_ENGINE_BINARY: path.join(root, 'tools/schema-engine.mjs'),
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  };
  try {
    const { stdout } = await promisify(execFile)(path.join(root, 'node_modules/.bin/prisma'), args, { cwd: root, env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

it('the migrations make exactly what the schema says', async () => {
  const { code, said } = await compare('prisma/schema.prisma');
  expect(said).toContain('No difference detected');
  expect(code).toBe(0);
});

it('a schema that has moved on is noticed', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tramline-schema-'));
  const moved = path.join(folder, 'schema.prisma');
  const schema = fs.readFileSync(path.join(root, 'prisma/schema.prisma'), 'utf8');
  fs.writeFileSync(moved, schema.replace('model Setting {', 'model Setting {\n  note String?'));
  const { code, said } = await compare(moved);
  fs.rmSync(folder, { recursive: true });
  expect(said).toContain('note');
  expect(code).toBe(2);
});
