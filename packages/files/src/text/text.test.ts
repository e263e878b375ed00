import {
  type Element,
  finalDraftLetter,
  idsFrom,
  isHidden,
  printedText,
  readFountain,
  typeOfStyle,
} from '@tramline/screenplay';
import { describe, expect, test } from 'vitest';
import { element, essences, fixtureBytes, fixtureText, seeded, wildScript } from '../testing/script.ts';
import { readText } from './readText.ts';
import { escapeHtml, writeHtml } from './writeHtml.ts';
import { writeText } from './writeText.ts';

const newId = idsFrom('e');
const encode = (text: string) => new TextEncoder().encode(text);

function read(text: string | Uint8Array) {
  const result = readText(typeof text === 'string' ? encode(text) : text, 'a.txt', { newId });
  if (!result.ok) throw new Error(result.code);
  return { ...result, elements: result.recognition.recognised.map((r) => r.element), title: result.recognition.title };
}

describe('the domestic format', () => {
  const source = fixtureText('screenplay/synthetic/synthetic-zh-domestic.txt');

  test('[TX1] a script of 120 scenes is written as it came, blank lines inside scenes aside', () => {
    const { elements, title } = read(source);
    const lines = (text: string) => text.split('\n').filter((line) => line !== '');
    expect(lines(writeText(elements, title, { layout: 'domestic' }))).toEqual(lines(source));
  });

  test('[TX1] what was written reads as the same elements', () => {
    const { elements, title } = read(source);
    expect(essences(read(writeText(elements, title, { layout: 'domestic' })).elements)).toEqual(essences(elements));
  });

  test('[TX2] numbers are counted, marks are put where none are typed, breaks do not part a speech', () => {
    const script = [
      element('heading', '卫生间 日 内'),
      element('general', '人物：张三'),
      element('action', '他来了。\n他走了。'),
      element('action', '【字幕：三年后】'),
      element('action', '△又来了。'),
      element('character', '张三（画外音）'),
      element('parenthetical', '（低声）'),
      element('dialogue', '好。\n真好。'),
      element('parenthetical', '（笑）'),
      element('dialogue', '走。'),
      element('heading', '街 夜 外', { number: '7A' }),
      element('note', '不印'),
      element('heading', '9、家 夜 内'),
    ];
    expect(
      writeText(
        script,
        [
          { key: 'Title', value: '长夜' },
          { key: 'Author', value: '李四' },
        ],
        { layout: 'domestic' },
      ),
    ).toBe(
      `《长夜》
编剧：李四


1、卫生间 日 内
人物：张三
△他来了。
△他走了。
【字幕：三年后】
△又来了。
张三（画外音）：（低声）好。真好。（笑）走。

7A、街 夜 外

9、家 夜 内
`,
    );
  });
});

