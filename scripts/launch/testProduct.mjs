/** A whole Tramline for browser tests: the launcher itself, with a data folder and a port of its own. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { cleanEnvironment } from './node24.mjs';

/** Starts it and waits for `ready`. `stop` is Ctrl-C. */
export async function startForTests(root, parent, extra = {}) {
  const { freePort } = await import(path.join(root, 'tools/postgres.mjs'));
  const port = await freePort();
  const env = {
    ...cleanEnvironment(),
    DATA_DIR: path.join(parent, 'data'),
    PORT: String(port),
    TRAMLINE_PRINT_DATABASE: '1',
    TRAMLINE_LAUNCHED: '1',
    ...extra,
  };
  for (const name of ['DATABASE_URL', 'NEXTAUTH_URL', 'HOST']) if (!(name in extra)) delete env[name];
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    cwd: root,
    env,
    // A pipe that closes with us: a runner that is killed leaves no product behind.
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise((resolve) => child.on('exit', resolve));
  await new Promise((resolve, reject) => {
    const take = (chunk) => {
      said += chunk;
      if (/Tramline is at/.test(said)) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', take);
    child.stderr.setEncoding('utf8').on('data', take);
    void ended.then(() => reject(Object.assign(new Error('the product did not start'), { said })));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    databaseUrl: /^database (\S+)$/m.exec(said)?.[1],
    child,
    said: () => said,
    async stop() {
      child.kill('SIGINT');
      return await ended;
    },
  };
}
