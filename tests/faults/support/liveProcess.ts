/** The live process as a real process, which can be killed with -9 and started again. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { LimitsChange } from '../../../apps/sync-server/src/limits.ts';
import type { Mutant } from '../../../apps/sync-server/src/room/roomState.ts';
import { freePort } from '../../../tools/postgres.mjs';
import { ORIGIN, SECRET, type Stage } from './stage.ts';

const main = path.resolve(import.meta.dirname, '../../../apps/sync-server/src/main.ts');
const mutantMain = path.resolve(import.meta.dirname, 'mutantMain.ts');

/** A test that fails half way leaves no process behind. */
const started = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

export interface LiveProcessOptions {
  readonly stage: Stage;
  readonly limits?: LimitsChange;
  /** Without a spool, uncommitted edits live in memory only. */
  readonly hasSpool?: boolean;
  readonly mutant?: Mutant;
}

export class LiveProcess {
  readonly port: number;
  /** What it said on its error output. */
  said = '';
  process!: ChildProcess;
  readonly #options: LiveProcessOptions;

  private constructor(port: number, options: LiveProcessOptions) {
    this.port = port;
    this.#options = options;
  }

  /** Starts one at a port of its own, which it keeps over restarts. */
  static async start(options: LiveProcessOptions): Promise<LiveProcess> {
    const live = new LiveProcess((await freePort()) as number, options);
    await live.start();
    return live;
  }

  get pid(): number {
    return this.process.pid!;
  }
  get spoolFolder(): string {
    return path.join(this.#options.stage.home, `spool-${this.port}`);
  }

  async start(): Promise<void> {
    const { stage, limits = {}, hasSpool = true, mutant } = this.#options;
    const entry = mutant ? [mutantMain, mutant] : [main];
    this.process = spawn(process.execPath, ['--no-warnings', ...entry], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        NODE_ENV: 'test',
        PATH: process.env.PATH,
        NODE_COMPILE_CACHE: path.join(stage.home, 'compiled'),
        DATABASE_URL: stage.url,
        SYNC_SECRET: SECRET,
        SYNC_PORT: String(this.port),
        ORIGINS: ORIGIN,
        LIMITS: JSON.stringify(limits),
        ...(hasSpool && { SPOOL_DIR: this.spoolFolder }),
      },
    });
    const child = this.process;
    started.add(child);
    child.once('exit', () => started.delete(child));
    this.process.stderr!.on('data', (text) => {
      this.said += String(text);
    });
    const died = once(this.process, 'exit').then(() => {
      throw new Error(`the live process did not start: ${this.said}`);
    });
    died.catch(() => {});
    await Promise.race([once(this.process.stdout!, 'data'), died]);
    this.process.stdout!.resume();
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill(signal);
    await gone;
  }
}
