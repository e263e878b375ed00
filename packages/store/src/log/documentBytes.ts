/** A document as bytes: the newest good snapshot and the updates after it. Who opens them needs Yjs; this file does not. */
import { createHash } from 'node:crypto';
import type { DocumentKind } from '@tramline/wire';
import type { Pool } from 'pg';

/** One row of the log. */
export interface LogRow {
  readonly seq: number;
  readonly bytes: Uint8Array;
}

/** `state` is a Yjs update in the second encoding (V2) that holds every row up to `seq`. */
export interface SnapshotBytes {
  readonly seq: number;
  readonly state: Uint8Array;
}

/** What the row of a document says. `seq` is the number of its newest update, `bytes` the sum of the updates' lengths. */
export interface DocumentHead {
  readonly documentId: string;
  readonly projectId: string;
  readonly kind: DocumentKind;
  readonly schemaVersion: number;
  readonly generation: number;
  readonly seq: number;
  readonly bytes: number;
}

/** Snapshot and tail; `tail` are updates in the first encoding (V1), in order. `damaged` names snapshots whose hash did not fit. */
export interface DocumentBytes extends DocumentHead {
  readonly snapshot?: SnapshotBytes;
  readonly tail: readonly LogRow[];
  /** Client ids and the person who may write under them. */
  readonly leases: ReadonlyMap<number, string>;
  readonly damaged: readonly number[];
}

interface HeadRow {
  project_id: string;
  kind: DocumentKind;
  schema_version: number;
  generation: number;
  head_seq: string;
  bytes: string;
  lease_ids: string[];
  lease_users: string[];
}
interface SnapshotRow {
  seq: string;
  state: Buffer;
  sha256: Buffer;
}

const headStatement = `
SELECT d.project_id, d.kind, d.schema_version, d.generation, d.head_seq, d.bytes,
  ARRAY(SELECT l.client_id FROM document_lease l WHERE l.document_id = d.id ORDER BY l.client_id) AS lease_ids,
  ARRAY(SELECT l.user_id::text FROM document_lease l WHERE l.document_id = d.id ORDER BY l.client_id) AS lease_users
FROM document d JOIN project p ON p.id = d.project_id
WHERE d.id = $1 AND d.deleted_at IS NULL AND p.deleted_at IS NULL`;

const snapshotStatement = `
SELECT seq, state, sha256 FROM document_snapshot
WHERE document_id = $1 AND verified_at IS NOT NULL AND seq < $2 ORDER BY seq DESC LIMIT 1`;

/** Thousands of tiny rows travel as a few packed values: number, length, bytes, and so on. */
const tailStatement = `
SELECT string_agg(int8send(seq) || int4send(length(bin)) || bin, ''::bytea ORDER BY seq) AS pack
FROM document_update WHERE document_id = $1 AND seq > $2 AND seq < $3 AND NOT quarantined
GROUP BY seq / 8192 ORDER BY seq / 8192`;

/** The SHA-256 that stands beside a snapshot. */
export function sha256Of(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}

function unpack(pack: Buffer): LogRow[] {
  const rows: LogRow[] = [];
  for (let at = 0; at < pack.length; ) {
    const size = pack.readUInt32BE(at + 8);
    rows.push({ seq: Number(pack.readBigUInt64BE(at)), bytes: pack.subarray(at + 12, at + 12 + size) });
    at += 12 + size;
  }
  return rows;
}

/** The rows strictly between two numbers, in order; those set aside are left out. */
export async function loadTail(pool: Pool, documentId: string, after: number, before: number): Promise<LogRow[]> {
  const { rows } = await pool.query<{ pack: Buffer }>({
    name: 'tail',
    text: tailStatement,
    values: [documentId, after, before],
  });
  return rows.flatMap(({ pack }) => unpack(pack));
}

/**
 * Snapshot and tail of a document; `undefined` when there is none. Snapshots are never changed and rows are only added, so the
 * parts need not be read at the same moment. `olderThan` skips snapshots from that number on: one of them did not open.
 */
export async function loadBytes(
  pool: Pool,
  documentId: string,
  { olderThan = Number.MAX_SAFE_INTEGER }: { olderThan?: number } = {},
): Promise<DocumentBytes | undefined> {
  const [{ rows: heads }, found] = await Promise.all([
    pool.query<HeadRow>({ name: 'head', text: headStatement, values: [documentId] }),
    newestSnapshot(pool, documentId, olderThan),
  ]);
  const head = heads[0];
  if (!head) return undefined;
  const { snapshot, damaged } = found;
  const tail = await loadTail(pool, documentId, snapshot?.seq ?? 0, Number.MAX_SAFE_INTEGER);
  return {
    documentId,
    projectId: head.project_id,
    kind: head.kind,
    schemaVersion: head.schema_version,
    generation: head.generation,
    seq: Math.max(Number(head.head_seq), tail.at(-1)?.seq ?? 0),
    bytes: Number(head.bytes),
    ...(snapshot && { snapshot }),
    tail,
    leases: new Map(head.lease_ids.map((id, at) => [Number(id), head.lease_users[at]!])),
    damaged,
  };
}

async function newestSnapshot(pool: Pool, documentId: string, olderThan: number) {
  const damaged: number[] = [];
  for (let below = olderThan; ; ) {
    const { rows } = await pool.query<SnapshotRow>({
      name: 'snapshot',
      text: snapshotStatement,
      values: [documentId, below],
    });
    const row = rows[0];
    if (!row) return { snapshot: undefined, damaged };
    const seq = Number(row.seq);
    if (sha256Of(row.state).equals(row.sha256)) return { snapshot: { seq, state: row.state }, damaged };
    damaged.push(seq);
    below = seq;
  }
}

/** Sets rows aside that no document can take, so that it opens without them. */
export async function quarantineRows(pool: Pool, documentId: string, seqs: readonly number[]): Promise<void> {
  await pool.query('UPDATE document_update SET quarantined = true WHERE document_id = $1 AND seq = ANY($2::bigint[])', [
    documentId,
    seqs,
  ]);
}
