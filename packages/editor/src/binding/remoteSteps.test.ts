import { describe, expect, it } from 'vitest';
import { Peer, type ScriptRow, settle, startState } from '../../testing/index.ts';

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
