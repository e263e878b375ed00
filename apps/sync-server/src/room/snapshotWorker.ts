/**
 * Runs in a thread of its own: builds a document from its log, encodes it, opens the result again, compares, writes the snapshot.
 * The event loop of the rooms does none of it, and what is written never held an uncommitted byte.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { createLogPool, writeSnapshot } from '@tramline/store/log';
import * as Y from 'yjs';
import { fingerprint, openRoots } from '../shape/openRoots.ts';
import { loadDocument } from './loadDocument.ts';
import type { SnapshotAnswer, SnapshotRequest } from './snapshotWriter.ts';

const { databaseUrl } = workerData as { readonly databaseUrl: string };
const pool = createLogPool(databaseUrl, 1);
pool.on('error', () => {});
const port = parentPort!;

async function write({ id, documentId }: SnapshotRequest): Promise<SnapshotAnswer> {
  const alarms: string[] = [];
  const loaded = await loadDocument(pool, documentId, (text) => alarms.push(text));
  if (!loaded) return { id, alarms };
  const { doc, bytes } = loaded;
  const { seq, generation, kind } = bytes;
  const isIncomplete = doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
  if (isIncomplete) return { id, alarms: [...alarms, `document ${documentId}: updates up to ${seq} have a gap`] };
  if (seq === bytes.snapshot?.seq) return { id, alarms };
  const state = Y.encodeStateAsUpdateV2(doc);
  const copy = openRoots(new Y.Doc(), kind);
  Y.applyUpdateV2(copy, state);
  const isSame =
    Y.equalSnapshots(Y.snapshot(copy), Y.snapshot(doc)) && fingerprint(copy, kind) === fingerprint(doc, kind);
  copy.destroy();
  doc.destroy();
  if (!isSame) return { id, alarms: [...alarms, `document ${documentId}: the snapshot at ${seq} does not verify`] };
  await writeSnapshot(pool, { documentId, seq, generation, state });
  return { id, alarms, written: { seq, state } };
}

port.on('message', (request: SnapshotRequest) => {
  write(request)
    .catch((error: unknown): SnapshotAnswer => ({ id: request.id, alarms: [], failed: String(error) }))
    .then((answer) => port.postMessage(answer, answer.written ? [answer.written.state.buffer as ArrayBuffer] : []));
});
