import { describe, expect, test } from 'vitest';
import { type Element, type MarkType, printedText } from '../element.ts';
import { dumpElements, dumpExpected } from '../testing/dump.ts';
import { listFixtures, readFixture } from '../testing/fixtures.ts';
import { outline } from '../testing/script.ts';
import { readFountain } from './readFountain.ts';

const dumps = listFixtures('.txt').filter((f) => f.startsWith('screenplay-tools/'));
const read = (path: string) => readFountain(readFixture(`${path}.fountain`)).elements;

/** Our dump and that of screenplay-tools. */
function bothDumps(name: string) {
  const path = `screenplay-tools/${name}`;
  const dump = [`${path}.txt`, `${path}-Merged.txt`].find((f) => dumps.includes(f))!;
  return { ours: dumpElements(read(path)), theirs: dumpExpected(readFixture(dump)) };
}

const alike = ['Action', 'Dialogue', 'LineBreaks', 'Lyrics', 'PageBreak', 'Parenthetical', 'SceneHeading', 'Scratch'];

describe('screenplay-tools', () => {
  test.each([...alike, 'TitlePage', 'Transition', 'UTF8'])('[FR22] our elements are those of its dump: %s', (name) => {
    const { ours, theirs } = bothDumps(name);
    expect(ours.length).toBeGreaterThan(0);
    expect(ours).toEqual(theirs);
  });

  test('[FR10] a transition may be followed by a boneyard, which is removed before anything else', () => {
    const { ours, theirs } = bothDumps('Boneyards');
    expect(changes(ours, theirs)).toEqual([['TRANSITION:CUT TO:', 'ACTION:CUT TO:']]);
  });

  test('[FR5] one cased letter makes a cue, so 3CPO speaks', () => {
    const { ours, theirs } = bothDumps('Character');
    expect(changes(ours, theirs)).toEqual([
      ['CHARACTER:3CPO', 'ACTION:3CPO'],
      ['DIALOGUE:Not work.', 'ACTION:Not work.'],
    ]);
  });

  test('[FR15] a blank line breaks a note off, which leaves its words in the script', () => {
    const { ours, theirs } = bothDumps('Notes');
    expect(ours.slice(0, 5)).toEqual(theirs.slice(0, 5));
    expect(ours.slice(5)).toEqual([
      'ACTION:His hand is an inch from the receiver when the phone RINGS. Scott pauses for a moment, suspicious for some reason. He looks around. Phone ringing.',
      'ACTION:Testing a note without spaces[[This',
      "ACTION:doesn't have spaces. Shouldn't work.",
      "ACTION:Definitely shouldn't. Because of that blank line.]] He looks around. Phone ringing.",
    ]);
  });

  test('[FR2] a heading has a blank line after it; [FR1] a transition on the first line is no title page', () => {
    const { ours, theirs } = bothDumps('Sections');
    expect(ours[0]).toBe('TRANSITION:CUT TO:');
    expect(changes(ours.slice(1), theirs)).toEqual([
      ['ACTION:INT. PALACE HALLWAY - NIGHT', 'HEADING:INT. PALACE HALLWAY - NIGHT|'],
    ]);
  });

  test('[FR18] tags are an extension whose signs stay in the words', () => {
    const { ours, theirs } = bothDumps('Tags');
    const words = (dump: string[]) => dump.join(' ').replace(/\w+:(?=\S)|#\S+|\|\S*/g, '');
    expect(ours).toContain('HEADING:INT. SCEHE 1 - DAY #scene1Day #mook:music #hababibibi|');
    expect(words(ours).trim().split(/\s+/)).toEqual(words(theirs).trim().split(/\s+/));
  });

  test('[FR12] emphasis is read as in its formatted dump, nested stars too', () => {
    const dump = readFixture('screenplay-tools/Formatted.txt').replaceAll('\r', '');
    const expected = dump.replace('*Leupold Mark 4*', '<i>Leupold Mark 4</i>');
    expect(read('screenplay-tools/Formatted').map(withTags).join('\n\n').trim()).toBe(expected.trim());
  });
});

/** Lines that differ, pair by pair. */
function changes(ours: readonly string[], theirs: readonly string[]): [string, string][] {
  expect(ours.length).toBe(theirs.length);
  return ours.flatMap((line, i): [string, string][] => (line === theirs[i] ? [] : [[line, theirs[i]!]]));
}

const tags: Partial<Record<MarkType, string>> = { bold: 'b', italic: 'i', underline: 'u' };

function withTags({ text, marks = [] }: Element): string {
  const at = (offset: number) => {
    const closing = marks.filter((m) => m.to === offset).reverse();
    const opening = marks.filter((m) => m.from === offset);
    return [...closing.map((m) => `</${tags[m.type]}>`), ...opening.map((m) => `<${tags[m.type]}>`)].join('');
  };
  return Array.from({ length: text.length + 1 }, (_, i) => at(i) + text.charAt(i)).join('');
}

describe('nyousefi/Fountain', () => {
  const ny = (name: string) => read(`fountain-nyousefi/${name}`);

  test('[FR4] forced action, cues and lyrics', () => {
    expect(outline(ny('ForcedElements'))).toEqual([
      ['action', 'BANG\nBANG\nBANG'],
      ['character', 'McDUCK'],
      ['dialogue', "I'm vegan."],
      ['character', 'SINGER'],
      ['lyrics', 'These are the songs'],
      ['lyrics', 'That I sing.'],
    ]);
  });

  test('[FR2] headings of every spelling; without a blank line after it, a heading is action', () => {
    const all = ny('SceneHeaders');
    expect(all.filter((e) => e.type === 'heading').length).toBe(16);
    expect(all.filter((e) => e.type !== 'heading').map((e) => e.text)).toEqual([
      '... not a scene header.',
      'INT. HOUSE - DAY\nEXT. HOUSE - DAY',
      'ESTABLISHING',
    ]);
  });

  test('[FR3] every heading has its number', () => {
    const headings = ny('SceneNumbers').filter((e) => e.type === 'heading');
    expect(headings.map((e) => e.attrs.number)).toEqual(['1', '1A', '1a', 'A1', 'I-1-A', '1.', '110A']);
    expect(headings.filter((e) => e.text.includes('#'))).toEqual([]);
  });

  test('[FR8] two speeches pair', () => {
    const cues = ny('DualDialogue').filter((e) => e.type === 'character');
    expect(cues.map((e) => e.attrs.dual ?? 'none')).toEqual(['left', 'right']);
  });

  test('[FR11] words between > and < are centered, spaces aside; without < they are a transition', () => {
    expect(outline(ny('CenteredText'))).toEqual([
      ['centered', 'Centered'],
      ['transition', 'Not centered'],
      ['centered', 'No space'],
      ['centered', 'Lots of Space'],
    ]);
  });

  test('[FR13] page breaks of any length stand between the pages', () => {
    expect(ny('PageBreaks').map((e) => e.type)).toEqual(['action', 'pageBreak', 'action', 'pageBreak', 'action']);
  });

  test('[FR14] sections keep their level, with or without a space; synopses lose their sign', () => {
    const sections = ny('SectionHeaders').map((e) => [e.attrs.level, e.text]);
    expect(sections).toEqual([
      [1, 'Act One'],
      [1, 'Act Two'],
      [1, 'ACT THREE'],
      [1, 'ACT FOUR'],
      [1, '5'],
      [2, 'Level 2'],
      [3, 'Level 3'],
    ]);
    const synopses = ny('Synopses').filter((e) => e.type === 'synopsis');
    expect(synopses.map((e) => e.text)).toEqual(['This is the first act.', 'This is another act.', 'THE FINAL ACT']);
  });
});

describe('screenplain', () => {
  test('[FR17] a byte order mark is no part of the first heading', () => {
    expect(read('screenplain/tests/utf-8-bom')[0]).toMatchObject({ type: 'heading', text: 'EXT. SOMEWHERE - DAY' });
  });

  test('[FR6] two spaces hold a blank line inside dialogue', () => {
    const dialogue = read('screenplain/tests/dialogue-with-blank-line').filter((e) => e.type === 'dialogue');
    expect(dialogue.some((e) => e.text.includes('\n\n'))).toBe(true);
  });

  test('[FR16] nothing in a boneyard is printed', () => {
    const printed = read('screenplain/tests/boneyard')
      .filter((e) => e.type !== 'note')
      .map(printedText);
    expect(printed.join('\n')).not.toMatch(/\/\*|\*\//);
  });
});

test('[FR19] cues and headings of the Chinese script are read by their forced marks', () => {
  const script = read('synthetic/synthetic-zh');
  const count = (type: string) => script.filter((e) => e.type === type).length;
  expect({ heading: count('heading'), action: count('action') > 0, cues: count('character') > 0 }).toEqual({
    heading: 120,
    action: true,
    cues: true,
  });
  expect(script.filter((e) => e.type === 'character').every((e) => !e.text.startsWith('@'))).toBe(true);
});
