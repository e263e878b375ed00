/** The birth of a document: its row, its first update and its first snapshot, in the transaction of the caller. */
import type { DocumentKind } from '@tramline/wire';
import type { Pool, PoolClient } from 'pg';
import { asBuffer } from './appendRows.ts';
import { sha256Of } from './documentBytes.ts';

/** `update` (V1) is row 1, written by the server; `snapshot` (V2), when given, holds the same and was compared with it. */
export interface InitialDocument {
  readonly documentId: string;
  readonly projectId: string;
  readonly kind: DocumentKind;
  readonly schemaVersion: number;
  readonly update: Uint8Array;
  readonly snapshot?: Uint8Array;
}

/** Who the first row says has written it. */
export const SERVER_AUTHOR = { userId: 'server', sessionId: 'create', clientId: 1 } as const;

const statement = `
WITH made AS (
  INSERT INTO document (id, project_id, kind, schema_version, head_seq, bytes) VALUES ($1, $2, $3, $4, 1, $5) RETURNING id, generation),
first AS (
  INSERT INTO document_update (document_id, seq, user_id, session_id, client_id, bin)
  SELECT id, 1, $6, $7, $8, $9 FROM made)
INSERT INTO document_snapshot (document_id, seq, generation, state, sha256, verified_at)
SELECT id, 1, generation, $10, $11, now() FROM made WHERE $10::bytea IS NOT NULL`;

/** Writes all three in one statement, which is one transaction even outside of a longer one. Throws when the id is taken. */
export async function insertInitialDocument(queryable: Pool | PoolClient, document: InitialDocument): Promise<void> {
  const { update, snapshot } = document;
  await queryable.query(statement, [
    document.documentId,
    document.projectId,
    document.kind,
    document.schemaVersion,
    update.byteLength,
    SERVER_AUTHOR.userId,
    SERVER_AUTHOR.sessionId,
    SERVER_AUTHOR.clientId,
    asBuffer(update),
    snapshot ? asBuffer(snapshot) : null,
    snapshot ? sha256Of(snapshot) : null,
  ]);
}
