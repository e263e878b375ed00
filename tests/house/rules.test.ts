import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file && fs.existsSync(path.join(root, file)));
const read = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

const stated = new Map<string, string>();
const statedTwice: string[] = [];
for (const file of files.filter((name) => name.endsWith('SPEC.md'))) {
  for (const [, id] of read(file).matchAll(/^- \*\*([A-Z]{2}\d+)\*\*/gm)) {
    if (stated.has(id!)) statedTwice.push(`${id} in ${file} and ${stated.get(id!)}`);
    stated.set(id!, file);
  }
}
const cited = new Set<string>();
for (const file of files.filter((name) => /[.](test|spec)[.]tsx?$/.test(name))) {
  for (const [, ids] of read(file).matchAll(/\[((?:[A-Z]{2}\d+)(?:[, ]+[A-Z]{2}\d+)*)\]/g))
    for (const id of ids!.split(/[, ]+/)) cited.add(id);
}

describe('the numbered rules', () => {
  it('has a SPEC.md in every pure package', () => {
    for (const name of ['screenplay', 'shots', 'wire', 'collab']) expect(files).toContain(`packages/${name}/SPEC.md`);
  });
  it('has a test for every rule', () => {
    expect([...stated.keys()].filter((id) => !cited.has(id))).toEqual([]);
  });
  it('cites no rule that is not stated', () => {
    expect([...cited].filter((id) => !stated.has(id))).toEqual([]);
  });
  it('states each rule once', () => {
    expect(statedTwice).toEqual([]);
  });
});

describe('the tree', () => {
  it('holds no test that is skipped, focused or left for later', () => {
    const marks = /\b(it|test|describe)[.](skip|only|todo|fails)\b|[.]fixme\(/;
    const sources = files.filter(
      (name) => /[.](test|spec)[.]tsx?$/.test(name) && !name.endsWith('house/rules.test.ts'),
    );
    expect(sources.filter((file) => marks.test(read(file)))).toEqual([]);
  });
  it('holds no large file', () => {
    expect(files.filter((file) => fs.statSync(path.join(root, file)).size > 1_500_000)).toEqual([]);
  });
  it('names no package registry', () => {
    expect(read('pnpm-lock.yaml')).not.toMatch(/tarball: https?:/);
    expect(
      files.filter((file) => file.endsWith('package-lock.json') && /"resolved": "https?:/.test(read(file))),
    ).toEqual([]);
  });
});

describe('the documents', () => {
  const named = (file: string): string[] =>
    [...read(file).matchAll(/`((?:apps|packages|prisma|scripts|tests|tools|docs)\/[^`\s]+)`/g)].map(
      ([, name]) => name!,
    );
  const exists = (name: string): boolean => {
    const tried = name.replace(/\/$/, '');
    const [, before, choices, after] = /^(.*)\{(.*)\}(.*)$/.exec(tried) ?? [];
    if (choices !== undefined) return choices.split(',').every((choice) => exists(before! + choice + after!));
    if (tried.includes('*'))
      return files.some((file) => path.matchesGlob(file, tried) || file.startsWith(tried.split('*')[0]!));
    return files.some((file) => file === tried || file.startsWith(`${tried}/`));
  };

  it.each(files.filter((name) => name.endsWith('.md') && !name.includes('fixtures')))(
    '%s names files that are there',
    (file) => {
      expect(named(file).filter((name) => !exists(name))).toEqual([]);
    },
  );
});
