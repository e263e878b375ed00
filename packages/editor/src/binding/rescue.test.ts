import { joinBackward, splitBlock } from '@tiptap/pm/commands';
import { describe, expect, it } from 'vitest';
import { Peer, type ScriptRow, settled, showDoc, startState } from '../../testing/index.ts';
import { moveElements } from '../index.ts';

const SCRIPT: ScriptRow[] = [
  ['heading', 'h1', 'INT. HOUSE'],
  ['action', 'a1', 'Rain on the window.'],
  ['dialogue', 'd1', 'We should leave now.'],
  ['heading', 'h2', 'EXT. ROAD'],
  ['action', 'a2', 'A car waits.'],
];
const crew = (count = 2, rows: readonly ScriptRow[] = SCRIPT): Peer[] => {
  const start = startState(rows);
  return Array.from({ length: count }, (_, at) => new Peer('abc'[at]!, 11 + at, { start }));
};
const pair = (rows = SCRIPT): [Peer, Peer] => crew(2, rows) as [Peer, Peer];
const shown = (peer: Peer): string[] => showDoc(peer.state.doc).split('\n');

const moveFirstScene = (peer: Peer): void => peer.dispatch(moveElements(peer.state.tr, { from: 0, to: 3 }, 5));
const remove = (peer: Peer, from: string, to: string): void => {
  const end = peer.at(to) + peer.state.doc.resolve(peer.at(to)).parent.content.size + 1;
  peer.dispatch(peer.state.tr.delete(peer.at(from) - 1, end));
};

