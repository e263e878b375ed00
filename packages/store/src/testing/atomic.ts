/** The rule of every write: it happens whole or not at all, whichever of its row writes fails. */
import { expect } from 'vitest';
import type { TestDatabase } from './testDatabase.ts';

/**
 * Runs `write` with its first row write failing, then its second, and so on until it goes through; after every failure the database
 * must be as it was. How many row writes it has, at least `least`.
 */
export async function expectAllOrNothing(
  database: TestDatabase,
  write: () => Promise<unknown>,
  least: number,
): Promise<void> {
  const before = await database.dump();
  for (let n = 1; ; n++) {
    await database.failWrite(n);
    const failed = await write().then(
      () => false,
      () => true,
    );
    await database.failWrite(0);
    const after = await database.dump();
    if (!failed) {
      expect(n - 1, 'row writes that could fail').toBeGreaterThanOrEqual(least);
      expect(after).not.toBe(before);
      return;
    }
    expect(after, `after a failure of write ${n}`).toBe(before);
  }
}
