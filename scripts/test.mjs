/**
 * `npm test`: sets itself up and runs everything that CI runs: lint, types, house rules, unit, integration and browser tests.
 * `--extensive` runs the long forms. `--only lint,types,house,unit,browser` runs a part. Ends with `N passed, N failed`.
 */
import fs from 'node:fs';
import path from 'node:path';
import { chromiumPath, ensureBrowser } from './launch/debian.mjs';
import { explainFailure } from './launch/failure.mjs';
import { generateClient, installPackages, pnpm, toolEnvironment } from './launch/install.mjs';
import { ensureNode24 } from './launch/node24.mjs';
import { run, step } from './launch/terminal.mjs';
import { startForTests } from './launch/testProduct.mjs';

await ensureNode24(import.meta.filename, process.argv.slice(2));

const root = path.resolve(import.meta.dirname, '..');
const option = (name) => process.argv[process.argv.indexOf(`--${name}`) + 1];
const isExtensive = process.argv.includes('--extensive');
const only = process.argv.includes('--only') ? option('only').split(',') : undefined;
const bin = (name) => path.join(root, 'node_modules/.bin', name);
const results = fs.mkdtempSync(path.join(fs.realpathSync(process.env.TMPDIR ?? '/tmp'), 'tramline-test-'));
const env = {
  ...toolEnvironment(root),
  NO_COLOR: '1',
  CHROMIUM: chromiumPath(),
  ...(isExtensive ? { TRAMLINE_EXTENSIVE: '1' } : {}),
};
let passed = 0;
let failed = 0;

/** A check that either holds or prints why not. */
async function check(part, name, work) {
  if (only && !only.includes(part)) return;
  step(name);
  try {
    await work();
    passed++;
  } catch (error) {
    failed++;
    console.log(
      `\n--- ${name} failed ---\n${(error.said ?? error.stack ?? String(error)).trim().split('\n').slice(-120).join('\n')}\n`,
    );
  }
}

/** A runner that counts its own tests and writes them as JSON. */
async function suite(part, name, work, count) {
  if (only && !only.includes(part)) return;
  step(name);
  let error;
  try {
    await work();
  } catch (thrown) {
    error = thrown;
  }
  let counts;
  try {
    counts = count();
  } catch {
    counts = { passed: 0, failed: 0 };
  }
  passed += counts.passed;
  failed += counts.failed;
  if (error && counts.failed === 0) {
    failed++;
    console.log(
      `\n--- ${name} did not finish ---\n${(error.said ?? error.stack ?? String(error)).trim().split('\n').slice(-80).join('\n')}\n`,
    );
  }
  step(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
}

const readJson = (name) => JSON.parse(fs.readFileSync(path.join(results, name), 'utf8'));

async function main() {
  await installPackages(root);
  await generateClient(root);
  await check('lint', 'lint and format', () =>
    run(bin('biome'), ['ci', '--colors=off', '--diagnostic-level=error', '.'], { cwd: root, env }),
  );
  await check('types', 'types', () =>
    pnpm(root, [
      'exec',
      'turbo',
      'run',
      'typecheck',
      '--env-mode=loose',
      '--output-logs=errors-only',
      '--ui=stream',
      '--continue',
    ]),
  );
  await check('house', 'arrows', () =>
    run(bin('depcruise'), ['--config', '.dependency-cruiser.mjs', 'apps', 'packages', 'prisma'], { cwd: root, env }),
  );
  await check('house', 'unused files and dependencies', () => run(bin('knip'), ['--no-progress'], { cwd: root, env }));

  await suite(
    'unit',
    'unit and integration tests',
    () =>
      run(
        bin('vitest'),
        ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path.join(results, 'unit.json')}`],
        { cwd: root, env, isLoud: true },
      ),
    () => {
      const { numPassedTests, numFailedTests, testResults } = readJson('unit.json');
      const broken = testResults.filter(
        (file) => file.status === 'failed' && file.assertionResults.length === 0,
      ).length;
      return { passed: numPassedTests, failed: numFailedTests + broken };
    },
  );

  await suite(
    'browser',
    'browser tests',
    async () => {
      await ensureBrowser();
      const product = await startForTests(root, results);
      try {
        const report = path.join(results, 'browser.json');
        await run(
          process.execPath,
          [
            path.join(root, 'tests/node_modules/@playwright/test/cli.js'),
            'test',
            '--config',
            'tests/playwright.config.ts',
            '--reporter=list,json',
          ],
          {
            cwd: root,
            env: {
              ...env,
              TRAMLINE_URL: product.url,
              TRAMLINE_DATABASE_URL: product.databaseUrl,
              PLAYWRIGHT_JSON_OUTPUT_NAME: report,
            },
            isLoud: true,
          },
        );
      } finally {
        await product.stop();
      }
    },
    () => {
      const { stats } = readJson('browser.json');
      return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
    },
  );
}

main()
  .catch((error) => {
    failed++;
    console.log(explainFailure(error, error?.said) ?? error.said ?? error.stack);
  })
  .finally(() => {
    fs.rmSync(results, { recursive: true, force: true });
    console.log(`\n${passed} passed, ${failed} failed`);
    process.exitCode = failed > 0 ? 1 : 0;
  });
