import { expect, test } from 'vitest';
import { createLogPool } from './pool.ts';

test('an idle connection that breaks ends no process', async () => {
  const pool = createLogPool('postgres://127.0.0.1/none');
  expect(pool.emit('error', new Error('terminating connection due to administrator command'))).toBe(true);
  await pool.end();
});
