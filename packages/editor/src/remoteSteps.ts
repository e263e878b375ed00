/** Shows rows in the editor by the fewest and smallest ProseMirror steps. */
import { type Node, Slice } from '@tiptap/pm/model';
import { type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep, type Transform } from '@tiptap/pm/transform';
import type { Row, Trace } from '@tramline/collab';
import { diffByTrace, diffTokens } from './diffTokens.ts';
import { elementStarts } from './elementStarts.ts';
import { nodeOfRow, sameMarks } from './rowNode.ts';
import type { Span } from './spans.ts';
import { HEAD, readTokens, type Tokens } from './tokens.ts';

/** Children `[from, to)` of the transaction's document, and the rows that they are to become. */
export interface Patch {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly Row[];
  readonly trace?: readonly Trace[] | undefined;
}

/** Turns children of the transaction's document into rows. Patches must be shown from the last to the first. */
export function showPatch(tr: Transaction, { from, to, rows, trace }: Patch): void {
  const schema = tr.doc.type.schema;
  const old = tr.doc.children.slice(from, to);
  const fresh = rows.map((row) => nodeOfRow(schema, row));
  if (old.length === fresh.length && old.every((node, at) => node.eq(fresh[at]!))) return;
  // Stretches are shown from the last to the first, so the places of the document before the first step still hold.
  const base = elementStarts(tr.before)[from] ?? tr.before.content.size;
  const { topNodeType } = schema;
  const [oldDoc, newDoc] = [topNodeType.create(null, old), topNodeType.create(null, fresh)];
  const a = readTokens(oldDoc, 0, oldDoc.content.size);
  const b = readTokens(newDoc, 0, newDoc.content.size);
  const { kept, hunks } = (trace && diffByTrace(trace, a, b)) ?? diffTokens(a, b);
  for (const pair of kept) showKept(tr, base, a, b, pair);
  for (const hunk of hunks.toReversed()) {
    const [x, y] = [edgesOf(oldDoc, a, hunk.a0, hunk.a1), edgesOf(newDoc, b, hunk.b0, hunk.b1)];
    tr.step(new ReplaceStep(base + x.from, base + x.to, newDoc.slice(y.from, y.to)));
  }
}

/** Replaces the children `[from, to)` by nodes in one step, whatever is equal in them. */
export function replaceChildren(tr: Transaction, from: number, to: number, nodes: readonly Node[]): void {
  const starts = elementStarts(tr.doc);
  const at = (ordinal: number): number => starts[ordinal] ?? tr.doc.content.size;
  const { content } = tr.doc.type.create(null, nodes);
  tr.step(new ReplaceStep(at(from), at(to), new Slice(content, 0, 0)));
}

/**
 * The positions around the tokens `[from, to)`. Both ends lie inside an element's words whenever a token stands before
 * them, so that no closing is replaced that stays; only what begins with the very first head is cut between elements.
 */
function edgesOf(doc: Node, tokens: Tokens, from: number, to: number): { from: number; to: number } {
  const after = (at: number): number => at + tokens.ordinal[at]! + 1;
  if (from > 0) return { from: after(from - 1), to: to > from ? after(to - 1) : after(from - 1) };
  return { from: 0, to: to === tokens.code.length ? doc.content.size : to + tokens.ordinal[to]! };
}

/** Brings the markup of kept heads and the marks of kept words up to date. Moves no position. */
function showKept(tr: Transform, base: number, a: Tokens, b: Tokens, { a0, a1, b0 }: Span): void {
  for (let i = 0; i < a1 - a0; i++) {
    const [at, bt] = [a0 + i, b0 + i];
    const pos = base + at + a.ordinal[at]!;
    if (a.code[at] === HEAD) {
      const node = b.node[bt]!;
      if (!a.node[at]!.sameMarkup(node)) tr.setNodeMarkup(pos, node.type, node.attrs);
      continue;
    }
    const [old, now] = [a.marks[at]!, b.marks[bt]!];
    if (sameMarks(old, now)) continue;
    let run = 1;
    while (i + run < a1 - a0 && continuesRun(a, at + run, old) && continuesRun(b, bt + run, now)) run++;
    for (const mark of old) if (!mark.isInSet(now)) tr.removeMark(pos, pos + run, mark);
    for (const mark of now) if (!mark.isInSet(old)) tr.addMark(pos, pos + run, mark);
    i += run - 1;
  }
}

function continuesRun({ code, marks }: Tokens, at: number, of: Tokens['marks'][number]): boolean {
  return code[at] !== HEAD && sameMarks(of, marks[at]!);
}

/** Keeps the caret with the token before it: words that arrive at the caret, or an Enter there, do not push it. */
export function keepSelection(tr: Transaction, selection: Selection): void {
  if (!tr.docChanged || !(selection instanceof TextSelection)) return;
  const { anchor, head, empty } = selection;
  const map = (pos: number, bias: number): number => tr.mapping.map(pos, bias);
  const [from, to] = [map(Math.min(anchor, head), empty ? -1 : 1), map(Math.max(anchor, head), -1)];
  const [a, h] = anchor <= head ? [from, Math.max(from, to)] : [Math.max(from, to), from];
  tr.setSelection(TextSelection.between(tr.doc.resolve(a), tr.doc.resolve(h)));
}
