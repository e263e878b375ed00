import { describe, expect, test } from 'vitest';
import { printedText } from '../element.ts';
import { outline } from '../testing/script.ts';
import { idsFrom, readFountain } from './readFountain.ts';

const read = (source: string) => readFountain(source).elements;
const lines = (source: string) => outline(read(source)).map(([type, text]) => `${type}: ${text}`);

/** The words of the first element, and each mark with the words under it. */
function formats(source: string): string[] {
  const { text, marks = [] } = read(source)[0]!;
  return [text, ...marks.map((m) => `${m.type} ${text.slice(m.from, m.to)}`)];
}

describe('title page', () => {
  test('[FR1] entries run to the first blank line; values may take several indented lines or none', () => {
    const doc = readFountain('Title:\n    A\n\tB\nAuthor:\nDraft date: 1.2.\n\nHe runs.\n');
    expect(doc.title).toEqual([
      { key: 'Title', value: 'A\nB' },
      { key: 'Author', value: '' },
      { key: 'Draft date', value: '1.2.' },
    ]);
    expect(outline(doc.elements)).toEqual([['action', 'He runs.']]);
  });

  test('[FR1] unknown keys and full-width colons are kept', () => {
    const { title } = readFountain('标题：末班车\nWatermark: x\n\n好');
    expect(title.map((e) => [e.key, e.value])).toEqual([
      ['标题', '末班车'],
      ['Watermark', 'x'],
    ]);
  });

  test.each([
    ['a heading', 'INT. HOUSE: X\n\nFoo'],
    ['a transition', 'CUT TO:\n\nFoo'],
    ['a forced line', '.PLACE: X\n\nFoo'],
    ['a sentence', 'He said, and I quote: nothing\n\nFoo'],
    ['more than four words', 'This is what I said: no\n\nFoo'],
    ['more than forty characters', `${'x'.repeat(41)}: no\n\nFoo`],
    ['a blank first line', '\nTitle: A\n\nFoo'],
  ])('[FR1] the first line decides: %s is no title page', (_, source) => {
    expect(readFountain(source).title).toEqual([]);
  });

  test('[FR1] a line without key and indent begins the script where the blank line was forgotten', () => {
    const doc = readFountain('Title: A\nINT. HOUSE\n\nFoo');
    expect(doc.title).toEqual([{ key: 'Title', value: 'A' }]);
    expect(doc.elements[0]).toMatchObject({ type: 'heading', text: 'INT. HOUSE' });
  });

  test('[FR1] a key indented by two spaces goes on with the value before it', () => {
    expect(readFountain('Title: A\n  Foo: b\n\n').title).toEqual([{ key: 'Title', value: 'A\nFoo: b' }]);
  });
});

describe('headings', () => {
  test.each(['INT. A', 'ext. a', 'INT A', 'EST. A', 'INT./EXT. A', 'int/ext a', 'I/E A', 'I./E. A', 'E/I A', 'INT.'])(
    '[FR2] with blank lines around it, a heading: %s',
    (line) => {
      expect(lines(`x\n\n${line}\n\ny`)).toEqual(['action: x', `heading: ${line}`, 'action: y']);
    },
  );

  test.each(['INTERIOR', 'ESTELLA', 'EXTREME CLOSE', 'EXT/INT. A', '...and', '..dots', '. no', '.'])(
    '[FR2] not a heading: %s',
    (line) => {
      expect(lines(`x\n\n${line}\n\ny`)[1]).toBe(`action: ${line}`);
    },
  );

  test('[FR2] a dot forces one, with dots inside and without a blank line after it', () => {
    expect(lines('.A.B\nHe runs.')).toEqual(['heading: A.B', 'action: He runs.']);
  });

  test('[FR2] without a blank line before or after it, action', () => {
    expect(lines('INT. A\nHe runs.')).toEqual(['action: INT. A\nHe runs.']);
    expect(lines('He runs.\nINT. A\n\nx')).toEqual(['action: He runs.\nINT. A', 'action: x']);
  });

  test('[FR2] directly after a section', () => {
    expect(lines('# S\nINT. A\n\nx')).toEqual(['section: S', 'heading: INT. A', 'action: x']);
  });

  test.each(['1', '12A', '1-2.b', 'I-1-A', '110A'])('[FR3] a number between signs at the end: #%s#', (number) => {
    expect(read(`INT. A - DAY  #${number}#\n\nx`)[0]).toMatchObject({ text: 'INT. A - DAY', attrs: { number } });
    expect(read(`.PLACE #${number}# [[why]]\n\nx`)[0]).toMatchObject({ text: 'PLACE why', attrs: { number } });
  });

  test('[FR3] other words between signs are part of the heading', () => {
    expect(read('INT. A #one two#\n\nx')[0]).toMatchObject({ text: 'INT. A #one two#', attrs: {} });
  });
});

