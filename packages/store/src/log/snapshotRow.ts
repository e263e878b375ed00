/** Writes snapshots. They are a cache of the log: the two newest stay. */
import type { Pool } from 'pg';
import { asBuffer } from './appendRows.ts';
import { sha256Of } from './documentBytes.ts';

/** A snapshot that was decoded again and compared with the log up to `seq`. */
export interface VerifiedSnapshot {
  readonly documentId: string;
  readonly seq: number;
  readonly generation: number;
  /** A Yjs update in the second encoding (V2). */
  readonly state: Uint8Array;
}

/** Writes a verified snapshot; false when there is one at this number already or the document has another owner. */
export async function writeSnapshot(pool: Pool, snapshot: VerifiedSnapshot): Promise<boolean> {
  const { documentId, seq, generation, state } = snapshot;
  const { rowCount } = await pool.query(
    `INSERT INTO document_snapshot (document_id, seq, generation, state, sha256, verified_at)
     SELECT id, $2, $3, $4, $5, now() FROM document WHERE id = $1 AND generation = $3 AND deleted_at IS NULL
     ON CONFLICT DO NOTHING`,
    [documentId, seq, generation, asBuffer(state), sha256Of(state)],
  );
  await pool.query(
    `DELETE FROM document_snapshot WHERE document_id = $1 AND seq < (SELECT min(seq) FROM (
       SELECT seq FROM document_snapshot WHERE document_id = $1 AND verified_at IS NOT NULL ORDER BY seq DESC LIMIT 2) AS kept)`,
    [documentId],
  );
  return rowCount === 1;
}
