/** The fonts of printed pages: files of packages that are installed beside `packages/files`, which the bundler cannot see. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReadFont } from '@tramline/files';

/** The server runs in `apps/web`, tests in the root. */
const folder = ['../../packages/files', 'packages/files']
  .map((place) => path.resolve(process.cwd(), place, 'node_modules'))
  .find((place) => existsSync(place));

/** Reads a font by its path in its package. */
export const readFont: ReadFont = (file) => readFile(path.join(folder ?? '', file));
