import { Slice } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { describe, expect, it } from 'vitest';
import { Peer, type ScriptRow, settle, showDoc, startState } from '../../testing/index.ts';
import { readPlainText, writePlainText } from '../clipboard.ts';
import { screenplaySchema as schema } from '../schema.ts';
import { toggleDualDialogue } from './dualDialogue.ts';
import { findWords, replaceWords } from './findReplace.ts';
import { hasFormat, toggleFormat } from './formats.ts';
import { moveScene } from './moveScene.ts';
import { enter, insertLineFeed, setElementType, setTypeByDigit, tab } from './typing.ts';

/** A peer on a script whose words may hold `<a>` and `<b>`: the ends of the selection, or `<a>` alone the caret. */
function open(...rows: readonly ScriptRow[]): Peer {
  const peer = new Peer('p', 11, { start: stateOf(rows) });
  const place = (mark: string): number | undefined => {
    const row = rows.find(([, , words]) => words.includes(mark));
    return row && peer.at(row[1], row[2].replace(mark === '<a>' ? '<b>' : '<a>', '').indexOf(mark));
  };
  const [a, b] = [place('<a>'), place('<b>')];
  if (a !== undefined) peer.select(a, b ?? a);
  return peer;
}
function stateOf(rows: readonly ScriptRow[]): Uint8Array {
  return startState(rows.map(([type, id, words]): ScriptRow => [type, id, words.replace(/<[ab]>/g, '')]));
}

/** What a command makes of a script, with the caret shown as `|`. */
function resultOf(peer: Peer, ...commands: Command[]): string[] {
  for (const command of commands) peer.do(command);
  const { $head } = peer.state.selection;
  return peer.state.doc.children.map((node, at) => {
    const words = node.textContent;
    const shown =
      at === $head.index(0) ? `${words.slice(0, $head.parentOffset)}|${words.slice($head.parentOffset)}` : words;
    return `${node.type.name}#${node.attrs.id} ${shown}`;
  });
}

describe('typing', () => {
  it.each<[string, ScriptRow[], Command, string[]]>([
    ['Enter at the end', [['character', 'c', 'IDA<a>']], enter(), ['character#c IDA', 'dialogue#p0 |']],
    ['Enter in the middle', [['action', 'a', 'One.<a>Two.']], enter(), ['action#a One.', 'action#p0 |Two.']],
    ['Enter at the start', [['dialogue', 'd', '<a>Hello.']], enter(), ['dialogue#p0 ', 'dialogue#d |Hello.']],
    ['Enter over a selection', [['action', 'a', 'On<a>e. T<b>wo.']], enter(), ['action#a On', 'action#p0 |wo.']],
    ['Enter on an empty element without a menu', [['action', 'a', '<a>']], enter(), ['heading#a |']],
    ['Tab on an empty element', [['action', 'a', '<a>']], tab('tab'), ['character#a |']],
    ['Tab in the middle', [['action', 'a', 'On<a>e']], tab('tab'), ['action#a On|e']],
    ['Shift-Tab', [['dialogue', 'd', 'Hel<a>lo']], tab('shiftTab'), ['character#d Hel|lo']],
    ['a digit', [['action', 'a', 'In<a>t.']], setTypeByDigit(1)!, ['heading#a In|t.']],
    ['a line feed', [['lyrics', 'l', 'La<a>la']], insertLineFeed, ['lyrics#l La\n|la']],
  ])('[EC1] %s', (_what, rows, command, wanted) => {
    expect(resultOf(open(...rows), command)).toEqual(wanted);
  });

  it('[EC1] a preference decides what comes after dialogue', () => {
    const command = enter({ preferences: { afterDialogue: 'character' } });
    expect(resultOf(open(['dialogue', 'd', 'Hello.<a>']), command)).toEqual(['dialogue#d Hello.', 'character#p0 |']);
  });

  it('[EC2] a parenthetical comes and goes with its brackets', () => {
    const peer = open(['character', 'c', 'IDA<a>']);
    expect(resultOf(peer, tab('tab'))).toEqual(['character#c IDA', 'parenthetical#p0 (|)']);
    expect(resultOf(peer, tab('tab'))).toEqual(['character#c IDA', 'dialogue#p0 |']);
    expect(resultOf(open(['parenthetical', 'p', '(softly<a>)']), enter())).toEqual([
      'parenthetical#p (softly)',
      'dialogue#p0 |',
    ]);
  });

  it('[EC3] changing the type keeps ids and words and drops what means nothing there', () => {
    const peer = open(['heading', 'h', 'INT<a>. BUS'], ['action', 'a', 'Rain<b>.']);
    peer.dispatch(peer.state.tr.setNodeAttribute(0, 'number', '12A'));
    expect(resultOf(peer, setElementType('shot'))).toEqual(['shot#h INT. BUS', 'shot#a Rain|.']);
    expect(peer.state.doc.child(0).attrs.number).toBeNull();
    expect(peer.do(setElementType('shot'))).toBe(false);
  });
});

