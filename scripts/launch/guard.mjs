/**
 * Runs one program and outlives nobody: `node guard.mjs <stop signal> <command> [arguments…]`. When the launcher's pipe
 * (our standard input) closes, for whatever reason, the program is stopped; when it ends by itself, so do we, with its code.
 */
import { spawn } from 'node:child_process';

const [stopSignal, command, ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: ['ignore', 'inherit', 'inherit'], detached: process.platform !== 'win32' });

/** PostgreSQL (SIGINT) stops its own children; the others get the signal with everything they started. */
function send(signal) {
  const isGroup = process.platform !== 'win32' && stopSignal !== 'SIGINT';
  try {
    process.kill(isGroup ? -child.pid : child.pid, signal);
  } catch {
    // It has ended already.
  }
}

let isStopping = false;
function stop() {
  if (isStopping) return;
  isStopping = true;
  send(stopSignal);
  setTimeout(() => send('SIGKILL'), 8000).unref();
}
process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
child.on('error', (error) => {
  console.error(`${command}: ${error.message}`);
  process.exit(127);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === stopSignal && isStopping ? 0 : 1)));
