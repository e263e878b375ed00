import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { idsFrom } from '@tramline/screenplay';
import { describe, expect, test } from 'vitest';
import { readFdx } from './readFdx.ts';
import { hostileFdx, seeded } from './testing/hostileFdx.ts';
import { writeFdx } from './writeFdx.ts';
import { encodeXml } from './xml/decodeXml.ts';

const fixture = fileURLToPath(
  new URL('../../../../tests/fixtures/screenplay/synthetic/production.fdx', import.meta.url),
);
const whole = readFileSync(fixture, 'utf8');
const readFile = (file: Uint8Array | string) => readFdx(file, { newId: idsFrom('') });
const codeOf = (file: Uint8Array | string) => {
  const result = readFile(file);
  return result.ok ? 'ok' : result.code;
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('files that are refused', () => {
  test('[FX30] entities of any kind but the five: bombs, files, parameters', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`).join('');
    const body = '<FinalDraft><Content><Paragraph><Text>&l9;</Text></Paragraph></Content></FinalDraft>';
    expect(codeOf(`<!DOCTYPE FinalDraft [<!ENTITY l0 "lol">${laughs}]>${body}`)).toBe('entities');
    expect(codeOf(`<!DOCTYPE FinalDraft SYSTEM "file:///etc/passwd">${body}`)).toBe('entities');
    expect(codeOf(`<!DOCTYPE FinalDraft PUBLIC "-//x" "http://localhost/x">${body}`)).toBe('entities');
    expect(codeOf(`<!DOCTYPE FinalDraft [<!ENTITY x SYSTEM "file:///etc/passwd">]>${body}`)).toBe('entities');
    expect(codeOf(`<!DOCTYPE FinalDraft [<!ENTITY % x SYSTEM "http://localhost/x"> %x;]>${body}`)).toBe('entities');
    for (const name of ['nbsp', 'l9', 'constructor', '__proto__', 'toString'])
      expect(codeOf(body.replace('l9', name)), name).toBe('entities');
    expect(codeOf(body.replace('l9', 'amp'))).toBe('ok');
    expect(codeOf(`<!DOCTYPE FinalDraft>${body.replace('l9', '#65')}`)).toBe('ok');
  });

  test('[FX31] files of 100 MB, before anything is read of them', () => {
    expect(readFile(new Uint8Array(100 * 1024 * 1024))).toEqual({ ok: false, code: 'tooLarge' });
    expect(readFile(' '.repeat(21 * 1024 * 1024))).toEqual({ ok: false, code: 'tooLarge' });
  });

  test('[FX31] a million elements and deep nesting', () => {
    expect(codeOf(`<FinalDraft>${'<a/>'.repeat(1_000_001)}</FinalDraft>`)).toBe('tooLarge');
    expect(codeOf(`<FinalDraft>${'<a>'.repeat(100_000)}`)).toBe('tooDeep');
    const nested = '<Paragraph><DualDialogue>';
    expect(codeOf(`<FinalDraft><Content>${nested.repeat(40)}`)).toBe('tooDeep');
  });

  test('[FX32] what is broken, with the place', () => {
    expect(readFile('<FinalDraft>\n<Content></Wrong></FinalDraft>')).toEqual({
      ok: false,
      code: 'notXml',
      at: { line: 2, column: 18 },
    });
    const broken = [
      '',
      'plain words',
      '<FinalDraft',
      '<FinalDraft><Content>',
      '<FinalDraft a=1/>',
      '<FinalDraft a="1" a="2"/>',
      '<FinalDraft/><x/>',
      '<FinalDraft>&</FinalDraft>',
      '<FinalDraft>&#0;</FinalDraft>',
      '%PDF-1.7',
      '{\\rtf1}',
    ];
    for (const text of broken) expect(codeOf(text), text).toBe('notXml');
    for (let length = 0; length < whole.trimEnd().length; length += 97)
      expect(codeOf(whole.slice(0, length)), `cut at ${length}`).toBe('notXml');
  });

  test('[FX33] XML and HTML of another kind', () => {
    for (const text of [
      '<html><body><p>x</body>',
      '<!DOCTYPE html><html><br></html>',
      '<?xml version="1.0"?><document/>',
      '<svg/>',
    ])
      expect(codeOf(text), text).toBe('notFdx');
  });

  test('[FX34] other encodings and binary files', () => {
    expect(codeOf(new Uint8Array([0x3c, 0xff, 0xfe, 0x41]))).toBe('badEncoding');
    expect(codeOf(encodeXml(whole, 'utf-16le'))).toBe('badEncoding');
    expect(codeOf(encodeXml(whole, 'utf-16be'))).toBe('badEncoding');
    expect(codeOf(bytesOf('<?xml version="1.0" encoding="ISO-8859-1"?><FinalDraft x="é"/>'))).toBe('badEncoding');
    expect(codeOf(bytesOf('<?xml version="1.0" encoding="ISO-8859-1"?><FinalDraft x="e"/>'))).toBe('ok');
    expect(codeOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toBe('notXml');
    expect(codeOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0]))).toBe('notXml');
    expect(codeOf(new Uint8Array())).toBe('notXml');
  });
});

describe('files that were damaged', () => {
  test('[FX35] are refused or read and written as they are, whatever byte was changed', () => {
    const signs = [
      '<',
      '>',
      '&',
      '"',
      '/',
      ' ',
      '\0',
      ']',
      '!',
      '-',
      '\ud800',
      'Paragraph',
      '<Text>',
      '</Paragraph>',
      '<OmittedScene>',
      '<DualDialogue/>',
    ];
    for (let seed = 1; seed <= 1500; seed++) {
      const random = seeded(seed);
      let text = random(3) === 0 ? whole : hostileFdx(random, false);
      for (let n = 1 + random(4); n > 0; n--) {
        const at = random(text.length);
        text = text.slice(0, at) + signs[random(signs.length)] + text.slice(at + random(3) * random(40));
      }
      const read = readFile(text);
      if (read.ok)
        expect(writeFdx(read.document.elements, read.document.title, read.document), `seed ${seed}`).toBe(text);
      else expect(read.code, `seed ${seed}`).toMatch(/^(?:notXml|notFdx|entities|tooDeep)$/);
    }
  });

  test('[FX35] and so are damaged bytes', () => {
    const bytes = bytesOf(whole);
    for (let seed = 1; seed <= 500; seed++) {
      const random = seeded(seed);
      const damaged = Uint8Array.from(bytes);
      for (let n = 1 + random(5); n > 0; n--) damaged[random(damaged.length)] = random(256);
      expect(codeOf(damaged), `seed ${seed}`).toMatch(/^(?:ok|notXml|notFdx|entities|badEncoding)$/);
    }
  });

  test('[FX36] what is large but allowed is read: long runs, many runs, paragraphs, notes, spaces', () => {
    const paragraph = '<Paragraph Type="Action"><Text>x</Text></Paragraph>';
    const wrap = (inside: string, after = '') => `<FinalDraft><Content>${inside}</Content>${after}</FinalDraft>`;
    const notes = `<ScriptNotes>${'<ScriptNote Range="5,9"/>'.repeat(20_000)}</ScriptNotes>`;
    const cases = [
      wrap(paragraph.replace('>x', `>${'word &amp; '.repeat(100_000)}`)),
      wrap(`<Paragraph Type="Action">${'<Text Style="Bold">x</Text><Text>y</Text>'.repeat(10_000)}</Paragraph>`),
      wrap(paragraph.repeat(30_000), notes),
      wrap(`<Paragraph><OmittedScene>${paragraph.repeat(20_000)}</OmittedScene></Paragraph>`),
      wrap(paragraph.replace('>x', `>${'\n '.repeat(500_000)}`)),
      wrap(paragraph.replace('>x', `>\n  a${' '.repeat(1_000_000)}b\n`)),
      wrap(
        paragraph.replace(' Type', `${' '.repeat(1_000_000)}Type`).replace('<Text', `<Text${' '.repeat(1_000_000)}`),
      ),
      wrap(
        paragraph.repeat(1000),
        `<TitlePage><Content>${paragraph.replace('>x', `>by${' '.repeat(1_000_000)}x`).repeat(3)}</Content></TitlePage>`,
      ),
    ];
    for (const text of cases) {
      const read = readFile(text);
      if (!read.ok) throw new Error(read.code);
      const [first, ...others] = read.document.elements;
      const edited = [...others, { ...first!, text: `${first!.text}!` }];
      expect(codeOf(writeFdx(edited, [{ key: 'Title', value: 'New' }], read.document))).toBe('ok');
    }
  });
});