describe('scenes and speeches', () => {
  const SPEECHES: ScriptRow[] = [
    ['character', 'c1', 'IDA'],
    ['dialogue', 'd1', 'Now.'],
    ['character', 'c2', 'JUN'],
    ['dialogue', 'd2', 'Later<a>.'],
  ];
  it('[EC4] two speeches are set beside each other and apart again', () => {
    const peer = open(...SPEECHES);
    const sides = (): unknown[] => peer.state.doc.children.map((node) => node.attrs.dual);
    peer.do(toggleDualDialogue);
    expect(sides()).toEqual(['left', null, 'right', null]);
    peer.do(toggleDualDialogue);
    expect(sides()).toEqual([null, null, null, null]);
    peer.select(peer.at('c1'));
    expect(peer.do(toggleDualDialogue)).toBe(false);
  });

  const SCENES: ScriptRow[] = [
    ['action', 'f', 'FADE IN:'],
    ['heading', 'h1', 'ONE'],
    ['action', 'a1', 'First.'],
    ['heading', 'h2', 'TWO'],
    ['action', 'a2', 'Sec<a>o<b>nd.'],
  ];
  it('[EC5] a scene moves with its ids and the selection, and comes back in one undo', () => {
    const peer = open(...SCENES);
    const before = showDoc(peer.state.doc);
    expect(resultOf(peer, moveScene('up')).map((line) => line.split(/[# ]/)[1])).toEqual(['f', 'h2', 'a2', 'h1', 'a1']);
    const { from, to } = peer.state.selection;
    expect(peer.state.doc.textBetween(from, to)).toBe('o');
    expect([peer.do(moveScene('up')), peer.do(moveScene('down', 'h1')), peer.do(moveScene('up', 'nowhere'))]).toEqual([
      false,
      false,
      false,
    ]);
    peer.undo.undo();
    expect(showDoc(peer.state.doc)).toBe(before);
  });
});

describe('words', () => {
  it('[EC6] find and replace over many places is one transaction and one undo', () => {
    const peer = open(['action', 'a', 'A bus. The Bus stops. Busy.'], ['dialogue', 'd', 'That bus?']);
    const { doc } = peer.state;
    expect(findWords(doc, { words: 'bus' })).toHaveLength(4);
    expect(findWords(doc, { words: 'Bus', matchCase: true })).toHaveLength(2);
    expect(findWords(doc, { words: '.' })).toHaveLength(3);
    expect(findWords(doc, { words: '' })).toEqual([]);
    peer.sent.length = 0;
    peer.do(replaceWords(findWords(doc, { words: 'bus', wholeWords: true }), 'tram'));
    expect(peer.sent).toHaveLength(1);
    expect(peer.state.doc.textContent).toBe('A tram. The tram stops. Busy.That tram?');
    peer.undo.undo();
    expect(peer.state.doc.eq(doc)).toBe(true);
  });

  it('[EC7] a format is switched on and off over the selection', () => {
    const peer = open(['action', 'a', 'Ra<a>in f<b>alls']);
    peer.do(toggleFormat('bold'));
    peer.do(toggleFormat('note'));
    expect([hasFormat(peer.state, 'bold'), hasFormat(peer.state, 'note'), hasFormat(peer.state, 'italic')]).toEqual([
      true,
      true,
      false,
    ]);
    expect(peer.body.toDelta()[2].attributes).toEqual({ bold: true, note: true });
    peer.do(toggleFormat('bold'));
    expect(hasFormat(peer.state, 'bold')).toBe(false);
  });

  it('[EC10] deleting across elements keeps the first type and id', () => {
    const peer = open(['heading', 'h', 'INT<a>. BUS'], ['action', 'a', 'x'], ['dialogue', 'd', 'Hel<b>lo']);
    peer.dispatch(peer.state.tr.deleteSelection());
    expect(showDoc(peer.state.doc)).toBe('heading#h|INTlo');
  });
});

describe('clipboard', () => {
  const ROWS: ScriptRow[] = [
    ['heading', 'h', 'INT. BUS - NIGHT'],
    ['action', 'a', 'Rain.'],
  ];
  it('[EC8] a copy gets new ids, a cut keeps them, on all peers', () => {
    const [peer, other] = [open(...ROWS), new Peer('q', 12, { start: stateOf(ROWS) })];
    const content = peer.state.doc.slice(0, peer.state.doc.child(0).nodeSize).content;
    peer.dispatch(peer.state.tr.insert(peer.state.doc.content.size, content));
    expect(showDoc(peer.state.doc)).toMatch(/^heading#h\|.*\naction#a\|.*\nheading#p0\|/);
    peer.dispatch(peer.state.tr.delete(0, content.size));
    peer.dispatch(peer.state.tr.insert(0, content));
    settle([peer, other]);
    expect(showDoc(other.state.doc)).toMatch(/^heading#h\|.*\naction#a\|.*\nheading#p0\|/);
  });

  it('[EC9] plain text comes in as Fountain or as words, and goes out so', () => {
    const slice = readPlainText(schema, 'EXT. ROAD - DAY\r\n\r\nA *car*.\r\n\r\nIDA\r\nHello.\n');
    expect(slice.content.content.map((node) => `${node.type.name}|${node.textContent}`)).toEqual([
      'heading|EXT. ROAD - DAY',
      'action|A car.',
      'character|IDA',
      'dialogue|Hello.',
    ]);
    expect(writePlainText(slice)).toBe('EXT. ROAD - DAY\n\nA *car*.\n\nIDA\nHello.\n');
    const line = readPlainText(schema, 'INT. one line');
    expect([line.openStart, line.content.firstChild!.type.name]).toEqual([1, 'action']);
    expect(writePlainText(line)).toBe('INT. one line');
    expect(readPlainText(schema, '\n')).toBe(Slice.empty);
  });
});
