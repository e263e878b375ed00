/** The programs of a running Tramline: started behind guards, stopped in order, found again after a crash of the launcher. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

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

export class Processes {
  #file;
  #running = [];

  /** `file` remembers the process ids, so that the next start can end what a killed one left. */
  constructor(file) {
    this.#file = file;
  }

  /** Ends what an earlier launcher left running. Resolves when all of it is gone; returns how many there were. */
  async endLeftovers() {
    let pids = [];
    try {
      pids = JSON.parse(fs.readFileSync(this.#file, 'utf8'));
    } catch {
      return 0;
    }
    const left = pids.filter(isOurs);
    for (const pid of left) process.kill(pid, 'SIGTERM');
    const deadline = Date.now() + 10_000;
    while (left.some(isOurs)) {
      if (Date.now() > deadline) for (const pid of left.filter(isOurs)) process.kill(pid, 'SIGKILL');
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
    fs.writeFileSync(this.#file, JSON.stringify(this.#running.map(({ child }) => child.pid)));
  }
}
