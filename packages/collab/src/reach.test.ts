import type { Element } from '@tramline/screenplay';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createAnchor, resolveAnchor } from './anchors/anchor.ts';
import { followBody } from './followBody.ts';
import { type DatedUpdate, findLastTouch, type Reach, reachOfAnchor, reachOfFields } from './reach.ts';
import { openScript, writeElements } from './script.ts';
import { changeShot, createShot } from './shots/editShots.ts';
import { replaceShotText } from './shots/shotText.ts';

const ELEMENTS: Element[] = [
  { id: 'h1', type: 'heading', text: 'INT. BUS', attrs: {} },
  { id: 'd1', type: 'dialogue', text: 'It holds a string at eighty kilos.', attrs: {} },
  { id: 'a1', type: 'action', text: 'Rain.', attrs: {} },
];

/** A script, and what each edit of it sent. */
function open() {
  const doc = new Y.Doc();
  const { body } = openScript(doc);
  writeElements(openScript(doc), ELEMENTS);
  const { rows } = followBody(body);
  const ground = () => followBody(body).ground;
  const indexOf = (words: string): number => {
    let index = 1;
    for (const { text } of followBody(body).rows) {
      const at = text.indexOf(words);
      if (at >= 0) return index + at;
      index += text.length + 1;
    }
    throw new RangeError(words);
  };
  const from = rows[1]!.text.indexOf('a string');
  const anchor = createAnchor(ground(), { ordinal: 1, offset: from }, { ordinal: 1, offset: rows[1]!.text.length - 1 });
  const reach = () => reachOfAnchor(ground(), anchor, resolveAnchor(ground(), anchor));
  return { doc, first: Y.encodeStateAsUpdate(doc), body, indexOf, ground, anchor, reach };
}

const day = (number: number): Date => new Date(Date.UTC(2026, 2, number));

/** The edits as the log gives them: one a day, newest first. */
async function* newestFirst(updates: readonly Uint8Array[]): AsyncGenerator<DatedUpdate & { readonly number: number }> {
  for (const [number, bytes] of [...updates.entries()].toReversed()) yield { bytes, number, at: day(number) };
}

/** The number of the newest edit since the one of a number that touched some units. */
const lastTouch = async (
  updates: readonly Uint8Array[],
  reach: Reach,
  since = 0,
  isMovable = false,
): Promise<number | undefined> => (await findLastTouch(newestFirst(updates), reach, day(since), { isMovable }))?.number;

/** The update that an edit makes. */
function sent(doc: Y.Doc, edit: () => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  const updates: Uint8Array[] = [];
  const keep = (update: Uint8Array): void => void updates.push(update);
  doc.on('update', keep);
  edit();
  doc.off('update', keep);
  expect(updates.length, `edits since ${before.length}`).toBeGreaterThan(0);
  return Y.mergeUpdates(updates);
}

