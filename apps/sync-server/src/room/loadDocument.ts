/** Builds a live document from its log: newest verified snapshot and the rows after it, in one transaction. */
import { type DocumentBytes, loadBytes, quarantineRows } from '@tramline/store/log';
import type { Pool } from 'pg';
import * as Y from 'yjs';
import { openRoots } from '../shape/openRoots.ts';

export interface LoadedDocument {
  readonly doc: Y.Doc;
  readonly bytes: DocumentBytes;
}

/** What did not open: a row by its number, or the snapshot. */
type Failure = number | 'snapshot';

function applyAll(doc: Y.Doc, { snapshot, tail }: DocumentBytes, without: ReadonlySet<number>): Failure | undefined {
  let failure: Failure | undefined;
  doc.transact(() => {
    try {
      if (snapshot) Y.applyUpdateV2(doc, snapshot.state);
    } catch {
      failure = 'snapshot';
      return;
    }
    for (const row of tail) {
      if (without.has(row.seq)) continue;
      try {
        Y.applyUpdate(doc, row.bytes);
      } catch {
        failure = row.seq;
        return;
      }
    }
  });
  return failure;
}

/** Rows that throw are left out and set aside, a damaged snapshot costs a longer replay; both raise `alarm`. */
export async function loadDocument(
  pool: Pool,
  documentId: string,
  alarm: (text: string) => void,
): Promise<LoadedDocument | undefined> {
  const alarmed = new Set<number>();
  for (let olderThan: number | undefined; ; ) {
    const bytes = await loadBytes(pool, documentId, olderThan === undefined ? {} : { olderThan });
    if (!bytes) return undefined;
    for (const seq of bytes.damaged) {
      if (!alarmed.has(seq)) alarm(`document ${documentId}: snapshot ${seq} is damaged`);
      alarmed.add(seq);
    }
    const built = build(bytes);
    if (built.doc) {
      if (built.bad.length > 0) {
        alarm(`document ${documentId}: rows ${built.bad.join(', ')} were set aside`);
        await quarantineRows(pool, documentId, built.bad);
      }
      const tail = bytes.tail.filter((row) => !built.bad.includes(row.seq));
      return { doc: built.doc, bytes: { ...bytes, tail } };
    }
    alarm(`document ${documentId}: snapshot ${bytes.snapshot?.seq} does not open`);
    olderThan = bytes.snapshot?.seq ?? 0;
  }
}

/** A row that throws half way leaves the document in doubt: it is built again without it. */
function build(bytes: DocumentBytes): { doc?: Y.Doc; bad: number[] } {
  const bad = new Set<number>();
  for (;;) {
    const doc = openRoots(new Y.Doc(), bytes.kind);
    const failure = applyAll(doc, bytes, bad);
    if (failure === undefined) return { doc, bad: [...bad] };
    doc.destroy();
    if (failure === 'snapshot') return { bad: [] };
    bad.add(failure);
  }
}
