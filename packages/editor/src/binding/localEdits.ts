/** What a change of the editor's document asks of the body: the fewest edits, found by comparing the two token streams. */
import type { Node } from '@tiptap/pm/model';
import { type Formats, formatChange, isUsableId, PLAIN, type Row, sameFormats, sameValue } from '@tramline/collab';
import * as Y from 'yjs';
import { ordinalAt, tokensBefore } from '../elementStarts.ts';
import { diffTokens } from './diffTokens.ts';
import { formatsOf, headEntries, sameMarks } from './rowNode.ts';
import type { Span } from './spans.ts';
import { HEAD, readTokens, type Tokens, widenToPairs } from './tokens.ts';

/** One edit of the body, at an index that counts tokens before any edit of the same change. */
export type BodyEdit =
  | { readonly kind: 'delete'; readonly index: number; readonly length: number; readonly plain: boolean }
  | {
      readonly kind: 'insert';
      readonly index: number;
      readonly content: string | Y.Map<unknown>;
      readonly formats: Formats;
      readonly plain: boolean;
    }
  | { readonly kind: 'format'; readonly index: number; readonly length: number; readonly formats: Formats };

/** An entry of a head to set, or with `undefined` to delete. */
export interface HeadEdit {
  readonly head: Y.Map<unknown>;
  readonly key: string;
  readonly value: unknown;
}

/** Everything that one change asks for, in the order in which it is to be applied. */
export interface LocalEdits {
  readonly edits: readonly BodyEdit[];
  readonly heads: readonly HeadEdit[];
}

/** The two versions of the document, and what the body held for the first one. */
export interface LocalChange {
  readonly before: Node;
  readonly after: Node;
  readonly spans: readonly Span[];
  readonly rows: readonly Row[];
  /** Makes the id of an element that was inserted without a usable one. */
  readonly newId: () => string;
}

/** Edits at one index keep their order: what is inserted stands before what is deleted or formatted there. */
const RANK = { insert: 0, delete: 1, format: 2 } as const;

/** The edits that a local change asks for. */
export function readLocalEdits(change: LocalChange): LocalEdits {
  const { before, after, rows } = change;
  const found = { edits: [] as BodyEdit[], heads: [] as HeadEdit[] };
  const lead = rows[0]!.head === null;
  for (const span of includeLead(widenToPairs(change.spans, before, after), before, lead)) {
    const a = readTokens(before, span.a0, span.a1);
    const b = readTokens(after, span.b0, span.b1, 'whole');
    // The implicit element's opening is a token of the editor that the body does not hold.
    const start = tokensBefore(before, span.a0) - (lead ? 1 : 0);
    const [first, last] = [ordinalAt(before, span.a0 - 1), ordinalAt(before, span.a1)];
    const plain = rows.slice(first, last + 1).every((row) => row.plain);
    readSpan({ change, found, a, b, start, plain, leadAt: lead && span.a0 === 0 ? 0 : -1 });
  }
  found.edits.sort((x, y) => x.index - y.index || RANK[x.kind] - RANK[y.kind]);
  return found;
}

/** Whoever edits the implicit element gives it a head (R1): from then on it is an element like any other. */
function includeLead(spans: Span[], before: Node, lead: boolean): Span[] {
  const [first] = spans;
  if (!lead || !first || first.a0 > before.child(0).nodeSize) return spans;
  const grow = first.a1 === 0 ? 1 : 0;
  return [{ a0: 0, a1: first.a1 + grow, b0: 0, b1: first.b1 + grow }, ...spans.slice(1)];
}

interface SpanWork {
  readonly change: LocalChange;
  readonly found: { readonly edits: BodyEdit[]; readonly heads: HeadEdit[] };
  readonly a: Tokens;
  readonly b: Tokens;
  /** The index in the body of the first token of `a`. */
  readonly start: number;
  readonly plain: boolean;
  /** The index in `a` of the implicit element's opening; negative if it is not there. */
  readonly leadAt: number;
}