describe('action', () => {
  test('[FR4] keeps line breaks, leading spaces and tabs, and ends at a blank line', () => {
    expect(lines('  He\n\truns.\n\n\n\nAway.')).toEqual(['action:   He\n\truns.', 'action: Away.']);
  });

  test('[FR4] is forced by !, inside a speech too, and a lone ! holds an empty line', () => {
    expect(lines('!INT. A\n!BOB\n!\n! x')).toEqual(['action: INT. A\nBOB\n\n x']);
    expect(lines('BOB\n!runs.\nx')).toEqual(['character: BOB', 'action: runs.\nx']);
  });

  test('[FR4] two of them make a shot', () => {
    expect(lines('!!CLOSE ON X\n\nx')).toEqual(['shot: CLOSE ON X', 'action: x']);
  });

  test('[FR4] a note before the mark leaves the mark in force', () => {
    expect(lines('[[n]] !BOB\nx')).toEqual(['action: n BOB\nx']);
    expect(lines('/*b*/ # S')).toEqual(['section: b  S']);
    expect(lines('> x < [[n]]')).toEqual(['centered: x  n']);
  });
});

describe('speech', () => {
  test.each(['R2D2', "O'BRIEN", 'A & B', 'COP #2', 'ÅSA', 'МАРИЯ', 'BOB (o.s.)', '3CPO', 'X'])(
    '[FR5] a cue: %s',
    (name) => {
      expect(lines(`${name}\nHi.`)).toEqual([`character: ${name}`, 'dialogue: Hi.']);
    },
  );

  test.each(['23', 'bob', 'Bob', '张三', 'BOB ^ JIM', '(BOB)', 'Éa'])('[FR5] not a cue: %s', (name) => {
    expect(lines(`${name}\nHi.`)).toEqual([`action: ${name}\nHi.`]);
  });

  test('[FR5] a name before a blank line or at the end is action; @ forces it', () => {
    expect(lines('BOB\n\nHi.')).toEqual(['action: BOB', 'action: Hi.']);
    expect(lines('x\n\nBOB')).toEqual(['action: x', 'action: BOB']);
    expect(lines('@McCLANE\nYippee.')).toEqual(['character: McCLANE', 'dialogue: Yippee.']);
    expect(lines('@bob\n\nHi.')).toEqual(['character: bob', 'action: Hi.']);
    expect(lines('@')).toEqual(['action: @']);
    expect(lines('.A\nBOB\nHi.')).toEqual(['heading: A', 'action: BOB\nHi.']);
    expect(lines('# A\nBOB\nHi.')).toEqual(['section: A', 'character: BOB', 'dialogue: Hi.']);
  });

  test('[FR5] a line of two spaces counts as words after the cue', () => {
    expect(lines('BOB\n  \nHi.')).toEqual(['character: BOB', 'dialogue: Hi.']);
  });

  test('[FR6] dialogue runs to a blank line; a line of two spaces is held', () => {
    expect(lines('BOB\nOne.\nTwo.\n  \nThree.\n\nx')).toEqual([
      'character: BOB',
      'dialogue: One.\nTwo.\n\nThree.',
      'action: x',
    ]);
    expect(lines('BOB\nOne.\n \nx')).toEqual(['character: BOB', 'dialogue: One.', 'action: x']);
    expect(lines('BOB\nOne.\n  \n\nx')).toEqual(['character: BOB', 'dialogue: One.', 'action: x']);
  });

  test('[FR6] headings, transitions and other marks are words inside a speech', () => {
    expect(lines('BOB\nINT. A\n> B\n@c\n# d\n= e')[1]).toBe('dialogue: INT. A\n> B\n@c\n# d\n= e');
  });

  test('[FR7] a bracketed line is a parenthetical inside a speech, even the last, and action elsewhere', () => {
    expect(lines('BOB\n(a)\nHi.\n(b)')).toEqual([
      'character: BOB',
      'parenthetical: (a)',
      'dialogue: Hi.',
      'parenthetical: (b)',
    ]);
    expect(lines('(x)')).toEqual(['action: (x)']);
    expect(lines('BOB\n(a)\n(b)')[2]).toBe('dialogue: (b)');
  });

  test('[FR8] ^ pairs a cue with the speech directly before it', () => {
    const dual = (source: string) => read(source).flatMap((e) => (e.type === 'character' ? [e.attrs.dual ?? '-'] : []));
    expect(dual('A\n(x)\nhi\n\nB ^\n(y)\nho')).toEqual(['left', 'right']);
    expect(dual('A\nhi\n\nB^\nho')).toEqual(['left', 'right']);
    expect(dual('A ^\nhi\n\nB (O.S.) ^\nho')).toEqual(['left', 'right']);
    expect(dual('A\nhi\n\nB ^\nho\n\nC ^\nhe')).toEqual(['left', 'right', '-']);
    expect(dual('A\nhi\n\nx\n\nB ^\nho')).toEqual(['-', '-']);
    expect(dual('@a\nhi\n\n@b ^ [[n]]\nho')).toEqual(['left', 'right']);
  });

  test('[FR8] the sign is no part of the name; an escaped one is', () => {
    expect(lines('A\nhi\n\nB (O.S.) ^\nho')[2]).toBe('character: B (O.S.)');
    expect(lines('@b \\^\nho')[0]).toBe('character: b ^');
  });

  test('[FR9] each ~ line is a lyric, inside a speech and out of it', () => {
    expect(lines('~la\n~ le\n\nBOB\n~li\nHi.')).toEqual([
      'lyrics: la',
      'lyrics: le',
      'character: BOB',
      'lyrics: li',
      'dialogue: Hi.',
    ]);
  });
});

