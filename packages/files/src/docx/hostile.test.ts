import { idsFrom, readLines, recogniseElements } from '@tramline/screenplay';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { fixtureText, seeded } from '../testing/script.ts';
import { paragraph, wordFile } from '../testing/wordFile.ts';
import { readDocx } from './readDocx.ts';
import { readZip, zipLimits } from './readZip.ts';
import { writeDocx } from './writeDocx.ts';

const newId = idsFrom('e');
const codeOf = (bytes: Uint8Array) => {
  const result = readDocx(bytes, { newId });
  return result.ok ? 'ok' : result.code;
};
const codes = ['ok', 'file.empty', 'file.tooBig', 'file.tooBigInside', 'file.format', 'file.broken'];

/** Where a part's sizes stand in the central directory. */
function directoryEntry(zip: Uint8Array, name: string): number {
  const bytes = Buffer.from(zip);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    if (bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)) === name) return at;
  throw new Error(name);
}

describe('hostile files', () => {
  test('[DX13] no zip, another zip, an old Word file, nothing', () => {
    expect(codeOf(new Uint8Array())).toBe('file.empty');
    expect(codeOf(strToU8('hello'))).toBe('file.format');
    expect(codeOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))).toBe('file.format');
    expect(codeOf(zipSync({ 'a.txt': strToU8('x') }))).toBe('file.format');
    expect(codeOf(new Uint8Array(20 * 1024 * 1024 + 1))).toBe('file.tooBig');
    expect(codeOf(strToU8('PK'))).toBe('file.broken');
  });

  test('[DX13] a bomb that says its size is refused before it is unpacked', () => {
    const bomb = wordFile(paragraph('x'));
    const at = directoryEntry(bomb, '[Content_Types].xml') + 24;
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(at, zipLimits.unpackedBytes, true);
    expect(codeOf(bomb)).toBe('file.tooBigInside');
  });

  test('[DX13] a bomb that lies about its size is refused as soon as it does', () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(8 * 1024 * 1024) }, { level: 9 });
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(directoryEntry(bomb, 'word/document.xml') + 24, 1000, true);
    expect(codeOf(bomb)).toBe('file.tooBigInside');
  });

  test('[DX13] too many parts, parts that overlap, encrypted parts, places past the end', () => {
    const many = zipSync(
      Object.fromEntries(Array.from({ length: zipLimits.parts + 1 }, (_, i) => [`${i}`, new Uint8Array()])),
    );
    expect(codeOf(many)).toBe('file.tooBigInside');
    const change = (offset: number, value: number) => {
      const file = wordFile(paragraph('x'));
      new DataView(file.buffer, file.byteOffset).setUint32(
        directoryEntry(file, 'word/document.xml') + offset,
        value,
        true,
      );
      return codeOf(file);
    };
    expect(change(6, 0x00010014)).toBe('file.broken');
    expect(change(42, 0x7fffffff)).toBe('file.broken');
    expect(change(20, 0x7fffffff)).toBe('file.broken');
    expect(change(24, 3)).toBe('file.tooBigInside');
    expect(change(24, 300_000_000)).toBe('file.tooBigInside');
  });

  test('[DX13] XML that is broken, nested without end, or has entities of its own', () => {
    const file = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) });
    expect(codeOf(file('<w:document><w:body>'))).toBe('file.broken');
    expect(codeOf(file('<a>&b;</a>'))).toBe('file.broken');
    expect(codeOf(file(`<!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>`))).toBe('file.broken');
    expect(codeOf(file('<p>'.repeat(5000)))).toBe('file.tooBigInside');
    expect(codeOf(zipSync({ 'word/document.xml': new Uint8Array([0x3c, 0xff, 0xfe]) }))).toBe('file.broken');
    expect(codeOf(file('<p/>'.repeat(10)))).toBe('file.broken');
    expect(codeOf(file(`<d>${'<p/>'.repeat(60_001)}</d>`))).toBe('file.tooBigInside');
    expect(codeOf(file(`<d><p><r>${'<br/>'.repeat(60_001)}</r></p></d>`))).toBe('file.tooBigInside');
  });

  test('[DX13] damaged styles, numbering and notes do not lose the script', () => {
    const file = zipSync({
      'word/document.xml': strToU8('<d><p><r><t>words</t></r></p></d>'),
      'word/styles.xml': strToU8('<styles><style'),
      'word/numbering.xml': strToU8('\u0001'),
      'word/footnotes.xml': strToU8('<f>'),
    });
    const result = readDocx(file, { newId });
    expect(result.ok && result.recognition.recognised.map((r) => r.element.text)).toEqual(['words']);
  });

  test('[DX14] random bytes and changed files give a code or a script', async () => {
    const lines = readLines(fixtureText('screenplay/synthetic/synthetic-zh-domestic.txt')).slice(0, 60);
    const script = recogniseElements(lines, { newId }).recognised.map((r) => r.element);
    const date = new Date(0);
    const files = [await writeDocx(script, [], { layout: 'domestic', date }), wordFile(paragraph('张三：好。'))];
    for (let seed = 1; seed <= 600; seed++) {
      const random = seeded(seed);
      const bytes = files[random(2)]!.slice();
      for (let n = 1 + random(12); n > 0; n--) bytes[random(bytes.length)] = random(256);
      const cut = random(4) === 0 ? bytes.slice(0, random(bytes.length)) : bytes;
      expect(codes).toContain(codeOf(cut));
    }
    for (let seed = 1; seed <= 300; seed++) {
      const random = seeded(seed);
      expect(codes).toContain(
        codeOf(Uint8Array.from([0x50, 0x4b, ...Array.from({ length: random(300) }, () => random(256))])),
      );
    }
  });

  const tags = [
    'p',
    'r',
    't',
    'tbl',
    'tr',
    'tc',
    'del',
    'ins',
    'AlternateContent',
    'Choice',
    'Fallback',
    'txbxContent',
    'sdt',
    'rt',
    'moveFrom',
  ];
  const hidden = new Set(['del', 'moveFrom', 'rt', 'Fallback', 'Choice']);

  test('[DX14] no word of any tree of elements is lost', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const random = seeded(seed);
      const shown: string[] = [];
      let count = 0;
      const tree = (depth: number, isShown: boolean): string => {
        const name = tags[random(tags.length)]!;
        const keeps = isShown && !hidden.has(name);
        const inside = depth === 0 ? '' : Array.from({ length: random(4) }, () => tree(depth - 1, keeps)).join('');
        const word = `word${count++}x`;
        if (keeps) shown.push(word);
        const own = `<p><r><t>${word}</t></r></p>`;
        return name === 't' ? `<${name}/>${own}${inside}` : `<${name}>${own}${inside}</${name}>`;
      };
      const xml = `<d>${Array.from({ length: 3 }, () => tree(4, true)).join('')}</d>`;
      const result = readDocx(zipSync({ 'word/document.xml': strToU8(xml) }), { newId });
      const all = result.ok ? result.lines.map((l) => l.text).join('\n') : result.code;
      expect({ seed, lost: shown.filter((word) => !all.includes(word)) }).toEqual({ seed, lost: [] });
    }
  });

  test('[DX13] parts are unpacked whole', () => {
    const words = strToU8('abc'.repeat(100_000));
    const zip = readZip(zipSync({ a: words, b: [words, { level: 0 }], c: new Uint8Array() }), () => true);
    expect(zip.ok && [...zip.parts.values()].map((p) => p.length)).toEqual([300_000, 300_000, 0]);
  });
});
