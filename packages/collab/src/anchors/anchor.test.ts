import type { Element } from '@tramline/screenplay';
import { anchor as anchorSchema } from '@tramline/wire';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { followBody } from '../followBody.ts';
import { type Ground, readGround } from '../ground.ts';
import { openScript, writeElements } from '../script.ts';
import { createAnchor, resolveAnchor, wordsBetween } from './anchor.ts';
import { decodeCaret, encodeCaret, readCaret } from './caret.ts';
import { coveredElements } from './coveredElements.ts';
import type { Place } from './place.ts';

const element = (type: Element['type'], id: string, text: string): Element => ({ id, type, text, attrs: {} });
const ELEMENTS = [
  element('heading', 'h1', 'INT. BUS'),
  element('action', 'a1', 'Ida takes the lever. Jun waits.'),
  element('character', 'c1', 'IDA (O.S.)'),
  element('dialogue', 'd1', 'Hold the lever.'),
  element('action', 'a2', ''),
  element('action', 'a3', 'She holds it.'),
];

function open(elements = ELEMENTS) {
  const doc = new Y.Doc();
  const script = openScript(doc);
  writeElements(script, elements);
  const { body } = script;
  const ground = (): Ground => followBody(body).ground;
  /** The place of the first occurrence of some words, or right behind it. */
  const at = (words: string, side: 'start' | 'end' = 'start'): Place => {
    const ordinal = ground().rows.findIndex((row) => row.text.includes(words));
    return { ordinal, offset: ground().rows[ordinal]!.text.indexOf(words) + (side === 'end' ? words.length : 0) };
  };
  const index = ({ ordinal, offset }: Place): number =>
    ground()
      .rows.slice(0, ordinal)
      .reduce((sum, row) => sum + row.text.length + 1, 1 + offset);
  const anchor = (words: string) => createAnchor(ground(), at(words), at(words, 'end'));
  return { doc, body, ground, at, index, anchor };
}
const covered = (ground: Ground, anchor: Parameters<typeof resolveAnchor>[1]): string => {
  const place = resolveAnchor(ground, anchor);
  return place.state === 'orphaned' ? 'orphaned' : `${place.by}: ${wordsBetween(ground, place.start, place.end)}`;
};

