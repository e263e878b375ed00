/** Whether a step was done for exactly these files before: what makes the second start fast. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

const skipped = new Set([
  'node_modules',
  '.next',
  '.turbo',
  '.data',
  'generated',
  'test-results',
  '.git',
  'service-worker.js',
  'next-env.d.ts',
]);

function* filesUnder(entry) {
  const stat = fs.statSync(entry, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) yield [entry, stat];
  else
    for (const name of fs.readdirSync(entry).sort()) if (!skipped.has(name)) yield* filesUnder(path.join(entry, name));
}

/** A hash over the contents of files and folders (those named, relative to `root`) and of `extra`. */
export function hashOf(root, entries, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const entry of entries) {
    for (const [file] of filesUnder(path.join(root, entry)))
      hash.update(path.relative(root, file)).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/** Runs `work` unless `file` says that it succeeded for this hash. Returns whether it ran. */
export async function once(file, hash, work) {
  if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === hash) return false;
  fs.rmSync(file, { force: true });
  await work();
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, hash);
  return true;
}
