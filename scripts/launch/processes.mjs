/** The programs of a running Tramline: started behind guards, stopped in order, found again after a crash of the launcher. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Failure } from './failure.mjs';

const guard = path.join(import.meta.dirname, 'guard.mjs');

/** Whether a process lives and is one of ours: its command line names our guard. */
function isOurs(pid) {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('guard.mjs');
  } catch {
    return process.platform !== 'linux';
  }
}

/** Whether a process lives and is a launcher. */
function isLauncher(pid) {
  try {
    return /start[.]mjs/.test(fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether whoever started a process is gone: init has it now. */
function isOrphan(pid) {
  try {
    return Number(/^PPid:\s+(\d+)/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) === 1;
  } catch {
    return true;
  }
}

export class Processes {
  #file;
  #running = [];

  /** `file` remembers the process ids, so that the next start can end what a killed one left. */
  constructor(file) {
    this.#file = file;
  }

  /**
   * Ends what an earlier launcher left running. Resolves when all of it is gone; returns how many there were. Throws a
   * {@link Failure} when that launcher lives and somebody still has it: it is nobody's leftover.
   */
  async endLeftovers() {
    let known;
    try {
      known = JSON.parse(fs.readFileSync(this.#file, 'utf8'));
    } catch {
      return 0;
    }
    const { launcher, guards } = known;
    if (launcher !== process.pid && isLauncher(launcher)) {
      if (!isOrphan(launcher)) {
        throw new Failure(
          `Tramline is already running from this folder (process ${launcher}). Stop it with Ctrl-C first, or give this one a DATA_DIR of its own.`,
        );
      }
      process.kill(launcher, 'SIGTERM');
    }
    const lives = (pid) => isOurs(pid) || (pid === launcher && launcher !== process.pid && isLauncher(pid));
    const left = [launcher, ...guards].filter(lives);
    for (const pid of guards.filter(isOurs)) process.kill(pid, 'SIGTERM');
    const deadline = Date.now() + 10_000;
    while (left.some(lives)) {
      if (Date.now() > deadline) for (const pid of left.filter(lives)) process.kill(pid, 'SIGKILL');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    fs.rmSync(this.#file, { force: true });
    return left.length;
  }

  /** Starts a program behind a guard. `onExit` is called when it ends without having been asked to. */
  start({ name, command, args, cwd, env, stopSignal = 'SIGTERM', log, onExit }) {
    const out = log === undefined ? 'inherit' : fs.openSync(log, 'a');
    const child = spawn(process.execPath, [guard, stopSignal, command, ...args], {
      cwd,
      env,
      stdio: ['pipe', out, out],
      detached: process.platform !== 'win32',
    });
    if (typeof out === 'number') fs.closeSync(out);
    child.stdin.on('error', () => {});
    const ended = new Promise((resolve) => child.on('exit', resolve));
    const entry = { name, child, ended, isAsked: false };
    this.#running.push(entry);
    this.#remember();
    void ended.then((code) => {
      if (!entry.isAsked) onExit?.(code);
    });
    return entry;
  }

  /** Stops all of them, the last one first, each after the one before has ended. */
  async stop() {
    for (const entry of this.#running.toReversed()) {
      entry.isAsked = true;
      entry.child.stdin.end();
      await entry.ended;
    }
    this.#running = [];
    fs.rmSync(this.#file, { force: true });
  }

  #remember() {
    fs.writeFileSync(
      this.#file,
      JSON.stringify({ launcher: process.pid, guards: this.#running.map(({ child }) => child.pid) }),
    );
  }
}
