import { describe, expect, test } from 'vitest';
import type { Attrs, Element, ElementType, Mark, MarkType } from '../element.ts';
import { element, essences, outline } from '../testing/script.ts';
import { readFountain } from './readFountain.ts';
import { writeFountain } from './writeFountain.ts';

type Row = readonly [ElementType, string, Attrs?];

const script = (...rows: Row[]): Element[] => rows.map(([type, text, attrs], i) => element(type, text, attrs, `n${i}`));
const write = (...rows: Row[]) => writeFountain(script(...rows), []);
const mark = (type: MarkType, from: number, to: number): Mark => ({ type, from, to });
const marked = (text: string, ...marks: Mark[]): Element => ({ ...element('action', text), marks });
const back = (source: string) => outline(readFountain(source).elements).map(([type, text]) => `${type}: ${text}`);

describe('canonical form', () => {
  test.each<readonly [string, Row[]]>([
    ['INT. A - DAY\n', [['heading', 'INT. A - DAY']]],
    ['.a place #12A#\n', [['heading', 'a place', { number: '12A' }]]],
    ['.x #3\\#\n', [['heading', 'x #3#']]],
    ['.\\..x\n', [['heading', '..x']]],
    ['He runs.\n', [['action', 'He runs.']]],
    ['!INT. A\n', [['action', 'INT. A']]],
    ['!CUT TO:\n', [['action', 'CUT TO:']]],
    ['x\nINT. A\nCUT TO:\nBOB\ny\n', [['action', 'x\nINT. A\nCUT TO:\nBOB\ny']]],
    ['BOB\n', [['action', 'BOB']]],
    ['!BOB\nhi\n', [['action', 'BOB\nhi']]],
    ['a\n!\nb\n', [['action', 'a\n\nb']]],
    ['!\\!x\n', [['action', '!x']]],
    ['\\[[n]]\n', [['action', '[[n]]']]],
    [
      'BOB\nHi.\n',
      [
        ['character', 'BOB'],
        ['dialogue', 'Hi.'],
      ],
    ],
    [
      '@Bob\nHi.\n',
      [
        ['character', 'Bob'],
        ['dialogue', 'Hi.'],
      ],
    ],
    [
      '@张三\n（低声）\n你好。\n',
      [
        ['character', '张三'],
        ['parenthetical', '（低声）'],
        ['dialogue', '你好。'],
      ],
    ],
    ['@BOB\n', [['character', 'BOB']]],
    [
      '@BOB \\^\nHi.\n',
      [
        ['character', 'BOB ^'],
        ['dialogue', 'Hi.'],
      ],
    ],
    [
      'BOB\n(beat)\nOne.\n  \n\\(two)\n',
      [
        ['character', 'BOB'],
        ['parenthetical', 'beat'],
        ['dialogue', 'One.\n\n(two)'],
      ],
    ],
    [
      'BOB\n\\===\n',
      [
        ['character', 'BOB'],
        ['dialogue', '==='],
      ],
    ],
    [
      'BOB\n\\~x\n\\!y\n',
      [
        ['character', 'BOB'],
        ['dialogue', '~x\n!y'],
      ],
    ],
    ['CUT TO:\n', [['transition', 'CUT TO:']]],
    ['> Fade out\n', [['transition', 'Fade out']]],
    ['> x \\<\n', [['transition', 'x <']]],
    ['> mid <\n', [['centered', 'mid']]],
    ['!!CLOSE\n', [['shot', 'CLOSE']]],
    ['### Deep\n', [['section', 'Deep', { level: 3 }]]],
    ['# Top\n', [['section', 'Top']]],
    ['= what\n', [['synopsis', 'what']]],
    ['~la\n~le\n', [['lyrics', 'la\nle']]],
    ['===\n', [['pageBreak', '']]],
    ['[[why?]]\n', [['note', 'why?']]],
    ['/*cut*/\n', [['note', 'cut', { boneyard: true }]]],
    ['[[a\n  \nb]]\n', [['note', 'a\n\nb']]],
  ])('[FW3] %j', (wanted, rows) => {
    expect(write(...rows)).toBe(wanted);
  });

  test('[FW3] blank lines part blocks, and none the lines of a speech', () => {
    expect(
      write(['heading', 'INT. A'], ['action', 'x'], ['character', 'ANN'], ['dialogue', 'y'], ['action', 'z']),
    ).toBe('INT. A\n\nx\n\nANN\ny\n\nz\n');
  });

  test('[FW3] the right side of a dual dialogue carries the sign', () => {
    const dual = script(
      ['character', 'A', { dual: 'left' }],
      ['dialogue', 'x'],
      ['character', 'b', { dual: 'right' }],
      ['dialogue', 'y'],
    );
    expect(writeFountain(dual, [])).toBe('A\nx\n\n@b ^\ny\n');
  });
});

