import { splitBlock } from '@tiptap/pm/commands';
import { resolveAnchor } from '@tramline/collab';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Peer, runSeed, type ScriptRow, settle, showDoc, startState } from '../../testing/index.ts';

const SCRIPT: ScriptRow[] = [
  ['action', 'a1', 'He walks.'],
  ['dialogue', 'd1', 'Hello 😀 you.'],
  ['action', 'a2', 'She nods.'],
];
const pair = (): [Peer, Peer] => {
  const start = startState(SCRIPT);
  return [new Peer('a', 11, { start }), new Peer('b', 12, { start })];
};

describe('binding', () => {
  it('[BI1] opening a script writes nothing', () => {
    const [a] = pair();
    expect(a.sent).toEqual([]);
  });

  it('[BI2] a remote key leaves all other elements the same objects', () => {
    const [a, b] = pair();
    const before = b.state.doc.children;
    a.type(a.at('d1', 2), 'x');
    settle([a, b]);
    expect(b.state.doc.children.map((node, at) => node === before[at])).toEqual([true, false, true]);
  });

  it('[BI3] Enter at the start of an element leaves the id with the words', () => {
    const [a] = pair();
    a.select(a.at('d1'));
    a.do(splitBlock);
    expect(a.state.doc.children.map((node) => node.attrs.id)).toEqual(['a1', 'a0', 'd1', 'a2']);
  });

  it('[BI4] half a surrogate pair becomes a replacement character on all peers alike', () => {
    const [a, b] = pair();
    a.dispatch(a.state.tr.delete(a.at('d1', 6), a.at('d1', 7)));
    settle([a, b]);
    const words = [a, b].map((peer) => peer.state.doc.child(1).textContent);
    expect(words).toEqual(['Hello \uFFFD you.', 'Hello \uFFFD you.']);
  });

  it('[BI5] line feeds inside an element survive both ways', () => {
    const [a, b] = pair();
    a.type(a.at('a1', 2), '\none\ntwo\n');
    settle([a, b]);
    b.type(b.at('a1', 3), '\n');
    settle([a, b]);
    expect([a, b].map((peer) => peer.state.doc.child(0).textContent)).toEqual(
      ['a', 'b'].map(() => 'He\n\none\ntwo\n walks.'),
    );
  });

  it('[UN1] undo brings back the selection from before the edit', () => {
    const [a] = pair();
    a.select(a.at('a2', 4), a.at('a2', 8));
    a.dispatch(a.state.tr.deleteSelection());
    a.select(1);
    a.undo.undo();
    expect([a.state.selection.from, a.state.selection.to]).toEqual([a.at('a2', 4), a.at('a2', 8)]);
  });

  it('[AN5] an anchor follows an element that is cut and pasted', () => {
    const [a, b] = pair();
    const anchor = b.anchor(b.at('a2', 4), b.at('a2', 8));
    const node = a.state.doc.child(2);
    a.dispatch(a.state.tr.delete(a.at('a2') - 1, a.state.doc.content.size));
    a.dispatch(a.state.tr.insert(0, node));
    settle([a, b]);
    const place = resolveAnchor(b.binding.ground, anchor);
    expect(place).toMatchObject({ state: 'placed', by: 'offset', start: { ordinal: 0, offset: 4 } });
    expect(b.anchored(anchor)).toBe('nods');
  });

  it('[BI6] an element of an unknown type is shown, edited and kept as it is', () => {
    const [a, b] = pair();
    const start = startState([['montage', 'm1', 'Quick cuts.']]);
    const old = new Peer('o', 13, { start });
    old.type(old.at('m1', 5), ' little');
    expect(showDoc(old.state.doc)).toBe('unknown#m1|Quick little cuts.');
    expect(old.binding.rows[0]!.head!.get('type')).toBe('montage');
    settle([a, b]);
  });
});

describe('fuzz', () => {
  it.each([84, 86, 657, 707, 1889, 1919, 2840, 4265, 5455, 13506, 15793, 22624])('[BI7] seed %i holds', (seed) => {
    expect(runSeed(seed).ops).toBeGreaterThan(0);
  });

  it.each([568, 393233150])('[RS10] peers of seed %i come to rest', (seed) => {
    expect(runSeed(seed).ops).toBeGreaterThan(0);
  });

  it('[BI7] random seeds hold', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), (seed) => runSeed(seed).ops > 0),
      { numRuns: 200, endOnFailure: true },
    );
  });
});
