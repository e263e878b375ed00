import { describe, expect, test } from 'vitest';
import { decodeScriptFile, maxFileBytes } from './decodeScriptFile.ts';
import { listFixtures, readFixtureBytes } from './testing/fixtures.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bytes = (...values: number[]) => Uint8Array.from(values);
const latin1 = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

/** UTF-16 with its byte order mark. */
function utf16(text: string, order: 'le' | 'be'): Uint8Array {
  const out = new Uint8Array(2 + text.length * 2);
  const view = new DataView(out.buffer);
  [...`\ufeff${text}`].forEach((_, i) => {
    view.setUint16(i * 2, `\ufeff${text}`.charCodeAt(i), order === 'le');
  });
  return out;
}

/** 内景 咖啡馆 and 张三：你好。 in GB 18030. */
const gb = bytes(
  ...[0xc4, 0xda, 0xbe, 0xb0, 0x20, 0xbf, 0xa7, 0xb7, 0xc8, 0xb9, 0xdd, 0x0a],
  ...[0xd5, 0xc5, 0xc8, 0xfd, 0xa3, 0xba, 0xc4, 0xe3, 0xba, 0xc3, 0xa1, 0xa3],
);

describe('understood', () => {
  test.each<[string, Uint8Array, string, string]>([
    ['UTF-8', utf8('Ünï 张三\r\n'), 'Ünï 张三\r\n', 'utf-8'],
    ['UTF-8 with a byte order mark, which stays', utf8('\ufeffINT. A'), '\ufeffINT. A', 'utf-8'],
    ['UTF-16, low byte first', utf16('INT. 张三', 'le'), 'INT. 张三', 'utf-16le'],
    ['UTF-16, high byte first', utf16('INT. 张三', 'be'), 'INT. 张三', 'utf-16be'],
    ['GB 18030', gb, '内景 咖啡馆\n张三：你好。', 'gb18030'],
  ])('[DF1] %s', (_, file, text, encoding) => {
    expect(decodeScriptFile(file, 'a.fountain')).toEqual({ ok: true, text, encoding });
  });

  test.each(listFixtures('.fountain'))('[DF1] every fixture decodes to its own bytes: %s', (path) => {
    const file = readFixtureBytes(path);
    const decoded = decodeScriptFile(file, path);
    expect(decoded).toMatchObject({ ok: true, encoding: 'utf-8' });
    expect(decoded.ok && Buffer.from(utf8(decoded.text)).equals(Buffer.from(file))).toBe(true);
  });

  test('[DF1] a name does not matter where the words are plain, and a few odd characters do no harm', () => {
    expect(decodeScriptFile(utf8('INT. A'), 'notes.txt').ok).toBe(true);
    expect(decodeScriptFile(utf8('INT. A'), '').ok).toBe(true);
    expect(decodeScriptFile(utf8(`${'x'.repeat(2000)}\u0007`), 'a').ok).toBe(true);
  });
});

const code = (file: Uint8Array, name = 'a.fountain') => {
  const decoded = decodeScriptFile(file, name);
  return decoded.ok ? decoded.text : decoded.code;
};

describe('refused', () => {
  test('[DF2] nothing, spaces, or a byte order mark alone are empty', () => {
    expect([bytes(), utf8(' \r\n\t'), utf8('\ufeff'), utf16('', 'le'), utf16(' \n', 'be')].map((f) => code(f))).toEqual(
      Array(5).fill('file.empty'),
    );
  });

  test('[DF3] one byte over 20 MB is too big, 20 MB is not', () => {
    const big = new Uint8Array(maxFileBytes + 1).fill(0x61);
    expect(maxFileBytes).toBe(20_971_520);
    expect(code(big)).toBe('file.tooBig');
    expect(decodeScriptFile(big.subarray(1), 'a.fountain').ok).toBe(true);
  });

  test.each<[string, Uint8Array]>([
    ['PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['JPEG', bytes(0xff, 0xd8, 0xff, 0xe0, 0x10)],
    ['GIF', latin1('GIF89a...')],
    ['PDF', latin1('%PDF-1.7\n%...')],
    ['zip', latin1('PK\u0003\u0004...')],
    ['empty zip', latin1('PK\u0005\u0006...')],
    ['gzip', bytes(0x1f, 0x8b, 8, 0)],
    ['7z', bytes(0x37, 0x7a, 0xbc, 0xaf, 0x27)],
    ['RAR', latin1('Rar!...')],
    ['old Word', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1)],
    ['WOFF', latin1('wOFF...')],
    ['a NUL among words', latin1('INT. A\u0000B')],
    ['UTF-16 without a mark', utf16('INT. A', 'le').subarray(2)],
    ['a NUL in UTF-16', utf16('a\u0000b', 'be')],
    ['control characters', latin1('\u0001\u0002\u0003abc')],
  ])('[DF4] %s is binary', (_, file) => {
    expect(code(file)).toBe('file.binary');
  });

  test('[DF4] a Fade In file is binary whatever it is called', () => {
    expect(code(readFixtureBytes('screenplay-tools/TestFDX-FI.fadein'), 'script.fountain')).toBe('file.binary');
  });

  test.each<[string, Uint8Array]>([
    ['Latin-1', latin1('Café déjà vu, naïve')],
    ['German Latin-1', latin1('Ärger über Öl')],
    ['Windows-1251', bytes(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x20, 0xec, 0xe8, 0xf0)],
    ['Shift-JIS', bytes(0x82, 0xb1, 0x82, 0xf1, 0x82, 0xc9, 0x82, 0xbf, 0x82, 0xcd)],
    ['broken UTF-8', bytes(0x61, 0xe4, 0xbd)],
    ['half a UTF-16 character', bytes(0xff, 0xfe, 0x61)],
    ['a lone UTF-16 surrogate', bytes(0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00)],
    ['broken GB 18030', bytes(...gb, 0xc4, 0xe3, 0x81, 0x20)],
  ])('[DF5] %s is in no known encoding', (_, file) => {
    expect(code(file)).toBe('file.encoding');
  });

  test.each(['a.fdx', 'A.FDX ', 'b.rtf', 'c.html', 'd.json', 'e.osf', 'f.csv'])(
    '[DF6] another format by name: %s',
    (name) => {
      expect(code(utf8('some words'), name)).toBe('file.format');
    },
  );

  test.each(['<?xml version="1.0"?>', '\ufeff <!DOCTYPE html>', '<html>', '{\\rtf1\\ansi'])(
    '[DF6] another format by its beginning: %s',
    (text) => {
      expect(code(utf8(text))).toBe('file.format');
    },
  );
});
