import { joinBackward, splitBlock } from '@tiptap/pm/commands';
import { describe, expect, it } from 'vitest';
import { Peer, type ScriptRow, settled, startState } from '../../testing/index.ts';
import { moveElements } from '../index.ts';

const SCRIPT: ScriptRow[] = [
  ['heading', 'h1', 'INT. HOUSE'],
  ['action', 'a1', 'Rain on the window.'],
  ['dialogue', 'd1', 'We should leave now.'],
  ['heading', 'h2', 'EXT. ROAD'],
  ['action', 'a2', 'A car waits.'],
  ['heading', 'h3', 'INT. BARN'],
  ['action', 'a3', 'A lamp burns.'],
];
const crew = (count = 2): Peer[] => {
  const start = startState(SCRIPT);
  return Array.from({ length: count }, (_, at) => new Peer('xyz'[at]!, 11 + at, { start }));
};

/** What all show, with new ids alike. */
const shownBy = (peers: readonly Peer[]): string[] =>
  settled(peers).map((line) => line.replace(/#[xyz]\d+\|/, '#new|'));

/** Moves the scene of the first heading behind the scene of `h2` or to the end. */
const moveBehind = (peer: Peer, heading: 'h2' | 'h3'): void =>
  peer.dispatch(moveElements(peer.state.tr, { from: 0, to: 3 }, heading === 'h2' ? 5 : 7));
const setType = (peer: Peer, id: string, type: string): void =>
  peer.dispatch(
    peer.state.tr.setNodeMarkup(
      peer.at(id) - 1,
      peer.state.schema.nodes[type]!,
      peer.state.doc.resolve(peer.at(id)).parent.attrs,
    ),
  );
const remove = (peer: Peer, words: string): void =>
  peer.dispatch(peer.state.tr.delete(peer.find(words), peer.find(words) + words.length));

const h1 = ['heading#h1|INT. HOUSE', 'action#a1|Rain on the window.', 'dialogue#d1|We should leave now.'];
const h2 = ['heading#h2|EXT. ROAD', 'action#a2|A car waits.'];
const h3 = ['heading#h3|INT. BARN', 'action#a3|A lamp burns.'];

describe('a scene that two people move at once', () => {
  it('[TW1] stands once, where the one with the lower client id put it', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h2');
    moveBehind(b, 'h3');
    expect(shownBy([a, b])).toEqual([...h2, ...h1, ...h3]);
  });

  it('[TW1] three people, and one of them moved a single element of it', () => {
    const [a, b, c] = crew(3) as [Peer, Peer, Peer];
    moveBehind(c, 'h2');
    moveBehind(b, 'h3');
    a.dispatch(moveElements(a.state.tr, { from: 1, to: 2 }, 5));
    expect(shownBy([a, b, c])).toEqual([...h2, h1[1], ...h3, h1[0], h1[2]]);
  });

  it('[TW1] moved twice by one of them before they meet', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h3');
    moveBehind(b, 'h2');
    b.dispatch(moveElements(b.state.tr, { from: 2, to: 5 }, 0));
    expect(shownBy([a, b])).toEqual([...h2, ...h3, ...h1]);
  });

  it('[TW2] words typed into either copy, before or after the other arrived, are all kept at their place', () => {
    const [a, b, c] = crew(3) as [Peer, Peer, Peer];
    moveBehind(a, 'h2');
    a.type(a.find('leave'), 'APE ');
    moveBehind(b, 'h3');
    b.type(b.find('window'), 'broken ');
    for (const update of b.sent) c.receive(update);
    c.type(c.find('should'), 'CAT ');
    expect(shownBy([a, b, c])).toEqual([
      ...h2,
      'heading#h1|INT. HOUSE',
      'action#a1|Rain on the broken window.',
      'dialogue#d1|We CAT should APE leave now.',
      ...h3,
    ]);
  });

  it('[TW2] words deleted and types changed in the copy that goes are so in the one that stays', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h2');
    moveBehind(b, 'h3');
    remove(b, 'should ');
    setType(b, 'a1', 'shot');
    expect(shownBy([a, b])).toEqual([
      ...h2,
      'heading#h1|INT. HOUSE',
      'shot#a1|Rain on the window.',
      'dialogue#d1|We leave now.',
      ...h3,
    ]);
  });

  it('[TW2] words that were deleted in the copy that stays come back', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h2');
    remove(a, 'should ');
    moveBehind(b, 'h3');
    expect(shownBy([a, b])[4]).toBe('dialogue#d1|We should leave now.');
  });

  it('[TW3] elements and splits added to the copy that goes go along; what stood behind it stays', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h3');
    moveBehind(b, 'h2');
    b.select(b.find('window.') + 7);
    b.do(splitBlock);
    b.type(b.state.selection.from, 'A dog barks.');
    b.select(b.find('leave'));
    b.do(splitBlock);
    b.select(b.find('now.') + 4);
    b.do(splitBlock);
    b.type(b.state.selection.from, 'Silence.');
    expect(shownBy([a, b])).toEqual([
      ...h2,
      ...h3,
      'heading#h1|INT. HOUSE',
      'action#a1|Rain on the window.',
      'action#new|A dog barks.',
      'dialogue#d1|We should ',
      'dialogue#new|leave now.',
      'action#new|Silence.',
    ]);
  });

  it('[TW3] elements joined in the copy that goes are not doubled', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h3');
    moveBehind(b, 'h2');
    b.select(b.at('d1'));
    b.do(joinBackward);
    b.type(b.find('leave'), 'ZEBRA ');
    const script = shownBy([a, b]);
    expect(script.join('\n').match(/leave/g)).toHaveLength(1);
    expect(script.join('\n').match(/ZEBRA/g)).toHaveLength(1);
  });

  it('[TW4] undo and redo of either move leave one copy', () => {
    for (const who of [0, 1]) {
      const peers = crew() as [Peer, Peer];
      moveBehind(peers[0], 'h2');
      moveBehind(peers[1], 'h3');
      shownBy(peers);
      peers[who]!.undo.undo();
      expect(shownBy(peers).toSorted()).toEqual([...h1, ...h2, ...h3].toSorted());
      peers[who]!.undo.redo();
      expect(shownBy(peers).toSorted()).toEqual([...h1, ...h2, ...h3].toSorted());
    }
  });

  it('[TW4] deleted and brought back by undo while the other moves it', () => {
    for (const [mover, other] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const peers = crew() as [Peer, Peer];
      moveBehind(peers[mover], 'h2');
      const eraser = peers[other]!;
      eraser.dispatch(eraser.state.tr.delete(0, eraser.at('h2') - 1));
      eraser.undo.undo();
      expect(shownBy(peers).toSorted()).toEqual([...h1, ...h2, ...h3].toSorted());
    }
  });
});

