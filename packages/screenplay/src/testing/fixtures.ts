/** The screenplay fixtures of the repository, for tests. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../tests/fixtures/screenplay/', import.meta.url));

/** Paths, from the fixtures folder, of all files with the ending, sorted. */
export function listFixtures(ending: string): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((f) => f.endsWith(ending))
    .map((f) => f.replaceAll('\\', '/'))
    .sort();
}

/** The bytes of a fixture. */
export function readFixtureBytes(path: string): Uint8Array {
  return readFileSync(join(folder, path));
}

/** The text of a fixture, with its byte order mark if it has one. */
export function readFixture(path: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFixtureBytes(path));
}
