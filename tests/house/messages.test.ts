import { globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ERROR_STATUS } from '@tramline/wire';
import { describe, expect, test } from 'vitest';
import { readMessageUses } from './messageUses.ts';

const web = path.resolve(import.meta.dirname, '../../apps/web');
const LANGUAGES = ['en', 'zh'] as const;
type Language = (typeof LANGUAGES)[number];

function flatten(value: unknown, prefix = ''): [string, string][] {
  if (typeof value === 'string') return [[prefix, value]];
  return Object.entries(value as Record<string, unknown>).flatMap(([key, inner]) =>
    flatten(inner, prefix ? `${prefix}.${key}` : key),
  );
}

/** All messages of a language by their whole keys, the namespace first. */
function readMessages(language: Language): Map<string, string> {
  const folder = path.join(web, 'messages', language);
  const all = readdirSync(folder).flatMap((file) =>
    flatten(JSON.parse(readFileSync(path.join(folder, file), 'utf8'))).map(
      ([key, words]) => [`${file.replace(/\.json$/, '')}.${key}`, words] as const,
    ),
  );
  return new Map(all);
}

const messages = { en: readMessages('en'), zh: readMessages('zh') };
const sources = globSync('src/**/*.{ts,tsx}', { cwd: web }).filter((file) => !file.includes('.test.'));
const read = sources.map((file) => readMessageUses(file, readFileSync(path.join(web, file), 'utf8')));
const uses = read.flatMap((part) => part.uses);
const keys = [...messages.en.keys()];

/** The names of the values that a message takes, those inside plurals and choices too. */
function valuesOf(words: string): readonly string[] {
  const names = new Set<string>();
  let at = 0;
  const upTo = (stops: string) => {
    const start = at;
    while (at < words.length && !stops.includes(words[at] ?? '')) at++;
    return words.slice(start, at).trim();
  };
  const readValue = () => {
    names.add(upTo(',}'));
    if (words[at++] === '}') return;
    upTo(',}');
    if (words[at++] === '}') return;
    // What follows are parts: a key, then a message in braces.
    while (upTo('{}') !== '' && words[at] === '{') {
      at++;
      readMessage();
      at++;
    }
    at++;
  };
  const readMessage = () => {
    while (upTo('{}') !== undefined && words[at] === '{') {
      at++;
      readValue();
    }
  };
  readMessage();
  return [...names].sort();
}

describe('messages', () => {
  test('every message is there in both languages', () => {
    expect([...messages.zh.keys()].sort()).toEqual([...keys].sort());
  });

  test('a message takes the same values in both languages', () => {
    const different = keys.filter((key) => {
      const [en, zh] = LANGUAGES.map((language) => valuesOf(messages[language].get(key) ?? ''));
      return `${en}` !== `${zh}`;
    });
    expect(different).toEqual([]);
  });

  test('no message is empty', () => {
    const empty = LANGUAGES.flatMap((language) =>
      [...messages[language]].filter(([, words]) => words.trim() === '').map(([key]) => key),
    );
    expect(empty).toEqual([]);
  });

  test('every key that the sources name exists', () => {
    const missing = uses.filter((use) => use.isPlaced && !keys.some((key) => use.pattern.test(key)));
    expect(missing.map((use) => `${use.at} ${use.written}`)).toEqual([]);
  });

  test('every message is used', () => {
    const unused = keys.filter((key) => !uses.some((use) => use.pattern.test(key)));
    expect(unused).toEqual([]);
  });

  test('every code of the catalogue has words', () => {
    const codes = [...Object.keys(ERROR_STATUS), 'network.away'];
    expect(codes.filter((code) => !messages.en.has(`errors.${code}`))).toEqual([]);
  });

  test('no words stand in the markup itself', () => {
    // The last resort stands without messages, in both languages; the poster is a page of a script.
    const own = /^src\/app\/global-error\.tsx|^src\/features\/signIn\/posterPage/;
    const bare = read.flatMap((part) => part.bare).filter(({ at }) => !own.test(at));
    expect(bare.map(({ at, words }) => `${at} ${words}`)).toEqual([]);
  });
});

describe('the reader of messages', () => {
  test('it finds values in plain words, in plurals and in choices', () => {
    expect(valuesOf('plain')).toEqual([]);
    expect(valuesOf('{name}, {count, plural, one {# of {all}} other {# more}} {when, date, short} {a}')).toEqual([
      'a',
      'all',
      'count',
      'name',
      'when',
    ]);
  });
});

describe('the reader of uses', () => {
  const of = (text: string) => readMessageUses('x.tsx', text);

  test('it follows a translator to its namespace, branch by branch', () => {
    const { uses: found } =
      of(`function A() { const t = useTranslations('shots'); return t(on ? 'yes' : 'no', { a: 1 }); }
      async function B() { const t = await getTranslations('shell'); return t.rich(\`tab.\${name}\`); }`);
    expect(found.map(({ isExact }) => isExact)).toEqual([true, true, false]);
    const [yes, , tab] = found;
    expect(yes?.pattern.test('shots.yes')).toBe(true);
    expect(yes?.pattern.test('shots.yesterday')).toBe(false);
    expect(tab?.pattern.test('shell.tab.script')).toBe(true);
    expect(tab?.pattern.test('shell.other.script')).toBe(false);
  });

  test('it sees words that are no message', () => {
    const { bare } = of('const a = <p title="Hello you">Plain words <b>{x}</b></p>;');
    expect(bare.map(({ words }) => words)).toEqual(['Hello you', 'Plain words']);
  });
});