describe('emphasis', () => {
  test.each<readonly [string, Element]>([
    ['**b** *i* _u_\n', marked('b i u', mark('bold', 0, 1), mark('italic', 2, 3), mark('underline', 4, 5))],
    ['***x***\n', marked('x', mark('bold', 0, 1), mark('italic', 0, 1))],
    ['_*x* y_\n', marked('x y', mark('underline', 0, 3), mark('italic', 0, 1))],
    ['*a*\n*b*\n', marked('a\nb', mark('italic', 0, 3))],
    ['*a* b\n', marked('a b', mark('italic', 0, 2))],
    ['\\*x\\* \\_y\\_ \\[[z\n', marked('*x* _y_ [[z')],
    ['a *[[n]]b*\n', marked('a nb', mark('note', 2, 3), mark('italic', 2, 4))],
  ])('[FW15] %j', (wanted, one) => {
    expect(writeFountain([one], [])).toBe(wanted);
  });

  test('[FW15] strike and highlight go, their words stay', () => {
    expect(writeFountain([marked('abc', mark('strike', 0, 2), mark('highlight', 1, 3))], [])).toBe('abc\n');
  });

  test('[FW15] emphasis that overlaps is cut into nested pieces', () => {
    const one = marked('one two three', mark('bold', 0, 7), mark('underline', 4, 13));
    const out = writeFountain([one], []);
    expect(out).toBe('**one _two_** _three_\n');
    expect(readFountain(out).elements[0]).toMatchObject({
      text: 'one two three',
      marks: [mark('bold', 0, 7), mark('underline', 4, 7), mark('underline', 8, 13)],
    });
  });

  test('[FW15] emphasis that Fountain cannot show is left away alone', () => {
    const one = marked('abc def', mark('underline', 1, 2), mark('bold', 4, 7));
    expect(writeFountain([one], [])).toBe('abc **def**\n');
  });

  test('[FW15] marks over notes alone, and marks past the end, do no harm', () => {
    expect(writeFountain([marked('a n', mark('note', 2, 3), mark('bold', 2, 3))], [])).toBe('a [[n]]\n');
    expect(writeFountain([marked('ab', mark('bold', 1, 9))], [])).toBe('a**b**\n');
    expect(writeFountain([marked('a bcd', mark('note', 2, 4), mark('boneyard', 3, 5))], [])).toBe('a [[bc]]/*d*/\n');
  });
});

describe('what Fountain cannot say', () => {
  test('[FW11] general becomes action, acts become centered words', () => {
    expect(back(write(['actStart', 'ACT ONE'], ['general', 'x\ny'], ['actEnd', 'END']))).toEqual([
      'centered: ACT ONE',
      'action: x\ny',
      'centered: END',
    ]);
  });

  test('[FW12] speech without a cue becomes action', () => {
    expect(
      back(write(['heading', 'INT. A'], ['parenthetical', '(x)'], ['dialogue', 'INT. Hi.'], ['dialogue', 'ho'])),
    ).toEqual(['heading: INT. A', 'action: (x)', 'action: INT. Hi.', 'action: ho']);
  });

  test('[FW13] two paragraphs of dialogue become one of two lines; a second parenthetical becomes its first line', () => {
    expect(back(write(['character', 'A'], ['dialogue', 'x'], ['dialogue', 'y']))).toEqual([
      'character: A',
      'dialogue: x\ny',
    ]);
    expect(
      back(write(['character', 'A'], ['parenthetical', '(x)'], ['parenthetical', '(y)'], ['dialogue', 'z'])),
    ).toEqual(['character: A', 'parenthetical: (x)', 'dialogue: (y)\nz']);
  });

  test('[FW14] a note between two lines of a speech goes on the line before it', () => {
    const out = write(
      ['character', 'A'],
      ['dialogue', 'x'],
      ['note', 'n'],
      ['parenthetical', '(y)'],
      ['dialogue', 'z'],
    );
    expect(out).toBe('A\nx [[n]]\n(y)\nz\n');
    expect(write(['character', 'A'], ['note', 'n'], ['dialogue', 'z'])).toBe('@A [[n]]\nz\n');
    expect(write(['character', 'A'], ['dialogue', 'x'], ['note', 'n'], ['action', 'z'])).toBe('A\nx\n\n[[n]]\n\nz\n');
    expect(write(['character', 'A'], ['dialogue', 'x'], ['note', 'n'], ['lyrics', 'z'])).toBe('A\nx\n\n[[n]]\n\n~z\n');
  });

  test('[FW14] a line of dialogue that is all note goes on the line before it, or before the first', () => {
    const speech = (text: string, from: number, to: number): Element[] => [
      element('character', 'A'),
      { ...element('dialogue', text), marks: [mark('note', from, to)] },
    ];
    expect(writeFountain(speech('x\nn\ny', 2, 3), [])).toBe('A\nx [[n]]\ny\n');
    expect(writeFountain(speech('n\ny', 0, 1), [])).toBe('A\n[[n]] y\n');
    expect(writeFountain(speech('n', 0, 1), [])).toBe('A [[n]]\n');
  });

  test('[FW16] a heading or cue without words is an empty line of action, its speech too', () => {
    expect(
      back(write(['heading', '', { number: '5' }], ['character', ''], ['dialogue', 'x'], ['action', 'y'])),
    ).toEqual(['action: ', 'action: ', 'action: x', 'action: y']);
  });

  test('[FW16] empty last elements are left out, but not a page break', () => {
    expect(write(['action', 'x'], ['character', ''], ['action', ''])).toBe('x\n');
    expect(write(['action', 'x'], ['pageBreak', ''])).toBe('x\n\n===\n');
    expect(write(['heading', ''])).toBe('');
    const origin = readFountain('x\n\n!\n');
    expect(writeFountain(origin.elements, [], origin)).toBe('x\n\n!\n');
  });

  test('[FW10] words typed into a page break, and signs that would close a note, stay', () => {
    expect(write(['pageBreak', 'oh'])).toBe('===\n\noh\n');
    expect(write(['note', 'a]] b]'])).toBe('[[a] ] b] ]]\n');
    expect(write(['note', 'a*/b', { boneyard: true }])).toBe('/*a* /b*/\n');
  });

  test('[FW10] line breaks of one-line elements become spaces, and CR is one', () => {
    expect(write(['heading', 'INT. A\n- DAY'], ['section', 'a\r\nb'], ['action', 'c\rd'])).toBe(
      'INT. A - DAY\n\n# a b\n\nc\nd\n',
    );
  });
});

