/** Updates that an honest client never makes. `id` is the attacker's own leased client id. */
import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import { newDoc } from '../faults/support/stage.ts';

/** What an update that changes a copy of `base` under a client id looks like. */
export function updateOf(id: number, change: (doc: Y.Doc) => void, base?: Y.Doc): Uint8Array {
  const doc = newDoc();
  if (base) Y.applyUpdate(doc, Y.encodeStateAsUpdate(base));
  doc.clientID = id;
  const before = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

/** An update written number by number. */
function handmade(...numbers: number[]): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of numbers) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

/** A run of collected units: the struct that a client's deleted words become. */
export function collectedRun(client: number, clock: number, length: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, client, clock]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 0);
  for (const number of [length, 0]) encoding.writeVarUint(encoder, number);
  return encoding.toUint8Array(encoder);
}

export function skippedRun(id: number): Uint8Array {
  return handmade(1, 1, id, 0, 10, 10, 0);
}
/** Yjs applies only the second section; a check that reads both would judge something else. */
export function doubledSection(id: number): Uint8Array {
  return handmade(2, 1, id, 0, 0, 5, 1, id, 5, 0, 5, 0);
}
export function deletion(client: number, ...ranges: [clock: number, length: number][]): Uint8Array {
  return handmade(0, 1, client, ranges.length, ...ranges.flat());
}

export function deepMaps(doc: Y.Doc): void {
  let at = new Y.Map<unknown>();
  doc.getMap('extras').set('a', at);
  for (let depth = 0; depth < 3000; depth++) {
    const next = new Y.Map<unknown>();
    at.set('a', next);
    at = next;
  }
}

/** Puts a head with the given entries into the body. */
export function headWith(entries: Readonly<Record<string, unknown>>): (doc: Y.Doc) => void {
  return (doc) => {
    const head = new Y.Map<unknown>();
    doc.getText('body').insertEmbed(0, head);
    for (const [name, value] of Object.entries({ id: 'attack', type: 'action', ...entries })) head.set(name, value);
  };
}

/** One value of JSON arrays nested 100,000 deep, as bytes: no client could build it. */
export function deepJson(id: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, id, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 8 | 32);
  encoding.writeVarUint(encoder, 1);
  encoding.writeVarString(encoder, 'extras');
  encoding.writeVarString(encoder, 'k');
  encoding.writeVarUint(encoder, 1);
  for (let depth = 0; depth < 100_000; depth++) {
    encoding.writeUint8(encoder, 117);
    encoding.writeVarUint(encoder, 1);
  }
  encoding.writeUint8(encoder, 126);
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}

/** A list item in a root that is a map. */
export function listInMapRoot(id: number): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = id;
  doc.getArray('title').insert(0, ['x']);
  return Y.encodeStateAsUpdate(doc);
}

/** A run of text whose left neighbour is itself. */
export function ownNeighbour(id: number): Uint8Array {
  const encoder = encoding.createEncoder();
  for (const number of [1, 1, id, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeUint8(encoder, 4 | 128);
  for (const number of [id, 0]) encoding.writeVarUint(encoder, number);
  encoding.writeVarString(encoder, 'round and round');
  encoding.writeVarUint(encoder, 0);
  return encoding.toUint8Array(encoder);
}