describe('other blocks', () => {
  test('[FR10] capitals that end in TO: between blank lines, or anything after >', () => {
    expect(lines('x\n\nSMASH CUT TO:\n\ny')[1]).toBe('transition: SMASH CUT TO:');
    expect(lines('> FADE OUT.')).toEqual(['transition: FADE OUT.']);
    expect(lines('> TO:')).toEqual(['transition: TO:']);
    expect(lines('>')).toEqual(['transition: ']);
  });

  test.each(['FADE OUT.', 'CUT TO: X', 'Cut to:'])('[FR10] not a transition: %s', (line) => {
    expect(lines(`x\n\n${line}\n\ny`)[1]).toBe(`action: ${line}`);
  });

  test('[FR11] centered lines in a row are one element', () => {
    expect(lines('> a <\n>b<\n\n> c <')).toEqual(['centered: a\nb', 'centered: c']);
    expect(lines('> x \\<')).toEqual(['transition: x <']);
  });

  test('[FR13] three or more = alone, next to words too; two are action', () => {
    expect(lines('a\n===\nb\n\n======\n\nBOB\nhi\n===\nx')).toEqual([
      'action: a',
      'pageBreak: ',
      'action: b',
      'pageBreak: ',
      'character: BOB',
      'dialogue: hi',
      'pageBreak: ',
      'action: x',
    ]);
    expect(lines('==')).toEqual(['action: ==']);
  });

  test('[FR14] sections have levels up to six; a synopsis has one =', () => {
    expect(read('# A\n### B\n####### C').map((e) => [e.attrs.level, e.text])).toEqual([
      [1, 'A'],
      [3, 'B'],
      [6, 'C'],
    ]);
    expect(lines('= what happens\n\n== no')).toEqual(['synopsis: what happens', 'action: == no']);
  });
});

describe('emphasis', () => {
  test.each([
    ['*a*', ['a', 'italic a']],
    ['**a**', ['a', 'bold a']],
    ['***a***', ['a', 'bold a', 'italic a']],
    ['_a_', ['a', 'underline a']],
    ['_*x* y_', ['x y', 'underline x y', 'italic x']],
    ['**a *b* c**', ['a b c', 'bold a b c', 'italic b']],
    ['**\\*9765\\***', ['*9765*', 'bold *9765*']],
    ['\\*x\\* \\_y\\_ \\\\', ['*x* _y_ \\']],
    ['snake_case_x _y_', ['snake_case_x y', 'underline y']],
    ['mid*dle*s', ['middles', 'italic dle']],
    ['dialed *69 and then *23, and', ['dialed *69 and then *23, and']],
    ['5 * 3 * 2', ['5 * 3 * 2']],
    ['**', ['**']],
    ['a *b\nc* d', ['a *b\nc* d']],
    ['**a\nb** c', ['**a\nb** c']],
    ['*a\n*b*', ['*a\nb', 'italic b']],
    ['***a* b**', ['a b', 'bold a b', 'italic a']],
  ])('[FR12] %s', (source, wanted) => {
    expect(formats(source)).toEqual(wanted);
  });
});

