/** A document with its roots opened by the table, and what a reader sees of it. */
import { DOCUMENT_SHAPES } from '@tramline/collab';
import type { DocumentKind } from '@tramline/wire';
import * as Y from 'yjs';

/** Creates the roots of a kind with their types, so that every later lookup agrees. Returns the document. */
export function openRoots(doc: Y.Doc, kind: DocumentKind): Y.Doc {
  for (const { name, shape } of DOCUMENT_SHAPES[kind]) {
    if (shape.type === 'text') doc.getText(name);
    else doc.getMap(name);
  }
  return doc;
}

type DeltaPart = { insert?: unknown; attributes?: unknown };

/** Everything a reader can see, as text, for comparing two documents of one kind. Key order depends on arrival, so it is sorted. */
export function fingerprint(doc: Y.Doc, kind: DocumentKind): string {
  const roots = DOCUMENT_SHAPES[kind].map(({ name, shape }) => {
    if (shape.type === 'map') return doc.getMap(name).toJSON();
    return (doc.getText(name).toDelta() as DeltaPart[]).map(({ insert, attributes }) => [
      insert instanceof Y.Map ? insert.toJSON() : insert,
      attributes,
    ]);
  });
  return JSON.stringify(roots, (_key, value: unknown) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