describe('Hollywood columns', () => {
  const script = [
    element('heading', 'int. house - day', { number: '12' }),
    element('action', 'Bob walks into the room and looks around for the thing that he has lost. It is gone.'),
    element('character', 'BOB'),
    element('parenthetical', '(softly)'),
    element('dialogue', 'This is a long line of dialogue that wraps.'),
    element('action', 'He waits.'),
    element('character', 'BOB'),
    element('dialogue', 'Gone.'),
    element('transition', 'cut to:'),
  ];

  test('[TX3] words stand in measured columns, in capitals where paper has them', () => {
    expect(writeText(script, [], { layout: 'hollywood' })).toBe(`12  INT. HOUSE - DAY  12

Bob walks into the room and looks around for the thing that
he has lost. It is gone.

                    BOB
               (softly)
          This is a long line of dialogue
          that wraps.

He waits.

                    BOB (CONT'D)
          Gone.

                                                 CUT TO:
`);
  });

  test('[TX4] and are read back as the same elements', () => {
    const back = read(writeText(script, [], { layout: 'hollywood' })).elements;
    const capitals = new Set(['heading', 'transition']);
    const expected = essences(script).map((e) => (capitals.has(e.type) ? { ...e, text: e.text.toUpperCase() } : e));
    expect(essences(back)).toEqual(expected);
  });

  test('[TX4] a script of 20 pages comes back from its columns', () => {
    const { elements, title } = readFountain(fixtureText('screenplay/synthetic/synthetic-short-20p.fountain'));
    const text = writeText(elements, title, { layout: 'hollywood', profile: finalDraftLetter });
    const back = read(text);
    const say = (list: readonly Element[]) =>
      list.map((e) => [
        e.type,
        printedText(e)
          .toUpperCase()
          .replace(/\s+/g, ' ')
          .replace(/ \(CONT'D\)$/, ''),
      ]);
    const printed = elements.filter((e) => !isHidden(e));
    expect(say(back.elements).slice(1)).toEqual(say(printed).slice(1));
  });

  test('[TX9] pages of a feature come back whole from columns or blank lines, and nearly so without either', () => {
    const { elements } = readFountain(fixtureText('screenplay/synthetic/synthetic-feature-b-numbered.fountain'));
    const lines = writeText(elements, [], { layout: 'hollywood' }).split('\n');
    const bare = lines.map((line) => line.trim());
    const say = (list: readonly Element[]) =>
      list.filter((e) => !isHidden(e)).map((e) => `${e.type} ${printedText(e).toUpperCase().replace(/\s+/g, ' ')}`);
    const expected = say(elements).slice(1);
    const found = (text: readonly string[]) => {
      const left = new Set(say(read(text.join('\n')).elements));
      return expected.filter((words) => left.has(words)).length / expected.length;
    };
    expect(found(lines)).toBe(1);
    expect(found(bare)).toBe(1);
    expect(found(bare.filter((line) => line !== ''))).toBeGreaterThan(0.95);
  });

  test('[TX5] no printed word is lost in any layout, whatever the script', () => {
    for (let seed = 1; seed <= 500; seed++) {
      const wild = wildScript(seeded(seed));
      const letters = (text: string) => [...text.toUpperCase().matchAll(/[\p{L}\p{N}]/gu)].map(([c]) => c);
      const printed = wild.filter((e) => !['section', 'synopsis', 'note'].includes(e.type));
      for (const layout of ['domestic', 'hollywood'] as const) {
        const left = letters(writeText(wild, [], { layout, numbers: 'none' }).replaceAll("(CONT'D)", ''));
        let at = 0;
        for (const c of left) if (c === letters(printed.map(printedText).join(''))[at]) at++;
        expect({ seed, layout, at }).toEqual({ seed, layout, at: letters(printed.map(printedText).join('')).length });
      }
    }
  });
});

describe('HTML', () => {
  test('[TX6] classes, escapes, language, title page; nothing outside the file', () => {
    const script = [
      element('heading', 'INT. A & B - DAY', { number: '1"' }),
      element('action', 'x <script>alert(1)</script>', {}, [{ type: 'bold', from: 0, to: 1 }]),
      element('character', 'BOB', { dual: 'left' }),
      element('dialogue', 'One'),
      element('character', 'ANN', { dual: 'right' }),
      element('dialogue', "Two's"),
    ];
    const html = writeHtml(script, [{ key: 'Title', value: 'A < B' }], { layout: 'hollywood', language: 'en-GB' });
    expect(html).toContain('<html lang="en-GB">');
    expect(html).toContain('<title>A &lt; B</title>');
    expect(html).toContain('<h1 class="title-title" data-key="Title">A &lt; B</h1>');
    expect(html).toContain('data-number="1&quot;"><span class="number">1&quot;</span>INT. A &amp; B - DAY</h2>');
    expect(html).toContain('<p class="action"><b>x</b> &lt;script&gt;');
    expect(html).toMatch(
      /<div class="dual">\n<div>\n<p class="character">BOB<\/p>[\s\S]*<\/div>\n<div>\n<p class="character">ANN/,
    );
    expect(html).not.toMatch(/<script|https?:|@import|url\(/);
  });

  test('[TX6] the domestic layout', () => {
    const html = writeHtml(
      [element('heading', '家 日 内'), element('character', '张三'), element('dialogue', '好。')],
      [],
      { layout: 'domestic' },
    );
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain(
      '<p class="speech"><span class="cue">张三</span><span class="mark">：</span><span class="dialogue">好。</span></p>',
    );
  });

  test('[TX6] every element type has words in it, and tags are balanced', () => {
    for (let seed = 1; seed <= 100; seed++) {
      const html = writeHtml(wildScript(seeded(seed)), [], { layout: seed % 2 ? 'domestic' : 'hollywood' });
      for (const tag of ['p', 'h2', 'span', 'b', 'i', 'u', 's', 'mark', 'div', 'main'])
        expect(html.match(new RegExp(`<${tag}[ >]`, 'g'))?.length).toBe(
          html.match(new RegExp(`</${tag}>`, 'g'))?.length,
        );
    }
    expect(escapeHtml('a\u0000\ud800b')).toBe('a\ufffd\ufffdb');
  });
});

describe('reading files', () => {
  const text = '1、咖啡馆 日 内\n张三：你好，我们走吧。\n△他们走了，外面在下雨。\n李四：好的。';
  const outline = (bytes: Uint8Array) => read(bytes).elements.map((e) => e.text);
  const expected = ['咖啡馆 日 内', '张三', '你好，我们走吧。', '他们走了，外面在下雨。', '李四', '好的。'];

  test('[TX7] UTF-8, UTF-16 and GB 18030', () => {
    expect(outline(encode(text))).toEqual(expected);
    expect(outline(encode(`\ufeff${text}`))).toEqual(expected);
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from([...text].map((c) => c.charCodeAt(0))).buffer),
    ]);
    expect(outline(utf16)).toEqual(expected);
    const gbk = Buffer.from('31A1A2BFA7B7C8B9DD20C8D520C4DA0AD5C5C8FDA3BAC4E3BAC3A1A30ACDF5CBC4A3BABAC3A1A30A', 'hex');
    expect(read(new Uint8Array(gbk)).encoding).toBe('gb18030');
    expect(outline(new Uint8Array(gbk))).toEqual(['咖啡馆 日 内', '张三', '你好。', '王四', '好。']);
  });

  test('[TX7] Big5', () => {
    const big5 = new Uint8Array(Buffer.from('ABC8C640A141A4E9A4BA0AB169A454A147A741A66EA1430A', 'hex'));
    const result = readText(big5, 'a.txt', { newId });
    expect(result.ok && result.encoding).toBe('big5');
  });

  test('[TX8] what is no text gives its code', () => {
    const code = (bytes: Uint8Array, name = 'a.txt') => {
      const result = readText(bytes, name, { newId });
      return result.ok ? 'ok' : result.code;
    };
    expect(code(new Uint8Array())).toBe('file.empty');
    expect(code(new Uint8Array([0x50, 0x4b, 3, 4, 1]))).toBe('file.binary');
    expect(code(new Uint8Array([0xe9, 0x20, 0xe9, 0x20, 0xe9, 0x20]))).toBe('file.encoding');
    expect(code(encode('{\\rtf1 x}'))).toBe('file.format');
    expect(code(encode('a\n'.repeat(80_001)))).toBe('file.tooBig');
  });

  test('[TX8] random bytes give text or a code', () => {
    for (let seed = 1; seed <= 2000; seed++) {
      const random = seeded(seed);
      const bytes = Uint8Array.from({ length: random(400) }, () => (random(3) ? 0x20 + random(0x5f) : random(256)));
      const result = readText(bytes, 'a.txt', { newId });
      expect({ seed, ok: result.ok || /^file\./.test(result.code) }).toEqual({ seed, ok: true });
    }
  });

  test('[TX7] the fixtures are there', () => {
    expect(fixtureBytes('screenplay/synthetic/synthetic-zh-domestic.txt').length).toBe(97548);
    expect(typeOfStyle('对白')).toBe('dialogue');
  });
});
