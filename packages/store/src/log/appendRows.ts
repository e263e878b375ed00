/** Writes one batch of updates in one statement. */
import type { Pool } from 'pg';
import type { AppendResult, QueuedEntry } from './logEntry.ts';

/** Rows are locked in the order of their ids, so that two processes never wait for each other in a circle. */
const statement = `
WITH locked AS (
  SELECT d.id, w.n, w.size
  FROM document d JOIN unnest($1::uuid[], $2::int[], $3::int[], $4::bigint[]) AS w(id, generation, n, size)
    ON d.id = w.id AND d.generation = w.generation AND d.deleted_at IS NULL
  ORDER BY d.id FOR UPDATE OF d),
bumped AS (
  UPDATE document d SET head_seq = d.head_seq + l.n, bytes = d.bytes + l.size
  FROM locked l WHERE d.id = l.id RETURNING d.id, d.head_seq - l.n AS base),
written AS (
  INSERT INTO document_update (document_id, seq, user_id, session_id, client_id, bin)
  SELECT b.id, b.base + r.place, r.user_id, r.session_id, r.client_id, r.bin
  FROM bumped b JOIN unnest($5::uuid[], $6::int[], $7::text[], $8::text[], $9::bigint[], $10::bytea[])
    AS r(document_id, place, user_id, session_id, client_id, bin) ON r.document_id = b.id)
SELECT id, base FROM bumped`;

/** The same memory as a `Buffer`, which is what `pg` sends as bytes. */
export function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/**
 * Writes the batch and returns one result per entry, in order. Throws what the database throws; then nothing was written, or the
 * answer was lost on the way.
 */
export async function appendRows(pool: Pool, batch: readonly QueuedEntry[]): Promise<AppendResult[]> {
  const sums = new Map<string, { generation: number; rows: number; size: number }>();
  const places = batch.map((entry) => {
    const sum = sums.get(entry.documentId) ?? { generation: entry.generation, rows: 0, size: 0 };
    sums.set(entry.documentId, sum);
    sum.size += entry.bytes.byteLength;
    return ++sum.rows;
  });
  const documents = [...sums.values()];
  const { rows } = await pool.query<{ id: string; base: string }>({
    name: 'append',
    text: statement,
    values: [
      [...sums.keys()],
      documents.map((sum) => sum.generation),
      documents.map((sum) => sum.rows),
      documents.map((sum) => sum.size),
      batch.map((entry) => entry.documentId),
      places,
      batch.map((entry) => entry.userId),
      batch.map((entry) => entry.sessionId),
      batch.map((entry) => entry.clientId),
      batch.map((entry) => asBuffer(entry.bytes)),
    ],
  });
  const bases = new Map(rows.map((row) => [row.id, Number(row.base)]));
  return batch.map((entry, at) => {
    const base = bases.get(entry.documentId);
    if (base !== undefined) return { ok: true, seq: base + places[at]! };
    return { ok: false, why: 'fenced', message: `document ${entry.documentId} has another owner or is gone` };
  });
}

/** Whether an error is about the database being away or busy, and not about what was sent. */
export function isOutage(error: unknown): boolean {
  const code = (error as { code?: unknown }).code;
  if (typeof code !== 'string' || code.length !== 5) return true;
  return /^(08|25|40|53|55|57|58|XX)/.test(code);
}