describe('with the source', () => {
  const source = 'Title: A\nNotes:\n\tb\n\n\nINT.  HOUSE\n\nHe   runs. \n\n\n\nBOB\nHi.\n\nCUT TO:\n\n';
  const origin = readFountain(source);
  const [heading, action, cue, dialogue, transition] = origin.elements as [Element, Element, Element, Element, Element];

  test('[FW6] elements and title compare by what they say, not by identity, marks by what they cover', () => {
    const bold = readFountain('a **bcd** e [[n]][[m]]');
    const stored = structuredClone(bold.elements).map((e) => ({
      ...e,
      attrs: { ...e.attrs, omitted: false },
      marks: [mark('note', 8, 10), mark('bold', 2, 3), mark('bold', 3, 5)],
    }));
    expect(writeFountain(stored, [], bold)).toBe('a **bcd** e [[n]][[m]]');
    expect(writeFountain(origin.elements, [...origin.title].reverse(), origin)).toBe(source);
  });

  test.each<readonly [string, Partial<Element>]>([
    ['type', { type: 'shot' }],
    ['text', { text: 'x' }],
    ['marks', { marks: [mark('bold', 0, 2)] }],
    ['attributes', { attrs: { number: '4' } }],
    ['id', { id: 'other' }],
  ])('[FW6] another %s is an edit', (_, change) => {
    const out = writeFountain([{ ...heading, ...change }, ...origin.elements.slice(1)], origin.title, origin);
    expect(out).not.toBe(source);
    expect(out).toContain('BOB\nHi.\n\nCUT TO:\n\n');
  });

  test('[FW4] an edit touches its own line only, trailing spaces and blank lines around it stay', () => {
    const out = writeFountain(origin.elements.with(3, { ...dialogue, text: 'Ho.' }), origin.title, origin);
    expect(out).toBe(source.replace('Hi.', 'Ho.'));
  });

  test('[FW5] moved, cut and new elements get blank lines of their own; the last one a line ending', () => {
    const put = (...elements: Element[]) => writeFountain(elements, origin.title, origin);
    const head = 'Title: A\nNotes:\n\tb\n\n\n';
    expect(put(heading, action, cue, dialogue)).toBe(`${head}INT.  HOUSE\n\nHe   runs. \n\n\n\nBOB\nHi.\n`);
    expect(put(heading, cue, dialogue, transition)).toBe(`${head}INT.  HOUSE\n\nBOB\nHi.\n\nCUT TO:\n\n`);
    expect(put(action, heading)).toBe('Title: A\nNotes:\n\tb\n\nHe   runs.\n\nINT.  HOUSE\n');
    expect(put()).toBe('Title: A\nNotes:\n\tb\n\n');
  });

  test('[FW5] a cue without its speech, and speech without its cue, are written anew', () => {
    const speech = readFountain('BOB\nHi.\n(x)\nINT. A\n\ny');
    const without = (index: number) => back(writeFountain(speech.elements.toSpliced(index, 1), [], speech));
    expect(without(0)).toEqual(['action: Hi.', 'action: (x)', 'action: INT. A', 'action: y']);
    const cueOnly = [speech.elements[0]!, speech.elements[4]!];
    expect(back(writeFountain(cueOnly, [], speech))).toEqual(['character: BOB', 'action: y']);
  });

  test('[FW5] next to an edit, a line that has no blank line beside it is not copied where that would change its kind', () => {
    const edited = (text: string, index: number) => {
      const read = readFountain(text);
      const elements = read.elements.with(index, { ...read.elements[index]!, text: 'zz' });
      const out = writeFountain(elements, [], read);
      expect(essences(readFountain(out).elements)).toEqual(essences(elements));
      return out;
    };
    expect(edited('> a <\nINT. B\n\ny\n', 0)).toBe('> zz <\n\n!INT. B\n\ny\n');
    expect(edited('INT. B\n> a <\n\ny\n', 1)).toBe('!INT. B\n\n> zz <\n\ny\n');
    expect(edited('> a <\nINT. B\n~la\nCUT TO:\n\ny\n', 0)).toBe('> zz <\n\n!INT. B\n\n~la\n\n!CUT TO:\n\ny\n');
    expect(edited('x\n\n> a <\nINT. B\n\ny\n', 0)).toBe('zz\n\n> a <\nINT. B\n\ny\n');
  });

  test('[FW7] new words take the line endings of the source', () => {
    const crlf = readFountain('A\r\nx\r\n\r\ny\r\n');
    const edited = [...crlf.elements, element('action', 'one\ntwo')];
    expect(writeFountain(edited, [], crlf)).toBe('A\r\nx\r\n\r\ny\r\n\r\none\r\ntwo\r\n');
  });

  test('[FW7] the byte order mark stays, whatever happens to the first element', () => {
    const bom = readFountain('\ufeffx\n\ny\n');
    expect(writeFountain(bom.elements.slice(1), [], bom)).toBe('\ufeffy\n');
    expect(writeFountain(bom.elements, [{ key: 'Title', value: 'A' }], bom)).toBe('\ufeffTitle: A\n\nx\n\ny\n');
  });
});