describe('rescue', () => {
  it('[RS1] words typed into a scene that is moved meanwhile go along, at their place', () => {
    const [a, b] = pair();
    moveFirstScene(a);
    b.type(b.find('leave'), 'ZEBRA ');
    b.type(b.find('window'), 'broken ');
    expect(settled([a, b])).toEqual([
      'heading#h2|EXT. ROAD',
      'action#a2|A car waits.',
      'heading#h1|INT. HOUSE',
      'action#a1|Rain on the broken window.',
      'dialogue#d1|We should ZEBRA leave now.',
    ]);
  });

  it('[RS1] a scene that is cut and pasted in two steps takes them along too', () => {
    const [a, b] = pair();
    b.type(b.find('leave'), 'ZEBRA ');
    const content = a.state.doc.slice(0, a.at('h2') - 1).content;
    a.dispatch(a.state.tr.delete(0, a.at('h2') - 1));
    a.dispatch(a.state.tr.insert(a.state.doc.content.size, content));
    expect(settled([a, b]).slice(2)).toEqual([
      'heading#h1|INT. HOUSE',
      'action#a1|Rain on the window.',
      'dialogue#d1|We should ZEBRA leave now.',
    ]);
  });

  it('[RS2] words typed into an element that is deleted meanwhile get their head back', () => {
    const [a, b] = pair();
    remove(a, 'd1', 'd1');
    b.type(b.find('leave'), 'ZEBRA ');
    expect(settled([a, b]).slice(1, 4)).toEqual([
      'action#a1|Rain on the window.',
      'dialogue#d1|ZEBRA ',
      'heading#h2|EXT. ROAD',
    ]);
  });

  it('[RS2] a whole scene deleted: each element with new words stands again, in its type', () => {
    const [a, b] = pair();
    remove(a, 'h1', 'd1');
    b.type(b.find('leave'), 'ZEBRA ');
    b.type(b.find('HOUSE'), 'BIG ');
    expect(settled([a, b])).toEqual([
      'heading#h1|BIG ',
      'dialogue#d1|ZEBRA ',
      'heading#h2|EXT. ROAD',
      'action#a2|A car waits.',
    ]);
  });

  it('[RS3] a join leaves all words where they are', () => {
    const [a, b] = pair();
    a.select(a.at('d1'));
    a.do(joinBackward);
    b.type(b.find('leave'), 'ZEBRA ');
    expect(settled([a, b])[1]).toBe('action#a1|Rain on the window.We should ZEBRA leave now.');
  });

  it('[RS3] a join of an element that one wrote all by oneself leaves it joined', () => {
    const [a, b] = pair();
    b.select(b.find('now.') + 4);
    b.do(splitBlock);
    b.type(b.state.selection.from, 'All mine.');
    settled([a, b]);
    a.select(a.find('All mine.'));
    a.do(joinBackward);
    expect(settled([a, b])[2]).toBe('dialogue#d1|We should leave now.All mine.');
  });

  it('[RS3] a deletion that ends inside an element leaves its rest joined', () => {
    const [a, b] = pair();
    a.dispatch(a.state.tr.delete(a.find('window'), a.find('leave')));
    b.type(b.find('now.'), 'right ');
    b.type(b.find('should'), 'really ');
    const script = settled([a, b]);
    expect(script[1]).toBe('action#a1|Rain on the really leave right now.');
    expect(script).toHaveLength(4);
  });

  it('[RS4] pasted later: what had got its head back moves into the pasted element', () => {
    const [a, b] = pair();
    b.type(b.find('leave'), 'ZEBRA ');
    const content = a.state.doc.slice(a.at('d1') - 1, a.at('h2') - 1).content;
    remove(a, 'd1', 'd1');
    const cut = a.sent.splice(0);
    a.dispatch(a.state.tr.insert(a.state.doc.content.size, content));
    for (const update of cut) b.receive(update);
    expect(shown(b)[2]).toBe('dialogue#d1|ZEBRA ');
    const script = settled([a, b]);
    expect(script.at(-1)).toBe('dialogue#d1|We should ZEBRA leave now.');
    expect(script.filter((line) => line.includes('ZEBRA'))).toHaveLength(1);
  });

  it('[RS5] each author brings only its own words, so nothing is doubled', () => {
    const [a, b, c] = crew(3) as [Peer, Peer, Peer];
    moveFirstScene(a);
    b.type(b.find('leave'), 'ZEBRA ');
    c.type(c.find('We'), 'LION ');
    expect(settled([a, b, c]).at(-1)).toBe('dialogue#d1|LION We should ZEBRA leave now.');
  });

  it('[RS6] both move a scene and type into the other one: all words go along', () => {
    const [a, b] = pair();
    moveFirstScene(a);
    b.type(b.find('leave'), 'ZEBRA ');
    a.type(a.find('car'), 'small ');
    expect(settled([a, b]).join('\n')).toContain('A small car waits.');
  });

  it('[RS7] an element that one added to a moved scene goes along, and a split in it as well', () => {
    const [a, b] = pair();
    moveFirstScene(a);
    b.select(b.find('window.') + 7);
    b.do(splitBlock);
    b.type(b.state.selection.from, 'A dog barks.');
    b.select(b.find('leave'));
    b.do(splitBlock);
    const script = settled([a, b]).map((line) => line.replace(/#b\d/, '#new'));
    expect(script).toEqual([
      'heading#h2|EXT. ROAD',
      'action#a2|A car waits.',
      'heading#h1|INT. HOUSE',
      'action#a1|Rain on the window.',
      'action#new|A dog barks.',
      'dialogue#d1|We should ',
      'dialogue#new|leave now.',
    ]);
  });

  it('[RS8] undoing the typing takes the words away where they went', () => {
    const [a, b] = pair();
    moveFirstScene(a);
    b.type(b.find('leave'), 'ZEBRA ');
    settled([a, b]);
    b.undo.undo();
    expect(settled([a, b]).at(-1)).toBe('dialogue#d1|We should leave now.');
  });

  it('[RS8] undoing the deletion brings the element together again', () => {
    const [a, b] = pair();
    remove(a, 'd1', 'd1');
    b.type(b.find('leave'), 'ZEBRA ');
    settled([a, b]);
    a.undo.undo();
    const script = settled([a, b]);
    expect(script[2]).toBe('dialogue#d1|We should ZEBRA leave now.');
    expect(script).toHaveLength(5);
  });

  it('[RS9] words that stay joined to the element before keep their place when a head comes back', () => {
    const [a, b] = pair();
    // From the middle of a1 to the middle of h2: d1 goes whole, the rest of h2 joins a1.
    a.dispatch(a.state.tr.delete(a.find('window'), a.find('ROAD')));
    b.type(b.find('leave'), 'ZEBRA ');
    const script = settled([a, b]);
    expect(script.slice(1, 3)).toEqual(['action#a1|Rain on the ROAD', 'dialogue#d1|ZEBRA ']);
  });
});
