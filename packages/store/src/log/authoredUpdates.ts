/** Who wrote what into a document, newest first. */
import type { Pool } from 'pg';

/** One row of the log with its author. `bytes` is a Yjs update in the first encoding (V1). */
export interface AuthoredUpdate {
  readonly seq: number;
  readonly userId: string;
  readonly at: Date;
  readonly bytes: Uint8Array;
}

const statement = `SELECT seq, user_id, at, bin FROM document_update
WHERE document_id = $1 AND seq < $2 AND NOT quarantined ORDER BY seq DESC LIMIT $3`;
const PAGE = 200;

/** The rows of a document, newest first, `most` of them; read page by page, as far as somebody asks. */
export async function* authoredUpdates(pool: Pool, documentId: string, most: number): AsyncGenerator<AuthoredUpdate> {
  let before = Number.MAX_SAFE_INTEGER;
  for (let done = 0; done < most; done += PAGE) {
    const { rows } = await pool.query<{ seq: string; user_id: string; at: Date; bin: Buffer }>({
      name: 'authored',
      text: statement,
      values: [documentId, before, Math.min(PAGE, most - done)],
    });
    for (const { seq, user_id: userId, at, bin } of rows) {
      before = Number(seq);
      yield { seq: before, userId, at, bytes: bin };
    }
    if (rows.length < PAGE) return;
  }
}
