/** Makes sure that what follows runs on Node 24: the product runs TypeScript as it is, which older Nodes cannot. */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';

const wanted = '24.21.0';
const isRecent = () => Number(process.versions.node.split('.')[0]) >= 24;

/**
 * The environment for what we start: an outer `npx`'s package and command must not leak into an inner one, nor the mark of a
 * script that was started again into programs that have another standard input.
 */
export function cleanEnvironment(env = process.env) {
  const { npm_config_package: _package, npm_config_call: _call, TRAMLINE_LAUNCHED: _launched, ...rest } = env;
  return rest;
}

/**
 * Starts the running script again under Node 24 and never returns, unless this Node will do already. Signals are passed on.
 * The inner process gets a pipe as standard input: it stops when the pipe closes, so that a killed outer one leaves nothing behind.
 */
export async function ensureNode24(script, args) {
  if (isRecent()) {
    process.env.PATH = `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`;
    return;
  }
  const found = spawnSync('npx', ['--yes', '-p', `node@${wanted}`, 'node', '-p', 'process.execPath'], {
    env: cleanEnvironment(),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const node = found.stdout?.trim().split('\n').at(-1);
  if (found.status !== 0 || !node) {
    console.error(
      `Tramline runs on Node ${wanted}, and npx could not fetch it: ${found.stderr?.trim().split('\n').at(-1) ?? found.error?.message}`,
    );
    process.exit(1);
  }
  const child = spawn(node, [script, ...args], {
    stdio: ['pipe', 'inherit', 'inherit'],
    env: { ...cleanEnvironment(), TRAMLINE_LAUNCHED: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  const code = await new Promise((resolve) => child.on('exit', (code, signal) => resolve(signal ? 1 : code)));
  process.exit(code);
}

/** Calls `gone` when the process that started us again is gone. */
export function watchOuter(gone) {
  if (process.env.TRAMLINE_LAUNCHED !== '1') return;
  process.stdin.on('end', gone).on('error', gone).resume();
  process.stdin.unref?.();
}
