/** What the browser tests need from the system: Chromium and fonts. On Debian they are installed, elsewhere they are asked for. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { Failure } from './failure.mjs';
import { run, step } from './terminal.mjs';

const packages = ['chromium', 'fonts-liberation', 'fonts-noto-cjk'];

/** The browser for tests: CHROMIUM, or where Debian puts it. */
export const chromiumPath = () => process.env.CHROMIUM ?? '/usr/bin/chromium';

const has = (name) =>
  spawnSync('dpkg-query', ['-W', '-f=${Status}', name], { encoding: 'utf8' }).stdout?.includes('install ok installed');

/** Installs what is missing, or throws a {@link Failure} that says what to install. */
export async function ensureBrowser() {
  const isDebian = fs.existsSync('/etc/debian_version');
  if (process.env.CHROMIUM && fs.existsSync(process.env.CHROMIUM)) return;
  const missing = isDebian ? packages.filter((name) => !has(name)) : [];
  if (missing.length === 0 && fs.existsSync(chromiumPath())) return;
  const advice = `The browser tests need Chromium and fonts. Install ${packages.join(', ')} (Debian: apt-get install ${packages.join(' ')}), or name a Chromium with CHROMIUM=/path/to/chromium.`;
  if (!isDebian) throw new Failure(advice);
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n'];
  const apt = (...args) =>
    run([...asRoot, 'apt-get'][0], [...asRoot.slice(1), ...(asRoot.length > 0 ? ['apt-get'] : []), ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  step(`installing ${missing.join(', ')}`);
  try {
    await apt('update', '-q');
    await apt('install', '-y', '-q', '--no-install-recommends', ...missing);
  } catch (error) {
    throw new Failure(`${advice}\n${(error.said ?? error.message).trim().split('\n').slice(-3).join('\n')}`);
  }
}
