/** The first content of a document as the bytes of one update, for the transaction that creates its row. */
import * as Y from 'yjs';

/** The client id under which the server writes first content. Ids below 1024 are never leased to anybody. */
const FIRST_CLIENT = 1;

/** One update (V1) with everything that `write` put into an empty document. The same writing gives the same bytes. */
export function firstContent(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = FIRST_CLIENT;
  write(doc);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** One update (V1) with what `write` changes in a document that other updates made, under another id of the server's. */
export function laterContent(updates: readonly Uint8Array[], write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  const before = Y.encodeStateVector(doc);
  doc.clientID = FIRST_CLIENT + updates.length;
  write(doc);
  const update = Y.encodeStateAsUpdate(doc, before);
  doc.destroy();
  return update;
}