describe('anchors', () => {
  it('[AN1] words at the edges stay outside, words between inside', () => {
    const { body, ground, at, index, anchor } = open();
    const lever = anchor('the lever');
    body.insert(index(at('the lever')), 'out ');
    body.insert(index(at('the lever', 'end')), 'er');
    body.insert(index(at('lever')), 'old ');
    expect(covered(ground(), lever)).toBe('rel: the old lever');
  });

  it('[AN2] a split, a join and a change of type keep it', () => {
    const { body, ground, at, index, anchor } = open();
    const lever = anchor('the lever');
    body.insertEmbed(index(at('lever')), new Y.Map(Object.entries({ id: 'n1', type: 'action' })));
    expect(covered(ground(), lever)).toBe('rel: the \nlever');
    body.delete(index(at('lever')) - 1, 1);
    body.delete(index(at('Ida')) - 1, 1);
    ground().rows[0]!.head!.set('type', 'shot');
    expect(covered(ground(), lever)).toBe('rel: the lever');
  });

  it('[AN3] without its tokens it is found in its element by place, else by quote', () => {
    const { body, ground, at, index, anchor } = open();
    const hold = anchor('Hold the');
    const retype = (before: string): void => {
      const start = index({ ordinal: at('lever.').ordinal, offset: 0 });
      const { length } = ground().rows[at('Hold').ordinal]!.text;
      body.delete(index({ ordinal: 3, offset: 0 }), length);
      expect(start).toBeGreaterThan(0);
      body.insert(index({ ordinal: 3, offset: 0 }), `${before}Hold the lever.`, {});
    };
    retype('');
    expect(covered(ground(), hold)).toBe('offset: Hold the');
    retype('Now. ');
    expect(covered(ground(), hold)).toBe('quote: Hold the');
  });

  it('[AN12] in a moved element whose words were edited since, it stands between what it stood between', () => {
    const story = [
      ...ELEMENTS,
      element('action', 'z1', '伊达从箱子里取出调音扳手，放在桌上。'),
      element('dialogue', 'z2', 'It holds a string at eighty kilos. It will hold a belt.'),
    ];
    for (const [words, id, was, is, found] of [
      ['eighty kilos', 'z2', 'eighty', 'ninety', 'ninety kilos'],
      ['eighty', 'z2', 'eighty', 'ninety', 'ninety'],
      ['It holds a string at eighty kilos.', 'z2', 'It holds', 'This holds', 'This holds a string at eighty kilos.'],
      ['a belt.', 'z2', 'a belt.', 'a belt, and you!', 'a belt, and you!'],
      ['取出调音扳手', 'z1', '扳手', '钳子', '取出调音钳子'],
      [
        'lever. Jun waits.\nIDA (O.S.)\nHold the',
        'a1',
        'Jun waits',
        'He waits',
        'lever. He waits.\nIDA (O.S.)\nHold the',
      ],
    ] as const) {
      const { body, ground, at, index } = open(story);
      const lines = words.split('\n');
      const held = createAnchor(ground(), at(lines[0]!), at(lines.at(-1)!, 'end'));
      // Every element goes and comes back under its id, as a move of the whole scene leaves it.
      const rows = ground().rows.map(({ head, text }) => ({ entries: Object.entries(head!.toJSON()), text }));
      body.delete(0, body.length);
      for (const { entries, text } of rows) {
        body.insertEmbed(body.length, new Y.Map(entries));
        body.insert(body.length, text);
      }
      expect(covered(ground(), held)).toBe(`offset: ${words}`);
      const from =
        index({ ordinal: ground().index.ofId(id), offset: 0 }) + story.find((e) => e.id === id)!.text.indexOf(was);
      body.delete(from, was.length);
      body.insert(from, is);
      expect(covered(ground(), held)).toBe(`near: ${found}`);
    }
  });

  it('[AN12] without anything of it or around it, it is orphaned', () => {
    const { body, ground, at, index, anchor } = open();
    const jun = anchor('Jun waits');
    body.delete(index(at('Ida')), 'Ida takes the lever. Jun waits.'.length);
    body.insert(index({ ordinal: 1, offset: 0 }), 'Nothing is as it was before.');
    expect(covered(ground(), jun)).toBe('orphaned');
  });

  it('[AN4] elsewhere the best context wins, then the nearest', () => {
    const far = Array.from({ length: 4 }, (_, at) => element('action', `x${at}`, `Take ${at}: the bell rings.`));
    const { body, ground, at, index, anchor } = open([...ELEMENTS, ...far]);
    const bell = anchor('the bell');
    const from = index(at('Take 0')) - 1;
    body.delete(from, 'Take 0: the bell rings.'.length + 1);
    expect(covered(ground(), bell)).toBe('quote: the bell');
    const place = resolveAnchor(ground(), bell);
    expect(place.state === 'placed' && ground().rows[place.start.ordinal]!.id).toBe('x1');
  });

  it('[AN6] it is orphaned without its words, and placed again with them', () => {
    const { doc, body, ground, at, index, anchor } = open();
    const jun = anchor('Jun waits');
    const undo = new Y.UndoManager(body, { captureTimeout: 0, trackedOrigins: new Set(['me']) });
    doc.transact(() => body.delete(index(at('Jun')), 9), 'me');
    expect(covered(ground(), jun)).toBe('orphaned');
    undo.undo();
    expect(covered(ground(), jun)).toBe('rel: Jun waits');
  });

  it('[AN7] it crosses the wire and stands at the same place on a peer', () => {
    const { doc, ground, anchor } = open();
    const peer = new Y.Doc();
    Y.applyUpdate(peer, Y.encodeStateAsUpdate(doc));
    const sent = anchorSchema.parse(JSON.parse(JSON.stringify(anchor('the lever. Jun'))));
    const there = readGround(peer.getText('body'));
    expect(resolveAnchor(there, sent)).toEqual(resolveAnchor(ground(), sent));
    expect(covered(there, sent)).toBe('rel: the lever. Jun');
  });

  it('[AN8] covered elements carry their words, offsets and cues', () => {
    const { ground, at } = open();
    const anchor = createAnchor(ground(), at('Jun'), at('She holds', 'end'));
    expect(coveredElements(ground(), anchor)).toEqual([
      { id: 'a1', type: 'action', text: 'Jun waits.', from: 21 },
      { id: 'c1', type: 'character', text: 'IDA (O.S.)', from: 0 },
      { id: 'd1', type: 'dialogue', cue: 'IDA (O.S.)', text: 'Hold the lever.', from: 0 },
      { id: 'a3', type: 'action', text: 'She holds', from: 0 },
    ]);
    expect(coveredElements(ground(), createAnchor(ground(), at('Jun'), at('Jun')))).toEqual([]);
  });

  it('[AN11] neither its quote nor what is remembered around it ends inside a character', () => {
    const long = '😀'.repeat(10_001);
    const { body, ground, at, index, anchor } = open([
      element('heading', 'h1', 'INT. BUS'),
      element('action', 'a1', `${'😀'.repeat(20)}x lever y${'😀'.repeat(20)}`),
      element('action', 'a2', `z${long}`),
    ]);
    const lever = anchor('lever');
    expect(lever.prefix).toBe(`${'😀'.repeat(15)}x `);
    expect(lever.suffix).toBe(` y${'😀'.repeat(15)}`);
    const cut = anchor(`z${long}`);
    expect(cut.quote).toBe(`z${'😀'.repeat(9_999)}`);
    body.delete(index(at('z')), long.length + 1);
    body.insert(index({ ordinal: 2, offset: 0 }), `z${long}`);
    expect(covered(ground(), cut)).toBe(`offset: z${long}`);
  });

  it('[AN9] a remembered place is the one that a fresh reading finds, after every edit', () => {
    const { body, ground, at, index, anchor } = open();
    const anchors = [anchor('the lever'), anchor('Jun'), anchor('holds it'), anchor('BUS')];
    const edits = [
      () => body.insert(index(at('INT')), 'x'),
      () => body.insertEmbed(index(at('Jun')), new Y.Map(Object.entries({ id: 'n', type: 'action' }))),
      () => body.delete(index(at('holds')) - 5, 5),
      () => body.delete(0, 4),
      () => body.delete(index(at('lever')), 3),
      () => body.format(index(at('Jun')), 2, { bold: true }),
    ];
    for (const edit of edits) {
      edit();
      const known = anchors.map((one) => resolveAnchor(ground(), one));
      expect(known).toEqual(anchors.map((one) => resolveAnchor(readGround(body), structuredClone(one))));
    }
  });
});

describe('carets', () => {
  it('[AN10] words that arrive at a caret do not push it, and it stays at the end of its element', () => {
    const { body, ground, at, index } = open();
    const end = at('Jun waits.', 'end');
    const places = { anchor: at('Jun'), head: end };
    const caret = readCaret(JSON.parse(JSON.stringify(encodeCaret(ground(), places))))!;
    body.insert(index(end), ' Long.');
    body.insert(index(at('Jun')), 'and ');
    expect(decodeCaret(ground(), caret)).toMatchObject({ anchor: { offset: 21 }, head: { ordinal: 1, offset: 35 } });
    expect(readCaret({ anchor: 1, head: null })).toBeUndefined();
  });
});
