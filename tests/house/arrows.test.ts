import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import config from '../../.dependency-cruiser.mjs';

/** One violation per rule: the file that breaks it and what it imports. */
const planted: Record<string, { file: string; imports: string; and?: Record<string, string> }> = {
  'screenplay-points-down': { file: 'packages/screenplay/src/planted.ts', imports: '../../wire/src/index.ts' },
  'shots-points-down': { file: 'packages/shots/src/planted.ts', imports: '../../collab/src/index.ts' },
  'wire-points-down': { file: 'packages/wire/src/planted.ts', imports: '../../store/src/index.ts' },
  'collab-points-down': { file: 'packages/collab/src/planted.ts', imports: '../../store/src/index.ts' },
  'editor-knows-no-store': { file: 'packages/editor/src/planted.ts', imports: '../../store/src/index.ts' },
  'store-points-down': { file: 'packages/store/src/planted.ts', imports: '../../collab/src/index.ts' },
  'files-points-down': { file: 'packages/files/src/planted.ts', imports: '../../wire/src/index.ts' },
  'files-only-for-apps': { file: 'packages/editor/src/plantedFiles.ts', imports: '../../files/src/index.ts' },
  'packages-know-no-app': { file: 'packages/wire/src/plantedApp.ts', imports: '../../../apps/web/src/index.ts' },
  'apps-apart': { file: 'apps/sync-server/src/planted.ts', imports: '../../web/src/index.ts' },
  'live-process-knows-no-editor': {
    file: 'apps/sync-server/src/plantedEditor.ts',
    imports: '../../../packages/editor/src/index.ts',
  },
  'pure-packages-import-nothing': { file: 'packages/shots/src/plantedNode.ts', imports: 'node:fs' },
  'yjs-stays-home': { file: 'apps/web/src/features/planted.ts', imports: 'yjs' },
  'prisma-stays-home': { file: 'apps/web/src/app/planted.ts', imports: '@prisma/client' },
  'editor-without-react': { file: 'packages/editor/src/plantedReact.ts', imports: 'react' },
  'browser-without-server': { file: 'apps/web/src/features/plantedServer.ts', imports: '../server/index.ts' },
  'ui-knows-no-feature': { file: 'apps/web/src/ui/planted.ts', imports: '../features/index.ts' },
  'public-door': {
    file: 'packages/collab/src/plantedDoor.ts',
    imports: '../../wire/src/inner.ts',
    and: { 'packages/wire/src/inner.ts': 'export {};' },
  },
  'no-cycles': {
    file: 'packages/wire/src/plantedCycle.ts',
    imports: './plantedOther.ts',
    and: { 'packages/wire/src/plantedOther.ts': "import './plantedCycle.ts';" },
  },
  resolvable: { file: 'packages/wire/src/plantedNowhere.ts', imports: './nowhere.ts' },
};

const folders = [
  'packages/screenplay',
  'packages/shots',
  'packages/wire',
  'packages/collab',
  'packages/editor',
  'packages/store',
  'packages/files',
];
const empty = [
  ...folders.map((folder) => `${folder}/src/index.ts`),
  'apps/web/src/index.ts',
  'apps/web/src/server/index.ts',
  'apps/web/src/features/index.ts',
];
const npm = ['yjs', '@prisma/client', 'react'];

/** A tree of the same shape as ours, in which every rule is broken once. */
function plant(): string {
  const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'tramline-arrows-')));
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    fs.writeFileSync(path.join(root, file), text);
  };
  for (const file of empty) write(file, 'export {};');
  for (const name of npm) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }));
    write(`node_modules/${name}/index.js`, '');
  }
  write(
    'package.json',
    JSON.stringify({
      name: 'planted',
      type: 'module',
      dependencies: Object.fromEntries(npm.map((name) => [name, '*'])),
    }),
  );
  for (const { file, imports, and } of Object.values(planted)) {
    write(file, `import '${imports}';`);
    for (const [name, text] of Object.entries(and ?? {})) write(name, text);
  }
  return root;
}

describe('the arrows of the house', () => {
  let root: string;
  let violations: ICruiseResult['summary']['violations'];

  beforeAll(async () => {
    root = plant();
    const { tsConfig: _tsConfig, ...options } = config.options;
    const report = await cruise(['apps', 'packages'], {
      ...options,
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: config.forbidden },
    } as Parameters<typeof cruise>[1]);
    violations = (report.output as ICruiseResult).summary.violations;
  });
  afterAll(() => fs.rmSync(root, { recursive: true }));

  it('has a planted violation for every rule', () => {
    expect(Object.keys(planted).sort()).toEqual(config.forbidden.map((rule: { name: string }) => rule.name).sort());
  });

  it.each(Object.entries(planted))('%s catches what breaks it', (name, { file }) => {
    expect(violations.filter((found) => found.rule.name === name).map((found) => found.from)).toContain(file);
  });
});