describe('a change to an element that somebody moves at the same moment', () => {
  it('[LC1] a type goes along', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h2');
    setType(b, 'a1', 'shot');
    expect(shownBy([a, b])[3]).toBe('shot#a1|Rain on the window.');
  });

  it('[LC1] a type that the mover changed itself stays as the mover set it', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h2');
    setType(a, 'a1', 'general');
    setType(b, 'a1', 'shot');
    expect(shownBy([a, b])[3]).toBe('general#a1|Rain on the window.');
  });

  it('[LC2] deleted words stay deleted, and words typed at the same time stand in their place', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h2');
    remove(b, 'leave');
    b.type(b.find('now'), 'stay');
    remove(b, 'Rain ');
    expect(shownBy([a, b]).slice(2, 5)).toEqual([
      'heading#h1|INT. HOUSE',
      'action#a1|on the window.',
      'dialogue#d1|We should  staynow.',
    ]);
  });

  it('[LC2] what the mover had seen deleted is not deleted again', () => {
    const [a, b] = crew() as [Peer, Peer];
    b.dispatch(b.state.tr.insertText('aaaa', b.find('leave'), b.find('leave') + 5));
    shownBy([a, b]);
    b.dispatch(b.state.tr.delete(b.find('aaaa'), b.find('aaaa') + 1));
    shownBy([a, b]);
    moveBehind(a, 'h2');
    b.type(b.find('now'), 'right ');
    expect(shownBy([a, b])[4]).toBe('dialogue#d1|We should aaa right now.');
  });

  it('[LC4] formats go along, those of words that were typed with them as well', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h2');
    b.type(b.find('leave'), 'ZEBRA ');
    const bold = b.state.schema.marks.bold!.create();
    b.dispatch(b.state.tr.addMark(b.find('ZEBRA'), b.find('now') - 1, bold));
    remove(b, 'We ');
    expect(shownBy([a, b])[4]).toBe('dialogue#d1|should ZEBRA leave{b} now.');
  });

  it('[LC3] elements that were joined are joined where they went, with all that was typed and deleted since', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h2');
    b.select(b.at('d1'));
    b.do(joinBackward);
    b.type(b.find('leave'), 'ZEBRA ');
    b.dispatch(b.state.tr.delete(b.find('window.'), b.find('should')));
    expect(shownBy([a, b]).slice(2, 4)).toEqual([
      'heading#h1|INT. HOUSE',
      'action#a1|Rain on the should ZEBRA leave now.',
    ]);
  });

  it('[LC3] an element that the mover wrote in meanwhile is not joined', () => {
    const [a, b] = crew() as [Peer, Peer];
    moveBehind(a, 'h2');
    a.type(a.find('leave'), 'APE ');
    b.select(b.at('d1'));
    b.do(joinBackward);
    expect(shownBy([a, b]).slice(3, 5)).toEqual([
      'action#a1|Rain on the window.',
      'dialogue#d1|We should APE leave now.',
    ]);
  });

  it('[LC2] a scene that is cut and pasted in two steps', () => {
    const [a, b] = crew() as [Peer, Peer];
    remove(b, 'should ');
    setType(b, 'a1', 'shot');
    const content = a.state.doc.slice(0, a.at('h2') - 1).content;
    a.dispatch(a.state.tr.delete(0, a.at('h2') - 1));
    const cut = a.sent.splice(0);
    a.dispatch(a.state.tr.insert(a.state.doc.content.size, content));
    for (const update of cut) b.receive(update);
    expect(shownBy([a, b]).slice(-2)).toEqual(['shot#a1|Rain on the window.', 'dialogue#d1|We leave now.']);
  });
});
