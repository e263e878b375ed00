/** Opens what the log keeps of a document. */
import * as Y from 'yjs';

/** Snapshot (V2) and the updates after it (V1), in order, as `loadBytes` of the store gives them. */
export interface StoredBytes {
  readonly snapshot?: { readonly state: Uint8Array };
  readonly tail: readonly { readonly bytes: Uint8Array }[];
}

/** A document with everything in it, read for its data and then thrown away. Throws when a part does not open. */
export function openDocument({ snapshot, tail }: StoredBytes): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    if (snapshot) Y.applyUpdateV2(doc, snapshot.state);
    for (const row of tail) Y.applyUpdate(doc, row.bytes);
  });
  return doc;
}
