/** What the launcher and the test runner share: steps on the terminal, and programs whose output is kept until it is needed. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { cleanEnvironment } from './node24.mjs';

const guard = path.join(import.meta.dirname, 'guard.mjs');

const began = Date.now();

/** Prints a step with the seconds since the start. */
export function step(words) {
  console.log(`[${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s] ${words}`);
}

/**
 * Runs a program to its end. Rejects with an error that carries its output as `said` when it fails. A guard stops it, with
 * all that it started, when this process ends first: no install and no build outlives its launcher.
 */
export function run(command, args, { cwd, env = process.env, isLoud = false, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const isShell = process.platform === 'win32' && command === 'npx';
    const guarded = isShell ? [command, ...args] : [process.execPath, guard, 'SIGTERM', command, ...args];
    const child = spawn(guarded[0], guarded.slice(1), {
      cwd,
      env: cleanEnvironment(env),
      stdio: ['pipe', 'pipe', 'pipe'],
      shell: isShell,
    });
    child.stdin.on('error', () => {});
    let said = '';
    let rest = '';
    const take = (chunk) => {
      said = (said + chunk).slice(-200_000);
      if (isLoud) process.stdout.write(chunk);
      if (!onLine) return;
      const lines = (rest + chunk).split('\n');
      rest = lines.pop();
      for (const line of lines) onLine(line);
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    child.on('error', (error) => reject(Object.assign(error, { said })));
    child.on('close', (code) => {
      if (code === 0) resolve(said);
      else
        reject(
          Object.assign(new Error(`${command} ${args.slice(0, 4).join(' ')} ended with ${code}`), {
            said,
            exitCode: code,
          }),
        );
    });
  });
}