describe('what a part of a document is made of', () => {
  it('[RE1] words typed, deleted or replaced between the ends of an anchor are reached, whatever became of them', async () => {
    const { doc, first, body, indexOf, reach } = open();
    const typed = sent(doc, () => body.insert(indexOf('eighty'), 'about '));
    const deleted = sent(doc, () => body.delete(indexOf('eighty'), 6));
    const again = sent(doc, () => body.insert(indexOf(' kilos'), 'ninety'));
    const gone = sent(doc, () => body.delete(indexOf('about '), 6));
    const atEnd = sent(doc, () => body.delete(indexOf('kilos'), 5));
    const all = [typed, deleted, again, gone, atEnd];
    for (const [at] of all.entries()) expect(await lastTouch([first, ...all.slice(0, at + 1)], reach())).toBe(at + 1);
  });

  it('[RE1] words beside it, other elements and formats are not', async () => {
    const { doc, first, body, indexOf, reach } = open();
    const before = sent(doc, () => body.insert(indexOf('a string'), 'up '));
    const deletedBefore = sent(doc, () => body.delete(indexOf('It holds'), 3));
    const behind = sent(doc, () => body.insert(indexOf('.'), ' or so'));
    const elsewhere = sent(doc, () => body.insert(indexOf('Rain'), 'Cold '));
    const format = sent(doc, () => body.format(indexOf('string'), 6, { bold: true }));
    expect(await lastTouch([first, before, deletedBefore, behind, elsewhere, format], reach())).toBeUndefined();
  });

  it('[RE1] a change of type of a covered element, and a split in it, are', async () => {
    const { doc, first, body, indexOf, reach, ground } = open();
    const type = sent(doc, () => ground().rows[1]!.head!.set('type', 'action'));
    const split = sent(doc, () =>
      body.insertEmbed(indexOf('eighty'), new Y.Map(Object.entries({ id: 'n', type: 'action' }))),
    );
    expect(await lastTouch([first, type], reach())).toBe(1);
    expect(await lastTouch([first, type, split], reach())).toBe(2);
  });

  it('[RE2] an anchor whose words were moved reaches the words that it covers now, and no others', async () => {
    const { doc, first, body, indexOf, reach, anchor, ground } = open();
    const rows = ground().rows;
    const moved = sent(doc, () =>
      doc.transact(() => {
        body.delete(rows[0]!.text.length + 1, rows[1]!.text.length + 1);
        body.insertEmbed(body.length, new Y.Map(Object.entries({ id: 'd1', type: 'dialogue' })));
        body.insert(body.length, ELEMENTS[1]!.text);
      }),
    );
    expect(resolveAnchor(ground(), anchor)).toMatchObject({ state: 'placed', by: 'offset' });
    const beside = sent(doc, () => body.insert(indexOf('a string'), 'up '));
    const inside = sent(doc, () => body.insert(indexOf('eighty'), 'about '));
    expect(resolveAnchor(ground(), anchor)).toMatchObject({ state: 'placed', by: 'near' });
    expect(await lastTouch([first, moved, beside], reach(), 1)).toBeUndefined();
    expect(await lastTouch([first, moved, beside, inside], reach(), 1)).toBe(3);
  });

  it('[RE3] fields of a shot: the value of a code, and every word of a text', async () => {
    const doc = new Y.Doc();
    const id = 's1';
    const made = sent(doc, () => createShot(doc, { id, order: 'V' }));
    const lens = sent(doc, () => changeShot(doc, id, { durationFrames: 96 }));
    const typed = sent(doc, () => replaceShotText(doc, id, 'action', 'Jun waits.'));
    const deleted = sent(doc, () => replaceShotText(doc, id, 'action', 'Jun.'));
    const reached = (fields: string[], most: number) =>
      lastTouch([made, lens, typed, deleted].slice(0, most), reachOfFields(doc, id, fields));
    expect(await reached(['durationFrames'], 4)).toBe(1);
    expect(await reached(['action'], 4)).toBe(3);
    expect(await reached(['action'], 3)).toBe(2);
    expect(await reached(['light'], 4)).toBeUndefined();
    expect(await reached([], 4)).toBeUndefined();
    expect(reachOfFields(doc, 'nobody', ['durationFrames'])).toEqual([]);
  });

  it('[RE4] who only sends along what others deleted has deleted nothing', async () => {
    const { doc, first, body, indexOf, reach } = open();
    const typed = sent(doc, () => body.insert(indexOf('eighty'), 'about '));
    const deleted = sent(doc, () => body.delete(indexOf('about '), 6));
    const offline = new Y.Doc();
    for (const update of [first, typed, deleted]) Y.applyUpdate(offline, update);
    const before = Y.encodeStateVector(offline);
    offline.getText('body').insert(1, 'DAY - ');
    // A reconnecting client answers with everything that it knows to be deleted.
    const back = Y.encodeStateAsUpdate(offline, before);
    Y.applyUpdate(doc, back);
    expect(await lastTouch([first, typed, deleted, back], reach())).toBe(2);
    expect(await lastTouch([first, typed, deleted, back], reach(), 2)).toBeUndefined();
  });

  it('[RE5] who moved words has not changed them; what was changed since is found', async () => {
    const { doc, first, body, indexOf, ground } = open();
    const changed = sent(doc, () => body.insert(indexOf('eighty'), 'about '));
    const moved = sent(doc, () =>
      doc.transact(() => {
        const words = ground().rows[1]!.text;
        body.delete(ground().rows[0]!.text.length + 1, words.length + 1);
        body.insertEmbed(body.length, new Y.Map(Object.entries({ id: 'd1', type: 'dialogue' })));
        body.insert(body.length, words);
      }),
    );
    const anchor = createAnchor(ground(), { ordinal: 2, offset: 9 }, { ordinal: 2, offset: 20 });
    const reach = () => reachOfAnchor(ground(), anchor, resolveAnchor(ground(), anchor));
    expect(await lastTouch([first, changed, moved], reach(), 0, true)).toBeUndefined();
    const since = sent(doc, () => body.insert(indexOf('string'), 'thin '));
    expect(await lastTouch([first, changed, moved, since], reach(), 0, true)).toBe(3);
  });
});
