import { describe, expect, it } from 'vitest';
import { Peer, type ScriptRow, settle, showDoc, startState } from '../../testing/index.ts';

const SCRIPT: ScriptRow[] = [
  ['action', 'a1', 'Rain on the window.'],
  ['dialogue', 'd1', 'We should leave now.'],
  ['action', 'a2', 'A car waits.'],
];
const crew = (count = 2): Peer[] => {
  const start = startState(SCRIPT);
  return Array.from({ length: count }, (_, at) => new Peer('abc'[at]!, 11 + at, { start }));
};
const shown = (peers: readonly Peer[]): string => {
  settle(peers);
  const all = peers.map((peer) => showDoc(peer.state.doc));
  for (const other of all) expect(other).toBe(all[0]);
  return all[0]!;
};
const remove = (peer: Peer, words: string): void =>
  peer.dispatch(peer.state.tr.delete(peer.find(words), peer.find(words, words.length)));
const START = 'action#a1|Rain on the window.\ndialogue#d1|We should leave now.\naction#a2|A car waits.';

describe('undo shared by several people', () => {
  it.each([
    ['at the same moment', false],
    ['one after the other', true],
  ])('[UN2] two who deleted the same words and undo it %s bring back one copy', (_when, inTurn) => {
    const [a, b] = crew() as [Peer, Peer];
    remove(a, 'should leave');
    remove(b, 'should leave');
    shown([a, b]);
    a.undo.undo();
    if (inTurn) shown([a, b]);
    b.undo.undo();
    expect(shown([a, b])).toBe(START);
  });

  it('[UN2] words that overlap come back once', () => {
    const [a, b] = crew() as [Peer, Peer];
    remove(a, 'We should');
    remove(b, 'should leave');
    shown([a, b]);
    a.undo.undo();
    b.undo.undo();
    expect(shown([a, b])).toBe(START);
  });

  it('[UN2] a whole element comes back once, with its attributes', () => {
    const [a, b] = crew() as [Peer, Peer];
    for (const peer of [a, b]) {
      const pos = peer.at('d1') - 1;
      peer.dispatch(peer.state.tr.delete(pos, pos + peer.state.doc.child(1).nodeSize));
    }
    shown([a, b]);
    a.undo.undo();
    b.undo.undo();
    expect(shown([a, b])).toBe(START);
    expect(a.body.length).toBe(b.body.length);
  });

  it('[UN2] three who undo at once leave one copy', () => {
    const peers = crew(3);
    for (const peer of peers) remove(peer, 'leave');
    shown(peers);
    for (const peer of peers) peer.undo.undo();
    expect(shown(peers)).toBe(START);
  });

  it('[UN3] redo takes the one copy away, whoever made it', () => {
    const [a, b] = crew() as [Peer, Peer];
    remove(a, 'leave ');
    remove(b, 'leave ');
    shown([a, b]);
    a.undo.undo();
    b.undo.undo();
    shown([a, b]);
    b.undo.redo();
    expect(shown([a, b]).split('\n')[1]).toBe('dialogue#d1|We should now.');
  });

  it('[UN4] the same words typed twice are no copies of each other', () => {
    const [a, b] = crew() as [Peer, Peer];
    remove(a, 'leave ');
    shown([a, b]);
    a.type(a.find('now'), 'go ');
    b.type(b.find('now'), 'go ');
    expect(shown([a, b]).split('\n')[1]).toBe('dialogue#d1|We should go go now.');
  });

  it('[UN5] undo takes back nothing that others did', () => {
    const [a, b] = crew() as [Peer, Peer];
    b.type(b.find('car'), 'red ');
    shown([a, b]);
    expect(a.undo.undo()).toBe(false);
    a.type(a.find('car'), 'old ');
    expect(a.undo.undo()).toBe(true);
    expect(shown([a, b]).split('\n')[2]).toBe('action#a2|A red car waits.');
  });
});
