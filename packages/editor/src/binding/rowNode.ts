/** Between a row of the body and the editor's node, both ways. */
import type { Mark, Node, Schema } from '@tiptap/pm/model';
import { type Formats, isElementType, PLAIN, type Row, storedOf } from '@tramline/collab';
import { formatNameOf, isKnownAttr, markNameOf, UNKNOWN } from '../schema.ts';

const scalars = new Set(['string', 'number', 'boolean']);

/** The editor's node of a row. Marks that the schema lacks are left out; types that it lacks are shown as `unknown`. */
export function nodeOfRow(schema: Schema, row: Row): Node {
  const stored = storedOf(row);
  const isKnown = isElementType(stored.type);
  const attrs: Record<string, unknown> = { id: row.id };
  if (!isKnown) attrs.rawType = stored.type;
  for (const name in stored.attrs) {
    const value = stored.attrs[name];
    if (value === null || value === undefined) continue;
    if (isKnownAttr(name) && scalars.has(typeof value)) attrs[name] = value;
    else attrs.extra = { ...(attrs.extra as object | undefined), [name]: value };
  }
  return schema.nodes[isKnown ? stored.type : UNKNOWN]!.create(attrs, wordsOf(schema, row));
}

function wordsOf(schema: Schema, row: Row): Node[] {
  const words: Node[] = [];
  for (const { text, formats } of row.runs) {
    const marks = marksOf(schema, formats);
    const last = words.at(-1);
    if (last && sameMarks(last.marks, marks)) words[words.length - 1] = schema.text(last.text! + text, marks);
    else words.push(schema.text(text, marks));
  }
  return words;
}

/** What a head must hold so that it reads as this node: `id` and `type` first, then every attribute that is set. */
export function headEntries(node: Node): Record<string, unknown> {
  const { id, extra, rawType, ...attrs } = node.attrs;
  const entries: Record<string, unknown> = { id, type: node.type.name === UNKNOWN ? rawType : node.type.name };
  for (const [key, value] of Object.entries({ ...extra, ...attrs })) {
    if (value !== null && value !== undefined) entries[key] = value;
  }
  return entries;
}

/** The formats that stand for a set of marks. */
export function formatsOf(marks: readonly Mark[]): Formats {
  if (marks.length === 0) return PLAIN;
  return Object.fromEntries(
    marks.map((mark) => [formatNameOf(mark), Object.keys(mark.attrs).length > 0 ? mark.attrs : true]),
  );
}

function marksOf(schema: Schema, formats: Formats): readonly Mark[] {
  if (formats === PLAIN) return [];
  let marks: readonly Mark[] = [];
  for (const name of Object.keys(formats).sort()) {
    const value = formats[name];
    const type = schema.marks[markNameOf(name)];
    if (type && value !== false) marks = type.create(attrsOf(value)).addToSet(marks);
  }
  return marks;
}

const attrsOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' ? (value as Record<string, unknown> | null) : null;

/** Whether two sets of marks are equal. */
export function sameMarks(a: readonly Mark[], b: readonly Mark[]): boolean {
  return a === b || (a.length === b.length && a.every((mark, at) => mark.eq(b[at]!)));
}
