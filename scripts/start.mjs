/**
 * `npm start`: from a bare checkout (any Node from 20 up, and npm) to a served, seeded product on one port of 127.0.0.1.
 * `--dev` serves with reload. Everything it starts stops with it.
 */
import fs from 'node:fs';
import path from 'node:path';
import { migrateDatabase, startEmbedded } from './launch/database.mjs';
import { busyPort, explainFailure, Failure } from './launch/failure.mjs';
import { buildScreens, generateClient, installPackages, toolEnvironment } from './launch/install.mjs';
import { ensureNode24, watchOuter } from './launch/node24.mjs';
import { Processes } from './launch/processes.mjs';
import { readSecrets } from './launch/secrets.mjs';
import { readSettings } from './launch/settings.mjs';
import { run, step } from './launch/terminal.mjs';

await ensureNode24(import.meta.filename, process.argv.slice(2));

const root = path.resolve(import.meta.dirname, '..');
const isDev = process.argv.includes('--dev');
let processes;
let isStopping = false;

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  if (code === 0) step('stopping');
  await processes?.stop();
  process.exit(code);
}

function fail(error) {
  const line = explainFailure(error, error?.said);
  if (line) console.error(`\n${line}`);
  else
    console.error(
      `\nTramline could not start: ${error?.message}\n${(error?.said ?? error?.stack ?? '').trim().split('\n').slice(-30).join('\n')}`,
    );
  void stop(1);
}

/** Node's own sockets tell whether a port is free better than a connection does: they say why not, too. */
async function refuseBusyPort({ port, host }) {
  const net = await import('node:net');
  await new Promise((resolve, reject) => {
    const probe = net.createServer().once('error', reject);
    probe.listen(port, host, () => probe.close(resolve));
  }).catch((error) => {
    if (error.code === 'EADDRINUSE') throw new Failure(busyPort(port));
    if (error.code === 'EACCES')
      throw new Failure(`Port ${port} may only be opened by root. Choose one above 1023: PORT=3000 npm start`);
    throw new Failure(`Tramline cannot listen on ${host}:${port} (${error.code}).`);
  });
}

/** Starts one of our own servers and waits until it says `listening`. */
async function serve(name, { command = process.execPath, args, cwd, env, port, host }) {
  const { isListening } = await import(path.join(root, 'tools/postgres.mjs'));
  const entry = processes.start({
    name,
    command,
    args,
    cwd: path.join(root, cwd),
    env,
    onExit: (code) => fail(new Failure(`The ${name} ended unexpectedly (${code}). What it said last stands above.`)),
  });
  while (!(await isListening(port, host))) {
    if (entry.child.exitCode !== null) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function start() {
  const settings = { ...readSettings(root), isDev };
  const { port, dataFolder } = settings;
  fs.mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  fs.accessSync(dataFolder, fs.constants.W_OK);
  processes = new Processes(path.join(dataFolder, 'processes.json'));
  const left = await processes.endLeftovers();
  if (left > 0) step('stopped what an earlier start had left running');
  await refuseBusyPort(settings);

  await installPackages(root);
  const secrets = readSecrets(dataFolder);
  const { freePort } = await import(path.join(root, 'tools/postgres.mjs'));
  const database = async () => {
    const onExit = () =>
      fail(new Failure(`The embedded database ended unexpectedly; its log is ${path.join(dataFolder, 'pg.log')}.`));
    const url = settings.isEmbedded
      ? await startEmbedded({ root, settings, processes, password: secrets.PGPASSWORD, onExit })
      : process.env.DATABASE_URL;
    await migrateDatabase({ root, url, isEmbedded: settings.isEmbedded });
    return url;
  };
  const [url] = await Promise.all([database(), generateClient(root)]);
  const webPort = await freePort();
  const syncPort = await freePort();
  const env = {
    ...toolEnvironment(root),
    NODE_ENV: isDev ? 'development' : 'production',
    DATABASE_URL: url,
    NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || secrets.NEXTAUTH_SECRET,
    NEXTAUTH_URL: settings.address,
    SYNC_SECRET: process.env.SYNC_SECRET || secrets.SYNC_SECRET,
    SYNC_URL: `http://127.0.0.1:${syncPort}`,
    SYNC_HOST: '127.0.0.1',
    SYNC_PORT: String(syncPort),
    WEB_PORT: String(webPort),
    PORT: String(port),
    HOST: settings.host,
    ORIGINS: settings.origins,
    SPOOL_DIR: process.env.SPOOL_DIR || path.join(dataFolder, 'spool'),
    TRAMLINE_DEMO: settings.isDemo ? '1' : '0',
  };
  const seed = async () => {
    if (!settings.isDemo) return;
    const said = await run(process.execPath, [path.join(root, 'prisma/seed.ts')], { cwd: root, env });
    if (/seeded/.test(said)) step('seeded the demo');
  };
  const next = path.join(root, 'apps/web/node_modules/next/dist/bin/next');
  await Promise.all([seed(), isDev ? undefined : buildScreens(root)]);
  step('starting');
  const watch = isDev ? ['--watch'] : [];
  await Promise.all([
    serve('live process', { args: [...watch, 'src/main.ts'], cwd: 'apps/sync-server', env, port: syncPort }),
    serve('web server', {
      args: [next, isDev ? 'dev' : 'start', '-H', '127.0.0.1', '-p', String(webPort)],
      cwd: 'apps/web',
      env: { ...env, PORT: String(webPort) },
      port: webPort,
    }),
  ]);
  await serve('gateway', { args: ['scripts/gateway.mjs'], cwd: '.', env, port, host: settings.host });
  if (isStopping) return;
  if (process.env.TRAMLINE_PRINT_DATABASE === '1') console.log(`database ${url}`);
  step('ready');
  console.log(
    `\n  Tramline is at ${settings.address}${settings.isDemo ? ' (demo: sign in with one click)' : ''}\n  Ctrl-C stops all of it.\n`,
  );
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void stop(0));
watchOuter(() => void stop(0));
start().catch(fail);