describe('title page', () => {
  test('[FW8] an edited entry is written anew, the others and what follows keep their bytes', () => {
    const source = 'Title:   A\nAuthor:\n\tB\n\tC\n\n\nx\n';
    const origin = readFountain(source);
    const title = [origin.title[1]!, { key: 'Date', value: '1' }, { key: 'Contact', value: 'a\n\nb' }];
    expect(writeFountain(origin.elements, title, origin)).toBe(
      'Author:\n\tB\n\tC\nDate: 1\nContact:\n    a\n    b\n\n\nx\n',
    );
    expect(writeFountain(origin.elements, [], origin)).toBe('x\n');
  });

  test('[FW8] a title page without words after it, or without a line ending, can be added to', () => {
    const origin = readFountain('Title: A');
    expect(writeFountain([], origin.title, origin)).toBe('Title: A');
    expect(writeFountain([element('action', 'x')], origin.title, origin)).toBe('Title: A\n\nx\n');
    expect(writeFountain([], [...origin.title, { key: 'B', value: '' }], origin)).toBe('Title: A\nB:\n\n');
  });

  test('[FW8] whatever the keys and values, every word comes back and the title page stays one', () => {
    const title = [
      { key: 'A rather long key that nobody would take for one', value: 'x' },
      { key: 'Draft: 1\n2', value: ' y \r\n\r\n z' },
      { key: '', value: 'w' },
      { key: '.dot', value: 'v' },
    ];
    const doc = readFountain(writeFountain([element('action', 'He runs.')], title));
    expect(doc.title).toEqual([
      { key: 'Draft 1 2', value: 'y\nz' },
      { key: 'A rather long key that nobody would take for one', value: 'x' },
      { key: 'Key', value: 'w' },
      { key: 'Key .dot', value: 'v' },
    ]);
    expect(outline(doc.elements)).toEqual([['action', 'He runs.']]);
    const odd = readFountain(writeFountain([], [{ key: 'No. 1', value: 'x' }]));
    expect(odd.title).toEqual([
      { key: 'Title', value: '' },
      { key: 'No. 1', value: 'x' },
    ]);
  });

  test('[FW9] a first line with a colon does not become a title page', () => {
    const elements = script(['action', 'Note: x'], ['action', 'y']);
    const out = writeFountain(elements, []);
    expect(out).toBe('\nNote: x\n\ny\n');
    expect(essences(readFountain(out).elements)).toEqual(essences(elements));
    const origin = readFountain('Title: A\n\nNote: x\n');
    expect(writeFountain(origin.elements, [], origin)).toBe('\nNote: x\n');
  });
});
