/** Whether a person still stands in a project, and under which Yjs client ids they may write. */
import type { Role } from '@tramline/wire';
import type { Pool } from 'pg';

/** A person in a project. */
export interface PersonInProject {
  readonly projectId: string;
  readonly userId: string;
}

/** `role` is absent when the person is no member, or the project is deleted. */
export interface Standing extends PersonInProject {
  readonly role?: Role;
  readonly sessionEpoch: number;
  readonly isProjectDeleted: boolean;
}

interface StandingRow {
  project_id: string;
  user_id: string;
  role: Role | null;
  session_epoch: number | null;
  is_gone: boolean;
}

const standingStatement = `
SELECT w.project_id, w.user_id, m.role, u.session_epoch, (p.id IS NULL OR p.deleted_at IS NOT NULL) AS is_gone
FROM unnest($1::uuid[], $2::uuid[]) AS w(project_id, user_id)
LEFT JOIN project p ON p.id = w.project_id
LEFT JOIN membership m ON m.project_id = w.project_id AND m.user_id = w.user_id
LEFT JOIN "user" u ON u.id = w.user_id`;

/** Reads how the people stand now, one answer per question in the same order. A person who is gone has epoch `Infinity`. */
export async function readStandings(pool: Pool, people: readonly PersonInProject[]): Promise<Standing[]> {
  if (people.length === 0) return [];
  const { rows } = await pool.query<StandingRow>({
    name: 'standing',
    text: standingStatement,
    values: [people.map((person) => person.projectId), people.map((person) => person.userId)],
  });
  const found = new Map(rows.map((row) => [`${row.project_id} ${row.user_id}`, row]));
  return people.map(({ projectId, userId }) => {
    const row = found.get(`${projectId} ${userId}`);
    const isProjectDeleted = row?.is_gone ?? true;
    return {
      projectId,
      userId,
      ...(row?.role && !isProjectDeleted && { role: row.role }),
      sessionEpoch: row?.session_epoch ?? Number.POSITIVE_INFINITY,
      isProjectDeleted,
    };
  });
}

const leaseStatement = `
WITH mine AS (
  INSERT INTO document_lease (document_id, client_id, user_id) SELECT $1, id, $3 FROM unnest($2::bigint[]) AS id
  ON CONFLICT DO NOTHING RETURNING client_id)
SELECT client_id FROM mine
UNION SELECT client_id FROM document_lease WHERE document_id = $1 AND client_id = ANY($2::bigint[]) AND user_id = $3`;

/** Registers client ids for a person in a document, for good; false when one of them belongs to somebody else. */
export async function leaseClients(
  pool: Pool,
  documentId: string,
  clientIds: readonly number[],
  userId: string,
): Promise<boolean> {
  const ids = [...new Set(clientIds)];
  const { rows } = await pool.query({ name: 'lease', text: leaseStatement, values: [documentId, ids, userId] });
  return rows.length === ids.length;
}

/** Which of the documents are deleted, by themselves or with their project. */
export async function readDeleted(pool: Pool, documentIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT w.id FROM unnest($1::uuid[]) AS w(id) LEFT JOIN document d ON d.id = w.id LEFT JOIN project p ON p.id = d.project_id
     WHERE d.id IS NULL OR d.deleted_at IS NOT NULL OR p.deleted_at IS NOT NULL`,
    [documentIds],
  );
  return new Set(rows.map((row) => row.id));
}
