/** From a bare checkout to something that can be served: packages, the database client, the built screens. */
import fs from 'node:fs';
import path from 'node:path';
import { hashOf, once } from './stamp.mjs';
import { run, step } from './terminal.mjs';

/** What a build reads: a change in any of these builds again. */
const sources = ['apps/web', 'packages', 'prisma/schema.prisma', 'pnpm-lock.yaml', 'tsconfig.base.json', 'turbo.json'];
const manifests = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', 'apps', 'packages', 'tests'];

const quiet = {
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
};

/** The environment of every tool that we call: no telemetry, and Prisma's engine as WebAssembly instead of a download. */
export function toolEnvironment(root, env = process.env) {
  return {
    ...env,
    ...quiet,
    PRISMA_SCHEMA_ENGINE_BINARY: env.PRISMA_SCHEMA_ENGINE_BINARY ?? path.join(root, 'tools/schema-engine.mjs'),
  };
}

const stampFile = (root, name) => path.join(root, 'node_modules/.tramline', name);
const packageManager = (root) => JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')).packageManager;

/** A hash over the manifests of all workspace packages. */
function manifestHash(root) {
  const files = [];
  for (const entry of manifests) {
    const full = path.join(root, entry);
    if (!fs.existsSync(full)) continue;
    if (fs.statSync(full).isFile()) files.push(entry);
    else if (fs.existsSync(path.join(full, 'package.json'))) files.push(path.join(entry, 'package.json'));
    else for (const name of fs.readdirSync(full)) files.push(path.join(entry, name, 'package.json'));
  }
  return hashOf(root, files, process.version);
}

/** Runs pnpm, in the version that package.json names, through npx. */
export function pnpm(root, args, options = {}) {
  return run('npx', ['--yes', packageManager(root), ...args], { cwd: root, env: toolEnvironment(root), ...options });
}

/** Installs the packages unless they are there already. */
export async function installPackages(root) {
  await once(stampFile(root, 'install'), manifestHash(root), async () => {
    step('installing packages (the first time this takes a while)');
    await pnpm(root, ['install', '--frozen-lockfile', '--reporter=append-only']);
  });
}

/** Generates Prisma's client unless the schema is unchanged. */
export async function generateClient(root) {
  const hash = hashOf(
    root,
    ['prisma/schema.prisma', 'prisma.config.ts'],
    fs.existsSync(path.join(root, 'packages/store/src/generated')) ? 'there' : 'gone',
  );
  const file = stampFile(root, 'generate');
  const isThere = fs.existsSync(path.join(root, 'packages/store/src/generated/prisma/client.ts'));
  if (!isThere) fs.rmSync(file, { force: true });
  await once(file, isThere ? hash : `${hash}-`, () =>
    run(process.execPath, [path.join(root, 'node_modules/prisma/build/index.js'), 'generate'], {
      cwd: root,
      env: toolEnvironment(root),
    }),
  );
}

/** Builds the screens unless nothing that they are built from has changed. */
export async function buildScreens(root) {
  const isThere = fs.existsSync(path.join(root, 'apps/web/.next/BUILD_ID'));
  const file = stampFile(root, 'build');
  if (!isThere) fs.rmSync(file, { force: true });
  await once(file, hashOf(root, sources), async () => {
    step('building the screens');
    await pnpm(root, ['exec', 'turbo', 'run', 'build', '--env-mode=loose', '--output-logs=errors-only', '--ui=stream']);
  });
}
