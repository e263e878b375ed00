/** The schema version of a script document, and who may edit it. */
import { SCHEMA_VERSION } from '@tramline/wire';
import type * as Y from 'yjs';

const KEY = 'schemaVersion';

/** What a client may do with a document. `older`: it is too old, shows what it knows, and asks for a reload. */
export type SchemaGate = { readonly mode: 'edit' } | { readonly mode: 'read'; readonly why: 'older' };

/** The version that wrote a document, as its settings say; 1 where they say nothing usable. */
export function readSchemaVersion(settings: Y.Map<unknown>): number {
  const version = settings.get(KEY);
  return typeof version === 'number' && Number.isInteger(version) && version > 0 ? version : 1;
}

/** Notes the version that writes a document. A version is never lowered. */
export function writeSchemaVersion(settings: Y.Map<unknown>, version: number = SCHEMA_VERSION): void {
  if (!settings.has(KEY) || readSchemaVersion(settings) < version) settings.set(KEY, version);
}

/** A client edits documents of its own version and older ones; a newer one it only reads. */
export function schemaGate(documentVersion: number, clientVersion: number = SCHEMA_VERSION): SchemaGate {
  return documentVersion > clientVersion ? { mode: 'read', why: 'older' } : { mode: 'edit' };
}
