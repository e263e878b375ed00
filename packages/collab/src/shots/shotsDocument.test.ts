import { emptyShotFields, orderBetween, TEXT_FIELD_NAMES } from '@tramline/shots';
import type { Anchor } from '@tramline/wire';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { changeBetween } from '../textChange.ts';
import { changeBeat, createBeat, moveBeat, removeBeat } from './editBeats.ts';
import { changeShot, createShot, moveShot, reattachShot, removeShot } from './editShots.ts';
import { readBeats, readShots } from './readShots.ts';
import { createShotsUndo } from './shotsUndo.ts';
import { replaceShotText, shotText } from './shotText.ts';

const anchor = (quote: string): Anchor => {
  const end = { element: 'e1', offset: 0, rel: { item: { client: 1, clock: 0 }, assoc: 0 } };
  return { start: end, end: { ...end, offset: quote.length }, quote, prefix: '', suffix: '' };
};

/** A document with the shots `a`, `b`, `c`, of which `b` stands in the beat `torch`. */
function threeShots(clientId = 1): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientId;
  createBeat(doc, { id: 'torch', order: 'K', title: 'The torch' });
  createShot(doc, { id: 'a', order: 'F', fields: { size: 'WS', action: 'Rain.' } });
  createShot(doc, { id: 'b', order: 'M', beat: 'torch', anchor: anchor('Left.') });
  createShot(doc, { id: 'c', order: 'T' });
  return doc;
}
const ids = (doc: Y.Doc) => readShots(doc).map(({ id }) => id);
const shot = (doc: Y.Doc, id: string) => readShots(doc).find((record) => record.id === id)!;

/** A second document with the same content, written under its own client id. */
function copyOf(doc: Y.Doc, clientId: number): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = clientId;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}
/** Brings all documents to one state. */
function exchange(...docs: Y.Doc[]): void {
  const updates = docs.map((doc) => Y.encodeStateAsUpdate(doc));
  for (const doc of docs) for (const update of updates) Y.applyUpdate(doc, update);
}

