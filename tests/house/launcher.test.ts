import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { explainFailure } from '../../scripts/launch/failure.mjs';
import { readSecrets } from '../../scripts/launch/secrets.mjs';
import { readSettings } from '../../scripts/launch/settings.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const launcher = path.join(root, 'scripts/start.mjs');
const cleanup: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanup.splice(0).reverse()) undo();
});

function temporaryFolder(): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tramline-launch-')));
  cleanup.push(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a program to its end and gives everything it said. */
function finish(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env } });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.on('close', (code) => resolve({ code, said }));
  });
}
/** The lines that are not progress. */
const complaints = (said: string): string[] => said.split('\n').filter((line) => line && !line.startsWith('['));

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return !/^State:\s+Z/m.test(fs.readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
};
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

describe('the launcher', () => {
  it('gives one clear line for a busy port', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    cleanup.push(() => other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const { code, said } = await finish(process.execPath, [launcher], {
      DATA_DIR: temporaryFolder(),
      PORT: String(port),
    });
    expect(code).toBe(1);
    expect(complaints(said)).toEqual([
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 10} npm start`,
    ]);
  });

  it('gives one clear line for a port that is no port', async () => {
    const { code, said } = await finish(process.execPath, [launcher], { DATA_DIR: temporaryFolder(), PORT: 'eighty' });
    expect(code).toBe(1);
    expect(complaints(said)).toEqual(['PORT is "eighty"; it must be a number from 1 to 65535.']);
  });

  const onSmallDisk = (folder: string, then: string): string[] => [
    '--user',
    '--map-root-user',
    '--mount',
    'sh',
    '-c',
    `mount -t tmpfs -o size=64k tmpfs "${folder}" && ${then} exec "${process.execPath}" "${launcher}"`,
  ];

  it('gives one clear line for a full disk', async () => {
    const folder = temporaryFolder();
    const { code, said } = await finish(
      'unshare',
      onSmallDisk(folder, `{ head -c 100000 /dev/zero > "${folder}/fill" 2>/dev/null; true; } &&`),
      { DATA_DIR: folder, PORT: '39571' },
    );
    expect(code).toBe(1);
    expect(complaints(said)).toEqual([
      'The disk is full. Free some space (Tramline needs about 2 GB to install, then what your scripts take) and start again.',
    ]);
  });

  it('gives one clear line for a folder that it may not write', async () => {
    const folder = temporaryFolder();
    const { code, said } = await finish('unshare', onSmallDisk(folder, `mount -o remount,ro "${folder}" &&`), {
      DATA_DIR: folder,
      PORT: '39572',
    });
    expect(code).toBe(1);
    expect(complaints(said)).toEqual([
      `Tramline may not write to ${folder}. Give your user the right to, or name another folder with DATA_DIR.`,
    ]);
  });

  it('explains what a failing program said, too', () => {
    expect(explainFailure(new Error('pnpm ended with 1'), 'ENOSPC: no space left on device, write')).toMatch(
      /^The disk is full/,
    );
    expect(explainFailure(new Error('initdb ended with 1'), 'could not create directory: Permission denied')).toMatch(
      /^Tramline may not write/,
    );
    expect(explainFailure(new Error('a bug of ours'))).toBeUndefined();
  });

  it('offers the demo on loopback with the embedded database only, unless told to', () => {
    expect(readSettings(root, {}).isDemo).toBe(true);
    expect(readSettings(root, { HOST: '0.0.0.0' }).isDemo).toBe(false);
    expect(readSettings(root, { DATABASE_URL: 'postgresql://db/x' }).isDemo).toBe(false);
    expect(readSettings(root, { TRAMLINE_DEMO: '0' }).isDemo).toBe(false);
    expect(() => readSettings(root, { HOST: '0.0.0.0', TRAMLINE_DEMO: '1' })).toThrow(/loopback only/);
  });

  it('counts an empty value as not set, and lets sockets come from the address in the browsers only', () => {
    const empty = { PORT: '', HOST: '', DATA_DIR: '', DATABASE_URL: '', NEXTAUTH_URL: '', TRAMLINE_DEMO: '' };
    expect(readSettings(root, empty)).toEqual(readSettings(root, {}));
    expect(readSettings(root, { NEXTAUTH_URL: 'https://tramline.example/', PORT: '80' }).origins).toBe(
      'https://tramline.example,http://localhost',
    );
    expect(readSettings(root, { HOST: '::1' }).address).toBe('http://[::1]:3000');
    expect(() => readSettings(root, { NEXTAUTH_URL: 'tramline' })).toThrow(/NEXTAUTH_URL/);
  });

  it('makes secrets once, readable by their owner only', () => {
    const folder = temporaryFolder();
    const first = readSecrets(folder);
    expect(readSecrets(folder)).toEqual(first);
    expect(fs.statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });
});

describe('what the launcher starts', () => {
  /** A launcher that starts one program behind a guard and prints its process id. */
  async function startOne(
    folder: string,
    name = 'launch.mjs',
  ): Promise<{ launcher: ChildProcess; program: number; guard: number }> {
    const script = path.join(folder, name);
    const program = "process.title='tramline-test';console.log('program', process.pid);setInterval(() => {}, 1e6)";
    fs.writeFileSync(
      script,
      `import { Processes } from ${JSON.stringify(path.join(root, 'scripts/launch/processes.mjs'))};
       const processes = new Processes(${JSON.stringify(path.join(folder, 'processes.json'))});
       await processes.endLeftovers();
       const { child } = processes.start({ name: 'one', command: process.execPath, args: ['-e', ${JSON.stringify(program)}] });
       console.log('guard', child.pid);
       process.on('SIGINT', () => processes.stop().then(() => process.exit(0)));`,
    );
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    await until(() => /program \d+/.test(said) && /guard \d+/.test(said));
    const pid = (name: string): number => Number(new RegExp(`${name} (\\d+)`).exec(said)![1]);
    cleanup.push(() => isAlive(pid('program')) && process.kill(pid('program'), 'SIGKILL'));
    return { launcher: child, program: pid('program'), guard: pid('guard') };
  }

  it('stops with Ctrl-C', async () => {
    const { launcher: child, program, guard } = await startOne(temporaryFolder());
    const ended = new Promise((resolve) => child.on('exit', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(0);
    expect([program, guard].filter(isAlive)).toEqual([]);
  });

  it('stops when the launcher is killed', async () => {
    const { launcher: child, program, guard } = await startOne(temporaryFolder());
    child.kill('SIGKILL');
    await until(() => ![program, guard].some(isAlive));
  });

  it('stops an install or a build, and what that started, when the launcher is killed', async () => {
    const script = path.join(temporaryFolder(), 'build.mjs');
    const inner = "console.log('inner', process.pid);setInterval(() => {}, 1e6)";
    const outer = `console.log('outer', process.pid);require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' });setInterval(() => {}, 1e6)`;
    fs.writeFileSync(
      script,
      `import { run } from ${JSON.stringify(path.join(root, 'scripts/launch/terminal.mjs'))};
       await run(process.execPath, ['-e', ${JSON.stringify(outer)}], { isLoud: true });`,
    );
    const child = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    await until(() => /outer \d+/.test(said) && /inner \d+/.test(said));
    const programs = [...said.matchAll(/(?:outer|inner) (\d+)/g)].map(([, pid]) => Number(pid));
    cleanup.push(() => {
      for (const pid of programs) if (isAlive(pid)) process.kill(pid, 'SIGKILL');
    });
    child.kill('SIGKILL');
    await until(() => !programs.some(isAlive));
  });

  it('is left alone by another start while its launcher lives', async () => {
    const folder = temporaryFolder();
    const first = await startOne(folder, 'start.mjs');
    const { code, said } = await finish(process.execPath, [launcher], { DATA_DIR: folder, PORT: '39573' });
    expect(code).toBe(1);
    expect(complaints(said)).toEqual([
      expect.stringMatching(/^Tramline is already running from this folder \(process \d+\)/),
    ]);
    expect(isAlive(first.program)).toBe(true);
    const ended = new Promise((resolve) => first.launcher.on('exit', resolve));
    first.launcher.kill('SIGINT');
    await ended;
  });

  it('is ended by the next start when its pipe did not close', async () => {
    const folder = temporaryFolder();
    const first = await startOne(folder);
    process.kill(first.guard, 'SIGSTOP'); // deaf, so that it outlives the launcher
    const gone = new Promise((resolve) => first.launcher.on('exit', resolve));
    first.launcher.kill('SIGKILL');
    await gone;
    expect(isAlive(first.program)).toBe(true);
    process.kill(first.guard, 'SIGCONT');
    const second = await startOne(folder);
    expect([first.program, first.guard].filter(isAlive)).toEqual([]);
    const ended = new Promise((resolve) => second.launcher.on('exit', resolve));
    second.launcher.kill('SIGINT');
    await ended;
  });
});
