/**
 * `npm run bench -- <name> [--json]`: runs one benchmark of `tests/bench` beside its peers. The peers are installed on demand from
 * a lockfile of their own (`tests/bench/peers/<name>`): they are no dependencies of the product.
 */

import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { ensureBrowser } from './launch/debian.mjs';
import { explainFailure, Failure } from './launch/failure.mjs';
import { generateClient, installPackages, toolEnvironment } from './launch/install.mjs';
import { ensureNode24 } from './launch/node24.mjs';
import { hashOf, once } from './launch/stamp.mjs';
import { run } from './launch/terminal.mjs';

await ensureNode24(import.meta.filename, process.argv.slice(2));

const root = path.resolve(import.meta.dirname, '..');
const folder = path.join(root, 'tests/bench');
const names = fs
  .readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && fs.existsSync(path.join(folder, entry.name, 'run.ts')))
  .map((entry) => entry.name);
/** Which peers a benchmark needs, when they are not those of its own name. */
const peersOf = { merge: 'editor', layout: 'fountain' };

try {
  const [name, ...rest] = process.argv.slice(2);
  if (!names.includes(name)) throw new Failure(`npm run bench -- <name> [--json]; the names are ${names.join(', ')}.`);
  await installPackages(root);
  await generateClient(root);
  if (name === 'editor') await ensureBrowser();
  const peers = path.join(folder, 'peers', peersOf[name] ?? name);
  if (fs.existsSync(peers)) {
    await once(path.join(peers, 'node_modules/.tramline'), hashOf(peers, ['package.json', 'package-lock.json']), () =>
      run('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts=false'], { cwd: peers }),
    );
  }
  const child = spawn(process.execPath, ['--no-warnings', '--expose-gc', path.join(folder, name, 'run.ts'), ...rest], {
    cwd: root,
    env: toolEnvironment(root),
    stdio: 'inherit',
  });
  process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)));
} catch (error) {
  console.error(explainFailure(error, error?.said) ?? error?.said ?? error);
  process.exitCode = 1;
}
