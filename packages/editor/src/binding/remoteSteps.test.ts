import { describe, expect, it } from 'vitest';
import { Peer, type ScriptRow, settle, startState } from '../../testing/index.ts';
import { moveElements } from '../index.ts';

const COUNT = 200;
const SCRIPT = Array.from({ length: COUNT }, (_, at): ScriptRow => ['action', `e${at}`, `Element ${at} stands.`]);

describe('very many changes at once', () => {
  it('[BI14] one step shows them, positions between and inside stay exact, other elements stay the same', () => {
    const start = startState(SCRIPT);
    const [a, b] = [new Peer('a', 11, { start }), new Peer('b', 12, { start })];
    const before = b.state.doc.children;
    const tr = a.state.tr;
    for (let at = COUNT - 2; at >= 0; at -= 2) {
      if (at === 50) tr.delete(a.at('e50') - 1, a.at('e51') - 1);
      else tr.insertText('now ', a.at(`e${at}`, 8));
    }
    a.dispatch(tr);
    b.select(b.at('e101', 3), b.at('e120', 12));
    let steps = 0;
    const dispatch = b.dispatch.bind(b);
    b.dispatch = (shown) => {
      steps += shown.steps.length;
      dispatch(shown);
    };
    settle([a, b]);
    expect(steps).toBe(1);
    expect(b.state.doc.eq(a.state.doc)).toBe(true);
    expect([b.state.selection.anchor, b.state.selection.head]).toEqual([b.at('e101', 3), b.at('e120', 16)]);
    const same = before.filter((node) => b.state.doc.children.includes(node));
    expect(same.map((node) => node.attrs.id)).toEqual(SCRIPT.map(([, id]) => id).filter((_id, at) => at % 2 === 1));
  });
});

describe('a selection in elements that somebody else moves', () => {
  const SCENES: ScriptRow[] = [
    ['heading', 'h1', 'INT. HOUSE'],
    ['action', 'a1', 'Rain on the window.'],
    ['heading', 'h2', 'EXT. ROAD'],
    ['action', 'a2', 'A car waits.'],
  ];
  const pair = (): [Peer, Peer] => {
    const start = startState(SCENES);
    return [new Peer('a', 11, { start }), new Peer('b', 12, { start })];
  };
  const selected = ({ state }: Peer): string => {
    const { $from, from, to } = state.selection;
    return `${$from.parent.attrs.id}+${$from.parentOffset}: ${state.doc.textBetween(from, to, '/')}`;
  };

  it('[BI15] goes along with them', () => {
    for (const [first, last, shown] of [
      [['a1', 8], ['a1', 8], 'a1+8: '],
      [['a1', 0], ['a1', 0], 'a1+0: '],
      [['a1', 19], ['a1', 19], 'a1+19: '],
      [['h1', 5], ['a1', 4], 'h1+5: HOUSE/Rain'],
      [['a1', 4], ['h1', 5], 'h1+5: HOUSE/Rain'],
    ] as const) {
      const [a, b] = pair();
      b.select(b.at(first[0], first[1]), b.at(last[0], last[1]));
      a.dispatch(moveElements(a.state.tr, { from: 0, to: 2 }, 4));
      settle([a, b]);
      expect(b.state.doc.child(0).attrs.id).toBe('h2');
      expect(selected(b)).toBe(shown);
    }
  });

  it('[BI15] stays where it is when its element is split or joined, or deleted', () => {
    const [a, b] = pair();
    b.select(b.at('a1', 12));
    a.dispatch(a.state.tr.split(a.at('a1', 5)));
    settle([a, b]);
    expect(selected(b)).toMatch(/\+7: $/);
    a.dispatch(a.state.tr.join(a.at('h1', 10) + 1));
    settle([a, b]);
    expect(selected(b)).toMatch(/\+7: $/);
    a.dispatch(a.state.tr.delete(0, a.at('h2') - 1));
    settle([a, b]);
    expect(selected(b)).toBe('h2+0: ');
  });
});
