import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const set = {
  DATABASE_URL: 'postgresql://db',
  SYNC_SECRET: 'x'.repeat(32),
  ORIGINS: 'https://a.example, https://b.example',
};

test('what is not set has a default; lists are split', () => {
  expect(readConfig(set)).toEqual({
    ok: true,
    config: {
      databaseUrl: 'postgresql://db',
      secret: set.SYNC_SECRET,
      port: 0,
      host: '127.0.0.1',
      origins: ['https://a.example', 'https://b.example'],
      limits: {},
    },
  });
});

test('an empty variable is one that is not set', () => {
  const read = readConfig({ ...set, SPOOL_DIR: '', SYNC_PORT: '' });
  expect(read.ok && [read.config.port, read.config.spoolFolder]).toEqual([0, undefined]);
});

test('limits are changed by name', () => {
  const read = readConfig({ ...set, LIMITS: '{"docMax":1000}' });
  expect(read.ok && read.config.limits).toEqual({ docMax: 1000 });
});

test.each([
  [{ DATABASE_URL: undefined }, 'DATABASE_URL'],
  [{ SYNC_SECRET: 'short' }, 'SYNC_SECRET'],
  [{ SYNC_PORT: '99999' }, 'SYNC_PORT'],
  [{ ORIGINS: undefined }, 'ORIGINS'],
  [{ LIMITS: '{' }, 'LIMITS'],
  [{ LIMITS: '{"docMax":-1}' }, 'LIMITS'],
])('%o is one line that names the variable', (change, name) => {
  const read = readConfig({ ...set, ...change });
  expect(read.ok ? [] : read.problems).toEqual([expect.stringContaining(name)]);
});
