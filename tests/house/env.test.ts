import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

/** Variables of the machine or of a tool, and one that a process of ours hands to its own child: nobody sets them for Tramline. */
const NOT_OURS = new Set(['NODE_ENV', 'PATH', 'TMPDIR', 'DEBUG', 'MESSAGE_NAMESPACES', 'TRAMLINE_LAUNCHED', 'CI']);

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /^(apps|packages|scripts|prisma|tools)\/|^[^/]+$/.test(file))
  .filter(
    (file) =>
      /[.](ts|tsx|mjs)$/.test(file) && !/[.]test[.]|\/testing\//.test(file) && fs.existsSync(path.join(root, file)),
  );

/** The names that a source reads: by `env.NAME`, by destructuring `process.env`, or as keys of a schema of the environment. */
function namesRead(source: string): string[] {
  const names = [...source.matchAll(/\benv\.([A-Z][A-Z0-9_]+)\b/g)].map((match) => match[1]!);
  for (const [, inside] of source.matchAll(/\{([^{}]*)\}\s*=\s*process\.env\b/g)) {
    names.push(...[...inside!.matchAll(/\b([A-Z][A-Z0-9_]+)\b/g)].map((match) => match[1]!));
  }
  for (const [, inside] of source.matchAll(/const (?:environment|variables) = z\.object\(\{([\s\S]*?)\n\}\)/g)) {
    names.push(...[...inside!.matchAll(/^\s+([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1]!));
  }
  return names;
}

const read = new Map<string, string[]>();
for (const file of files) {
  for (const name of namesRead(fs.readFileSync(path.join(root, file), 'utf8'))) {
    if (!NOT_OURS.has(name)) read.set(name, [...(read.get(name) ?? []), file]);
  }
}
const example = fs.readFileSync(path.join(root, '.env.example'), 'utf8');
const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]+)=/gm)].map((match) => match[1]!);

describe('.env.example', () => {
  it('names every variable that the code reads', () => {
    expect([...read.keys()].filter((name) => !named.includes(name))).toEqual([]);
  });
  it('names no variable that nothing reads, and none twice', () => {
    expect(named.filter((name) => !read.has(name))).toEqual([]);
    expect(new Set(named).size).toBe(named.length);
  });
  it('says of every variable what it does', () => {
    const blocks = example.split(/^#? ?[A-Z][A-Z0-9_]+=.*$/m).slice(0, -1);
    const silent = named.filter((_, at) => !/^# .*[a-z]{3}/m.test(blocks[at]!));
    // A group that is told together: the issuer's id and secret, and where the live process listens.
    expect(silent).toEqual(['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'SYNC_PORT']);
  });
  it('is held by a reader that finds names in every form in which code reads them', () => {
    const source = [
      'const a = process.env.A_ONE;',
      'function f(env) { return env.B_TWO; }',
      'const { C_THREE: c, D_FOUR } = process.env;',
      'const variables = z.object({\n  E_FIVE: z.string(),\n});',
    ].join('\n');
    expect(namesRead(source)).toEqual(['A_ONE', 'B_TWO', 'C_THREE', 'D_FOUR', 'E_FIVE']);
  });
});
