import {
  createAnchor,
  createShot,
  openScript,
  readGround,
  readShots,
  resolveAnchor,
  writeElements,
} from '@tramline/collab';
import type { Element } from '@tramline/screenplay';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { keepAnchors } from './keepAnchors.ts';

const ELEMENTS: Element[] = [
  { id: 'h1', type: 'heading', text: 'INT. BUS', attrs: {} },
  { id: 'd1', type: 'dialogue', text: 'It holds eighty kilos.', attrs: {} },
  { id: 'h2', type: 'heading', text: 'EXT. ROAD', attrs: {} },
];

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A script with a shot on "eighty", looked after. */
function open({ mode = 'edit', mayEdit = true }: { mode?: 'edit' | 'read'; mayEdit?: boolean } = {}) {
  const [script, shots] = [new Y.Doc(), new Y.Doc()];
  const { body } = openScript(script);
  writeElements(openScript(script), ELEMENTS);
  const anchor = createAnchor(readGround(body), { ordinal: 1, offset: 9 }, { ordinal: 1, offset: 15 });
  createShot(shots, { id: 's1', order: 'V', anchor });
  const stop = keepAnchors({
    scriptRoom: { doc: script, content: 'ready' },
    shotsRoom: { doc: shots, content: 'ready', mode },
    mayEdit: () => mayEdit,
  });
  const place = () => resolveAnchor(readGround(body), readShots(shots)[0]!.anchor!);
  /** Moves the dialogue to the end, in two steps. */
  const move = (): void => {
    body.delete(9, 23);
    body.insertEmbed(body.length, new Y.Map(Object.entries({ id: 'd1', type: 'dialogue' })));
    body.insert(body.length, 'It holds eighty kilos.');
  };
  return { script, shots, body, place, move, stop };
}

describe('anchors of shots', () => {
  it('are written over the words that stand there after a move on this page, and then follow every edit', () => {
    const { body, place, move, shots } = open();
    move();
    expect(place()).toMatchObject({ by: 'offset' });
    vi.runAllTimers();
    expect(place()).toMatchObject({ by: 'rel', start: { ordinal: 2, offset: 9 }, end: { ordinal: 2, offset: 15 } });
    body.delete(body.length - 'eighty kilos.'.length, 3);
    body.insert(body.length - 'hty kilos.'.length, 'NINE');
    expect(place()).toMatchObject({ by: 'rel', start: { offset: 9 }, end: { offset: 16 } });
    expect(readShots(shots)[0]!.anchor!.quote).toBe('eighty');
  });

  it('are left to who moved the words, and to those who may edit', () => {
    for (const { page, isOther } of [
      { page: open({ mode: 'read' }), isOther: false },
      { page: open({ mayEdit: false }), isOther: false },
      { page: open(), isOther: true },
    ]) {
      const before = Y.encodeStateVector(page.shots);
      if (isOther) {
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(page.script));
        const body = other.getText('body');
        body.delete(9, 23);
        body.insertEmbed(body.length, new Y.Map(Object.entries({ id: 'd1', type: 'dialogue' })));
        body.insert(body.length, 'It holds eighty kilos.');
        Y.applyUpdate(page.script, Y.encodeStateAsUpdate(other));
      } else page.move();
      vi.runAllTimers();
      expect(page.place()).toMatchObject({ by: 'offset' });
      expect(Y.encodeStateVector(page.shots)).toEqual(before);
    }
  });

  it('are not touched by a split, by typing, or after the page is left', () => {
    const { body, shots, move, stop } = open();
    const before = Y.encodeStateVector(shots);
    body.insertEmbed(12, new Y.Map(Object.entries({ id: 'n', type: 'action' })));
    body.insert(14, 'x');
    vi.runAllTimers();
    move();
    stop();
    vi.runAllTimers();
    expect(Y.encodeStateVector(shots)).toEqual(before);
  });
});
