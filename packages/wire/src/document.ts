/** The kinds of shared documents, and what each may hold. The server refuses what this table does not name. Shape: DESIGN.md 3 and 4. */
import { z } from 'zod';
import type { Action } from './role.ts';

export const DOCUMENT_KINDS = ['script', 'shots', 'bible', 'cut'] as const;
export const documentKind = z.enum(DOCUMENT_KINDS);
export type DocumentKind = z.infer<typeof documentKind>;

/** The schema version that this build writes. A client older than a document's version gets a read-only room. */
export const SCHEMA_VERSION = 1;

/** The action that lets a member write into a kind of room. */
export const EDIT_ACTION: Readonly<Record<DocumentKind, Action>> = {
  script: 'script.edit',
  shots: 'shots.edit',
  bible: 'shots.edit',
  cut: 'shots.edit',
};

/** The room of a document, as the last part of `/sync/<id>`. */
export function roomPath(documentId: string): string {
  return `/sync/${documentId}`;
}