describe('shots', () => {
  test('[SD1] a new shot has all of its texts at once, in one transaction', () => {
    const doc = new Y.Doc();
    let transactions = 0;
    doc.on('afterTransaction', () => transactions++);
    createShot(doc, { id: 'a', order: 'F', fields: { size: 'WS', light: 'torch' } });
    expect(TEXT_FIELD_NAMES.map((name) => shotText(doc, 'a', name)?.toString())).toEqual(
      TEXT_FIELD_NAMES.map((name) => (name === 'light' ? 'torch' : '')),
    );
    expect(transactions).toBe(1);
    expect(readShots(doc)).toEqual([
      { id: 'a', beat: null, order: 'F', anchor: null, fields: { ...emptyShotFields(), size: 'WS', light: 'torch' } },
    ]);
  });

  test('[SD1] a taken id, a wrong id or a value that the server would refuse throws and changes nothing', () => {
    const doc = threeShots();
    const before = Y.encodeStateAsUpdate(doc);
    expect(() => createShot(doc, { id: 'a', order: 'F' })).toThrow(RangeError);
    expect(() => createShot(doc, { id: '__proto__', order: 'F' })).toThrow(RangeError);
    expect(() => changeShot(doc, 'a', { focalMm: 3 })).toThrow(RangeError);
    expect(() => changeShot(doc, 'a', { size: 'no such code!' })).toThrow(RangeError);
    expect(() => moveShot(doc, 'a', { order: '' })).toThrow(RangeError);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('[SD2] codes and numbers are set, and cleared by null', () => {
    const doc = threeShots();
    changeShot(doc, 'a', { size: 'CU', focalMm: 35 });
    expect(shot(doc, 'a').fields).toMatchObject({ size: 'CU', focalMm: 35, action: 'Rain.' });
    changeShot(doc, 'a', { size: null, focalMm: null });
    expect(shot(doc, 'a').fields).toEqual({ ...emptyShotFields(), action: 'Rain.' });
  });

  test('[SD2] an edit that changes nothing writes nothing', () => {
    const doc = threeShots();
    const before = Y.encodeStateAsUpdate(doc);
    changeShot(doc, 'a', { size: 'WS', focalMm: null });
    replaceShotText(doc, 'a', 'action', 'Rain.');
    moveShot(doc, 'b', { order: 'M', beat: 'torch' });
    reattachShot(doc, 'b', anchor('Left.'));
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('[SD3] order decides where a shot stands, and a move may change its beat', () => {
    const doc = threeShots();
    moveShot(doc, 'c', { order: orderBetween(null, 'F', () => 0.5) });
    expect(ids(doc)).toEqual(['c', 'a', 'b']);
    moveShot(doc, 'b', { order: 'C', beat: null });
    moveShot(doc, 'a', { order: 'G', beat: 'torch' });
    expect(readShots(doc).map(({ id, beat }) => [id, beat])).toEqual([
      ['b', null],
      ['c', null],
      ['a', 'torch'],
    ]);
  });

  test('[SD4] other words are covered after a shot is attached again', () => {
    const doc = threeShots();
    reattachShot(doc, 'b', anchor('My left.'));
    expect(shot(doc, 'b').anchor?.quote).toBe('My left.');
  });

  test('[SD5] an edit of a shot that is gone says so', () => {
    const doc = threeShots();
    expect([removeShot(doc, 'a'), ids(doc)]).toEqual([true, ['b', 'c']]);
    expect([removeShot(doc, 'a'), changeShot(doc, 'a', { size: 'CU' }), moveShot(doc, 'a', { order: 'B' })]).toEqual([
      false,
      false,
      false,
    ]);
    expect([
      replaceShotText(doc, 'a', 'action', 'x'),
      reattachShot(doc, 'a', anchor('x')),
      shotText(doc, 'a', 'action'),
    ]).toEqual([false, false, undefined]);
  });
});

describe('beats', () => {
  test('[SD6] a beat is made, renamed, moved', () => {
    const doc = threeShots();
    createBeat(doc, { id: 'belt', order: 'D', anchor: anchor('The belt') });
    changeBeat(doc, 'belt', { title: 'The belt seats' });
    expect(readBeats(doc).map(({ id, title, anchor: at }) => [id, title, at?.quote])).toEqual([
      ['belt', 'The belt seats', 'The belt'],
      ['torch', 'The torch', undefined],
    ]);
    moveBeat(doc, 'belt', 'Z');
    expect(readBeats(doc).map(({ id }) => id)).toEqual(['torch', 'belt']);
  });

  test('[SD7] removing a beat keeps its shots where they are', () => {
    const doc = threeShots();
    removeBeat(doc, 'torch');
    expect([readBeats(doc), ids(doc), shot(doc, 'b').beat]).toEqual([[], ['a', 'b', 'c'], null]);
    expect([removeBeat(doc, 'torch'), changeBeat(doc, 'torch', { title: 'x' }), moveBeat(doc, 'torch', 'B')]).toEqual([
      false,
      false,
      false,
    ]);
  });

  test('[SD7] a shot that a peer puts into a beat while it is removed stands in none', () => {
    const one = threeShots();
    const two = copyOf(one, 2);
    removeBeat(one, 'torch');
    moveShot(two, 'a', { order: 'F', beat: 'torch' });
    exchange(one, two);
    expect(readShots(one)).toEqual(readShots(two));
    expect([shot(one, 'a').beat, shot(one, 'b').beat]).toEqual([null, null]);
  });
});

describe('words', () => {
  test('[SD8] only what lies between the common start and the common end is written', () => {
    expect(changeBetween('at eighty kilos', 'at ninety kilos')).toEqual({ index: 3, remove: 4, insert: 'nine' });
    expect(changeBetween('aa', 'aaa')).toEqual({ index: 2, remove: 0, insert: 'a' });
    expect(changeBetween('x', 'x')).toEqual({ index: 1, remove: 0, insert: '' });
  });

  test('[SD8] half a character is never written', () => {
    expect(changeBetween('a😀b', 'a😁b')).toEqual({ index: 1, remove: 2, insert: '😁' });
    expect(changeBetween('\u{1F600}', '\u{2F600}')).toEqual({ index: 0, remove: 2, insert: '\u{2F600}' });
  });

  test('[SD8] two people change one text at once and both keep their words', () => {
    const one = threeShots();
    replaceShotText(one, 'a', 'action', 'It holds at eighty kilos.');
    const two = copyOf(one, 2);
    replaceShotText(one, 'a', 'action', 'It holds at ninety kilos.');
    replaceShotText(two, 'a', 'action', 'It holds well at eighty kilos.');
    exchange(one, two);
    expect([shot(one, 'a').fields.action, shot(two, 'a').fields.action]).toEqual(
      Array(2).fill('It holds well at ninety kilos.'),
    );
  });
});

describe('several people', () => {
  test('[SD9] three people edit different fields, rows and beats of one list and agree', () => {
    const one = threeShots(1);
    const [two, three] = [copyOf(one, 2), copyOf(one, 3)];
    changeShot(one, 'a', { size: 'CU' });
    replaceShotText(one, 'b', 'light', 'torch');
    createShot(two, { id: 'd', order: 'G', beat: 'torch' });
    changeShot(two, 'a', { angle: 'LOW' });
    moveShot(three, 'c', { order: 'B' });
    removeShot(three, 'b');
    createBeat(three, { id: 'slap', order: 'X' });
    exchange(one, two, three);
    expect(ids(one)).toEqual(['c', 'a', 'd']);
    expect(shot(one, 'a').fields).toMatchObject({ size: 'CU', angle: 'LOW' });
    for (const doc of [two, three]) expect([readShots(doc), readBeats(doc)]).toEqual([readShots(one), readBeats(one)]);
  });

  test('[SD9] two people put two shots into one gap and see one order', () => {
    const one = threeShots(1);
    const two = copyOf(one, 2);
    createShot(one, { id: 'x', order: orderBetween('F', 'M', () => 0.1) });
    createShot(two, { id: 'y', order: orderBetween('F', 'M', () => 0.9) });
    moveShot(one, 'c', { order: orderBetween('F', 'M', () => 0.5) });
    moveShot(two, 'c', { order: orderBetween(null, 'F', () => 0.5) });
    exchange(one, two);
    expect(ids(one)).toEqual(ids(two));
    expect([...ids(one)].sort()).toEqual(['a', 'b', 'c', 'x', 'y']);
  });
});

describe('undo', () => {
  test('[SD10] own edits are undone one by one, and those of others stay', () => {
    const one = threeShots(1);
    const undo = createShotsUndo(one, 0);
    const two = copyOf(one, 2);
    changeShot(one, 'a', { size: 'CU' });
    replaceShotText(one, 'a', 'action', 'Rain falls.');
    changeShot(two, 'a', { angle: 'LOW' });
    exchange(one, two);
    undo.undo();
    expect(shot(one, 'a').fields).toMatchObject({ action: 'Rain.', size: 'CU', angle: 'LOW' });
    undo.undo();
    expect(shot(one, 'a').fields).toMatchObject({ size: 'WS', angle: 'LOW' });
    undo.redo();
    expect(shot(one, 'a').fields).toMatchObject({ size: 'CU', angle: 'LOW' });
  });

  test('[SD10] a removed shot comes back with its words, its place and its beat', () => {
    const doc = threeShots();
    replaceShotText(doc, 'b', 'light', 'torch');
    const before = readShots(doc);
    const undo = createShotsUndo(doc, 0);
    removeShot(doc, 'b');
    undo.undo();
    expect(readShots(doc)).toEqual(before);
    removeBeat(doc, 'torch');
    undo.undo();
    expect(readShots(doc)).toEqual(before);
  });
});

describe('reading', () => {
  test('[SD11] what is missing or of the wrong kind is repaired on reading and not written', () => {
    const doc = threeShots();
    const [shots, beats] = [doc.getMap('shots'), doc.getMap('beats')];
    shots.set('text', 'no map');
    beats.set('number', 7);
    const row = new Y.Map<unknown>();
    shots.set('broken', row);
    for (const [name, value] of Object.entries({
      order: 3,
      beat: 5,
      anchor: { quote: 1 },
      size: 9,
      focalMm: '35',
      action: 'plain',
      keep: 1,
      future: [1],
    }))
      row.set(name, value);
    const before = Y.encodeStateAsUpdate(doc);
    expect(ids(doc)).toEqual(['a', 'b', 'c', 'broken']);
    expect(shot(doc, 'broken')).toEqual({
      id: 'broken',
      beat: null,
      order: 'zzzzbrokenz',
      anchor: null,
      fields: { ...emptyShotFields(), action: 'plain' },
    });
    expect(readBeats(doc).map(({ id }) => id)).toEqual(['torch']);
    expect(Y.encodeStateAsUpdate(doc)).toEqual(before);
  });

  test('[SD11] keys that are not known survive an edit', () => {
    const doc = threeShots();
    (doc.getMap('shots').get('a') as Y.Map<unknown>).set('tStop', 2);
    changeShot(doc, 'a', { size: 'CU' });
    expect((doc.getMap('shots').get('a') as Y.Map<unknown>).get('tStop')).toBe(2);
  });

  test('[SD11] a text that is missing is made by the first edit', () => {
    const doc = threeShots();
    (doc.getMap('shots').get('a') as Y.Map<unknown>).delete('sound');
    expect([shotText(doc, 'a', 'sound'), shot(doc, 'a').fields.sound]).toEqual([undefined, '']);
    replaceShotText(doc, 'a', 'sound', 'rain');
    expect(shot(doc, 'a').fields.sound).toBe('rain');
  });

  test('[SD12] rows that did not change are the same objects', () => {
    const doc = threeShots();
    const before = readShots(doc);
    expect(readShots(doc)).toBe(before);
    replaceShotText(doc, 'b', 'light', 'moon');
    const after = readShots(doc);
    expect(after.map((record, i) => record === before[i])).toEqual([true, false, true]);
    const [beats] = [readBeats(doc)];
    changeShot(doc, 'a', { size: 'CU' });
    expect(readBeats(doc)).toBe(beats);
  });

  test('[SD12] observers and running transactions read what is there', () => {
    const doc = threeShots();
    readShots(doc);
    const seen: unknown[] = [];
    doc.getMap('shots').observeDeep(() => seen.push(shot(doc, 'a').fields.size));
    doc.transact(() => {
      changeShot(doc, 'a', { size: 'CU' });
      seen.push(shot(doc, 'a').fields.size);
    });
    expect(seen).toEqual(['CU', 'CU']);
  });
});
