import { splitBlock } from '@tiptap/pm/commands';
import { TextSelection } from '@tiptap/pm/state';
import { decodeCaret } from '@tramline/collab';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, freshView, Peer, type ScriptRow, settle, showDoc, startState } from '../../testing/index.ts';

const SCRIPT: ScriptRow[] = [
  ['action', 'a1', 'Rain falls.'],
  ['dialogue', 'd1', 'We should leave now.'],
  ['action', 'a2', 'A car waits.'],
];
const pair = (): [Peer, Peer] => {
  const start = startState(SCRIPT);
  return [new Peer('a', 11, { start }), new Peer('b', 12, { start })];
};
const words = (peer: Peer): string[] => peer.state.doc.children.map((node) => node.textContent);
/** Types as an input method does: each stage takes the place of the one before. */
const compose = (peer: Peer, at: number, ...stages: string[]): void => {
  peer.composing = true;
  let length = 0;
  for (const stage of stages) {
    peer.dispatch(peer.state.tr.insertText(stage, at, at + length));
    length = stage.length;
  }
};

describe('composition', () => {
  it('[BI9] what others type meanwhile is not shown, and what is composed goes out', () => {
    const [a, b] = pair();
    compose(a, a.find('leave'), 'n', 'ni');
    b.type(b.find('now'), 'right ');
    b.type(b.find('car'), 'small ');
    settle([a, b]);
    expect(words(a)).toEqual(['Rain falls.', 'We should nileave now.', 'A car waits.']);
    expect(words(b)).toEqual(['Rain falls.', 'We should nileave right now.', 'A small car waits.']);
  });

  it('[BI10] at the end all of it is shown in one transaction, and the caret stays with its word', () => {
    const [a, b] = pair();
    a.select(a.find('leave'));
    compose(a, a.find('leave'), 'n', 'ni', '你');
    b.type(b.find('We'), 'Oh! ');
    settle([a, b]);
    b.type(b.find('now'), 'right ');
    b.select(b.find('car'));
    b.do(splitBlock);
    settle([a, b]);
    compose(a, a.find('你', 1), 'h', 'hao', '好');
    settle([a, b]);
    let shown = 0;
    const dispatch = a.dispatch.bind(a);
    a.dispatch = (tr) => {
      shown++;
      dispatch(tr);
    };
    a.endComposition();
    expect(shown).toBe(1);
    const script = ['Rain falls.', 'Oh! We should 你好leave right now.', 'A ', 'car waits.'];
    expect([words(a), words(b)]).toEqual([script, script]);
    expect(a.state.selection.from).toBe(a.find('好', 1));
  });

  it('[BI11] composing inside words that somebody deletes loses nothing', () => {
    const [a, b] = pair();
    compose(a, a.find('leave'), 'n', 'ni');
    b.dispatch(b.state.tr.delete(b.find('should'), b.find('now')));
    settle([a, b]);
    compose(a, a.find('ni', 2), 'h', 'hao');
    settle([a, b]);
    a.endComposition();
    expect([words(a)[1], words(b)[1]]).toEqual(['We nihaonow.', 'We nihaonow.']);
  });

  it('[BI11] composing in an element that somebody deletes brings it back with the new words', () => {
    const [a, b] = pair();
    compose(a, a.find('leave'), 'n', 'ni');
    b.dispatch(b.state.tr.delete(b.at('d1') - 1, b.at('a2') - 1));
    settle([a, b]);
    compose(a, a.find('ni', 2), 'h', 'hao');
    a.endComposition();
    settle([a, b]);
    expect([showDoc(a.state.doc), showDoc(b.state.doc)]).toEqual(
      Array(2).fill('action#a1|Rain falls.\ndialogue#d1|nihao\naction#a2|A car waits.'),
    );
  });

  it('[BI12] carets of others and of oneself are exact while changes are held', () => {
    const [a, b] = pair();
    compose(a, a.find('leave'), 'ni');
    a.select(a.find('ni', 2));
    b.type(b.find('Rain'), 'Cold ');
    b.select(b.find('now'));
    settle([a, b]);
    const own = decodeCaret(b.binding.ground, a.binding.caret!)!;
    expect(b.binding.posAt(own.head)).toBe(b.find('ni', 2));
    expect(a.binding.rangeOf(b.binding.caret!)!.head).toBe(a.find('now'));
  });

  it('[BI11] an edit of elements during a composition ends the hold and loses nothing', () => {
    const [a, b] = pair();
    compose(a, a.find('leave'), 'ni');
    b.type(b.find('now'), 'right ');
    settle([a, b]);
    a.select(a.find('leave'));
    a.do(splitBlock);
    settle([a, b]);
    const script = ['Rain falls.', 'We should ni', 'leave right now.', 'A car waits.'];
    expect([words(a), words(b)]).toEqual([script, script]);
  });

  it('[BI13] random edits around compositions: both agree in the end and nothing is lost', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => runComposition(seed)),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

/** One peer composes at random places while the other edits; every unit that is typed is unique, so loss shows. */
function runComposition(seed: number): void {
  const random = createRandom(seed);
  const peers = pair();
  const [a, b] = peers;
  const typed = new Set<string>();
  const fresh = (): string => {
    const char = String.fromCharCode(0x4e00 + typed.size);
    typed.add(char);
    return char;
  };
  const gone = new Set<string>();
  const place = ({ state: { doc } }: Peer): number =>
    TextSelection.near(doc.resolve(random.int(doc.content.size))).from;
  const removeAt = (peer: Peer, from: number, to: number): void => {
    for (const char of peer.state.doc.textBetween(from, to)) gone.add(char);
    peer.dispatch(peer.state.tr.delete(from, to));
  };
  for (let round = 0; round < 4; round++) {
    for (let step = 0; step < 8; step++) {
      if (random.chance(0.5)) compose(a, place(a), fresh());
      if (random.chance(0.3)) b.type(place(b), fresh());
      if (random.chance(0.2)) b.dispatch(b.state.tr.split(place(b)));
      if (random.chance(0.2)) removeAt(b, ...([place(b), place(b)].sort((x, y) => x - y) as [number, number]));
      if (random.chance(0.2)) b.dispatch(b.state.tr.setNodeAttribute(0, 'number', String(step)));
      if (random.chance(0.6)) settle(peers);
    }
    a.endComposition();
    settle(peers);
    for (const peer of peers) expect(peer.state.doc.eq(freshView(peer.body))).toBe(true);
    expect(showDoc(a.state.doc)).toBe(showDoc(b.state.doc));
  }
  for (const char of typed) if (!gone.has(char)) expect(a.state.doc.textContent.split(char)).toHaveLength(2);
}