function readSpan(work: SpanWork): void {
  const { a, b, start, plain, found, leadAt } = work;
  const { kept, hunks } = diffTokens(a, b);
  const parts = [
    ...kept.map((pair) => ({ ...pair, stays: true })),
    ...hunks.map((hunk) => ({ ...hunk, stays: false })),
  ].sort((x, y) => x.a0 + x.b0 - y.a0 - y.b0);
  for (const part of parts) {
    const leadStays = part.stays && leadAt === part.a0;
    if (part.stays) readKept(work, leadStays ? { ...part, a0: part.a0 + 1, b0: part.b0 + 1 } : part);
    const index = Math.max(0, start + part.a0);
    const end = start + part.a1;
    if (!part.stays && end > index) found.edits.push({ kind: 'delete', index, length: end - index, plain });
    const upTo = part.stays ? part.b0 + (leadStays ? 1 : 0) : part.b1;
    for (const fresh of contentsOf(b, part.b0, upTo, work.change.newId)) {
      found.edits.push({ kind: 'insert', index, ...fresh, plain: plain && fresh.formats === PLAIN });
    }
  }
}

/** What changed in tokens that stay: entries of heads, and the formats of words. */
function readKept({ a, b, start, found, change }: SpanWork, { a0, a1, b0 }: Span): void {
  for (let i = 0; i < a1 - a0; i++) {
    const [at, bt] = [a0 + i, b0 + i];
    if (a.code[at] === HEAD) {
      const [before, after] = [a.node[at]!, b.node[bt]!];
      if (!before.sameMarkup(after)) found.heads.push(...headEdits(change.rows[a.ordinal[at]!]!, before, after));
    } else if (!sameMarks(a.marks[at]!, b.marks[bt]!)) {
      const formats = formatChange(formatsOf(a.marks[at]!), formatsOf(b.marks[bt]!));
      pushFormat(found.edits, a, start, start + at, formats);
    }
  }
}

/** Adds one unit to the last change of formats, if it is the same and only heads stand between: they mean nothing (R5). */
function pushFormat(edits: BodyEdit[], a: Tokens, start: number, index: number, formats: Formats): void {
  const last = edits.at(-1);
  const joins =
    last?.kind === 'format' &&
    sameFormats(last.formats, formats) &&
    a.code.slice(last.index + last.length - start, index - start).every((code) => code === HEAD);
  if (joins) edits[edits.length - 1] = { ...last, length: index + 1 - last.index };
  else edits.push({ kind: 'format', index, length: 1, formats });
}

function headEdits(row: Row, before: Node, after: Node): HeadEdit[] {
  const [old, now] = [headEntries(before), headEntries(after)];
  const keys = new Set([...Object.keys(old), ...Object.keys(now)]);
  return [...keys]
    .filter((key) => !sameValue(old[key], now[key]))
    .map((key) => ({ head: row.head!, key, value: now[key] }));
}

/** The tokens `[from, to)` as contents of the body: heads, and stretches of words of equal marks. */
function* contentsOf(
  tokens: Tokens,
  from: number,
  to: number,
  newId: () => string,
): Generator<{ content: string | Y.Map<unknown>; formats: Formats }> {
  for (let at = from; at < to; ) {
    const first = at++;
    if (tokens.code[first] === HEAD) {
      const { id, ...entries } = headEntries(tokens.node[first]!);
      yield { content: new Y.Map(Object.entries({ id: isUsableId(id) ? id : newId(), ...entries })), formats: PLAIN };
      continue;
    }
    const marks = tokens.marks[first]!;
    while (at < to && tokens.code[at] !== HEAD && sameMarks(marks, tokens.marks[at]!)) at++;
    let text = '';
    for (let i = first; i < at; i++) text += String.fromCharCode(tokens.code[i]!);
    // Yjs cannot carry half a surrogate pair; the editor is corrected to the same replacement right after.
    yield { content: text.toWellFormed(), formats: formatsOf(marks) };
  }
}
