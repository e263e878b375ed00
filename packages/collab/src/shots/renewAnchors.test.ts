import type { Element } from '@tramline/screenplay';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { createAnchor, resolveAnchor } from '../anchors/anchor.ts';
import { readGround } from '../ground.ts';
import { openScript, writeElements } from '../script.ts';
import { createBeat } from './editBeats.ts';
import { createShot } from './editShots.ts';
import { readBeats, readShots } from './readShots.ts';
import { renewAnchors } from './renewAnchors.ts';
import { createShotsUndo } from './shotsUndo.ts';

const ELEMENTS: Element[] = [
  { id: 'h1', type: 'heading', text: 'INT. BUS', attrs: {} },
  { id: 'd1', type: 'dialogue', text: 'It holds eighty kilos.', attrs: {} },
  { id: 'a1', type: 'action', text: 'Rain on glass.', attrs: {} },
];

test('[SD13] anchors whose words were moved are written anew, the others stay as they are, and no undo takes it back', () => {
  const doc = new Y.Doc();
  const { body } = openScript(new Y.Doc());
  writeElements(openScript(body.doc!), ELEMENTS);
  const anchor = (ordinal: number, from: number, to: number) =>
    createAnchor(readGround(body), { ordinal, offset: from }, { ordinal, offset: to });
  createShot(doc, { id: 'moved', order: 'F', anchor: anchor(1, 9, 15) });
  createShot(doc, { id: 'stays', order: 'M', anchor: anchor(2, 0, 4) });
  createShot(doc, { id: 'free', order: 'T' });
  createBeat(doc, { id: 'beat', order: 'F', title: 'Lift', anchor: anchor(1, 0, 2) });
  const undo = createShotsUndo(doc);
  const kept = readShots(doc)[1]!.anchor;
  expect(renewAnchors(doc, readGround(body), () => true)).toBe(0);

  body.delete(9, ELEMENTS[1]!.text.length + 1);
  body.insertEmbed(body.length, new Y.Map(Object.entries({ id: 'd1', type: 'dialogue' })));
  body.insert(body.length, ELEMENTS[1]!.text);
  expect(renewAnchors(doc, readGround(body), (id) => id !== 'd1')).toBe(0);
  expect(renewAnchors(doc, readGround(body), (id) => id === 'd1')).toBe(2);
  const places = [...readShots(doc), ...readBeats(doc)].map(
    ({ anchor: held }) => held && resolveAnchor(readGround(body), held),
  );
  expect(places).toMatchObject([
    { by: 'rel', start: { ordinal: 2, offset: 9 }, end: { ordinal: 2, offset: 15 } },
    { by: 'rel', start: { ordinal: 1 } },
    null,
    { by: 'rel', start: { ordinal: 2, offset: 0 }, end: { ordinal: 2, offset: 2 } },
  ]);
  expect(readShots(doc)[1]!.anchor).toEqual(kept);
  expect(undo.undo()).toBeFalsy();
  expect(renewAnchors(doc, readGround(body), () => true)).toBe(0);
});

test('[SD13] words that were deleted, and stand elsewhere too, are not taken for moved', () => {
  const doc = new Y.Doc();
  const { body } = openScript(new Y.Doc());
  writeElements(openScript(body.doc!), [...ELEMENTS, { id: 'a2', type: 'action', text: 'Rain again.', attrs: {} }]);
  const anchor = createAnchor(readGround(body), { ordinal: 2, offset: 0 }, { ordinal: 2, offset: 4 });
  createShot(doc, { id: 's', order: 'F', anchor });
  body.delete(33, 4);
  expect(resolveAnchor(readGround(body), anchor)).toMatchObject({ by: 'quote', start: { ordinal: 3 } });
  expect(renewAnchors(doc, readGround(body), (id) => id === 'd1')).toBe(0);
  expect(readShots(doc)[0]!.anchor).toEqual(anchor);
});