describe('notes and boneyards', () => {
  test('[FR15] a note keeps its words under a mark, inside anything', () => {
    expect(formats('He [[why?]] runs.')).toEqual(['He why? runs.', 'note why?']);
    expect(formats('INT. A [[n]] - DAY\n\nx')).toEqual(['INT. A n - DAY', 'note n']);
    expect(printedText(read('BOB\nHi [[n]] there.')[1]!)).toBe('Hi  there.');
  });

  test('[FR15] a note runs over lines until a truly blank one; two spaces keep it open', () => {
    expect(formats('a [[n\nm]] b')).toEqual(['a n\nm b', 'note n\nm']);
    expect(formats('a [[n\r\nm]] b')).toEqual(['a n\nm b', 'note n\nm']);
    expect(formats('a [[n\n  \nm]] b')).toEqual(['a n\n  \nm b', 'note n\n  \nm']);
    expect(lines('a [[n\n\nm]] b')).toEqual(['action: a [[n', 'action: m]] b']);
    expect(lines('a [[n\r\n\r\nm]] b')).toEqual(['action: a [[n', 'action: m]] b']);
    expect(lines('a [[ b')).toEqual(['action: a [[ b']);
  });

  test('[FR15] alone on its line it is an element, and several are one', () => {
    expect(lines('[[alone]]\n\nx')).toEqual(['note: alone', 'action: x']);
    expect(formats('[[a]] [[b]]')).toEqual(['a b', 'note a', 'note b']);
    expect(read('[[alone]]')[0]).toEqual({ id: 'e1', type: 'note', text: 'alone', attrs: {} });
  });

  test('[FR15] an escaped sign is no note, and a note may follow one', () => {
    expect(formats('\\[[a]] [[b]]')).toEqual(['[[a]] b', 'note b']);
    expect(formats('x \\\\[[b]]')).toEqual(['x \\b', 'note b']);
    expect(formats('x \\\\[[b\nc]] d')).toEqual(['x \\b\nc d', 'note b\nc']);
    expect(lines('x \\[[b\nc]] d')).toEqual(['action: x [[b\nc]] d']);
  });

  test('[FR16] a boneyard of any length is kept but not printed', () => {
    expect(formats('a /* b */ c')).toEqual(['a  b  c', 'boneyard  b ']);
    expect(read('/*\nINT. A\n\n*/\nINT. B\n\nx').map((e) => [e.type, e.attrs.boneyard ?? false])).toEqual([
      ['note', true],
      ['heading', false],
      ['action', false],
    ]);
    expect(lines('/*\r\ncut\r\n*/')).toEqual(['note: \ncut\n']);
  });

  test('[FR16] an unclosed one runs to the end', () => {
    expect(formats('a /* b\n\nc')).toEqual(['a  b\n\nc', 'boneyard  b\n\nc']);
    expect(lines('x\n\n/*cut')).toEqual(['action: x', 'note: cut']);
  });

  test('[FR18] what is not known stays in the words', () => {
    expect(lines('{{macro}}\n\n[[red x]]\n\n/* {"a":1} */\n\n=== 10 ===')).toEqual([
      'action: {{macro}}',
      'note: red x',
      'note:  {"a":1} ',
      'action: === 10 ===',
    ]);
  });
});

describe('text', () => {
  test.each([
    ['CRLF', '\r\n'],
    ['CR', '\r'],
    ['LF', '\n'],
  ])('[FR17] %s ends a line, and a byte order mark is no word', (_, newline) => {
    const source = '\ufeffBOB\nHi\nthere.\n\nx'.replaceAll('\n', newline);
    expect(lines(source)).toEqual(['character: BOB', 'dialogue: Hi\nthere.', 'action: x']);
  });

  test('[FR17] indented cues and dialogue lose their indent', () => {
    expect(lines('\tBOB\n\t\tHi.\n\n    He runs.')).toEqual([
      'character: BOB',
      'dialogue: Hi.',
      'action:     He runs.',
    ]);
  });

  test('[FR19] full-width marks force as their ASCII twins do', () => {
    expect(lines('．咖啡馆 日\n\n！动作\n\n＠张三\n（低声）\n你好。\n～歌\n\n＃第一幕\n')).toEqual([
      'heading: 咖啡馆 日',
      'action: 动作',
      'character: 张三',
      'parenthetical: （低声）',
      'dialogue: 你好。',
      'lyrics: 歌',
      'section: 第一幕',
    ]);
    expect(lines('．．．然后')).toEqual(['action: ．．．然后']);
  });

  test('[FR20] ids follow the given names by index, and a second reading repeats them', () => {
    const source = 'INT. A\n\nx\n\ny';
    const ids = () => readFountain(source, { newId: idsFrom('s7-') }).elements.map((e) => e.id);
    expect(ids()).toEqual(['s7-0', 's7-1', 's7-2']);
    expect(ids()).toEqual(ids());
    expect(idsFrom('p')(36)).toBe('p10');
    expect(read(source).map((e) => e.id)).toEqual(['e1', 'e2', 'e3']);
  });

  test('[FR20] nothing at all is an empty script', () => {
    expect(readFountain('')).toEqual({ title: [], titleSpans: [], titleEnd: 0, elements: [], source: '', spans: [] });
  });
});
