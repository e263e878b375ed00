/** Shows rows in the editor by the fewest and smallest ProseMirror steps. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { type Selection, TextSelection, type Transaction } from '@tiptap/pm/state';
import { ReplaceStep, StepMap, type Transform } from '@tiptap/pm/transform';
import type { Row, Trace } from '@tramline/collab';
import { elementStarts, placeOf, posOf } from '../elementStarts.ts';
import { diffByTrace, diffTokens } from './diffTokens.ts';
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

/** How many patches are shown one by one: each step copies the list of elements, so beyond that one wide step wins. */
const MOST_PATCHES = 60;

/**
 * Turns children of the transaction's document into rows. Patches are in order and apart, in ordinals from before any
 * of them.
 */
export function showPatches(tr: Transaction, patches: readonly Patch[]): void {
  if (patches.length <= MOST_PATCHES) for (const patch of patches.toReversed()) showPatch(tr, patch);
  else showWide(tr, patches);
}

/** A replacement of everything between two places that maps positions as the many small changes inside it do. */
class WideStep extends ReplaceStep {
  readonly #map: StepMap;

  constructor(from: number, to: number, slice: Slice, map: StepMap) {
    super(from, to, slice);
    this.#map = map;
  }

  override getMap(): StepMap {
    return this.#map;
  }
}

/**
 * Shows all patches in one step over everything between the first and the last. Elements between them stay the same
 * objects, so a view redraws none of them, and positions are mapped as by the single changes.
 */
function showWide(tr: Transaction, patches: readonly Patch[]): void {
  const { doc } = tr;
  const starts = elementStarts(doc);
  const pos = (ordinal: number): number => starts[ordinal] ?? doc.content.size;
  const [first, last] = [patches[0]!.from, patches.at(-1)!.to];
  const nodes: Node[] = [];
  const ranges: number[] = [];
  let at = first;
  for (const patch of patches) {
    for (; at < patch.from; at++) nodes.push(doc.child(at));
    const change = readChange(doc, patch);
    for (const { x, y } of change.replaced) {
      ranges.push(pos(patch.from) + x.from, x.to - x.from, y.to - y.from);
    }
    for (const node of change.fresh) nodes.push(node);
    at = patch.to;
  }
  if (nodes.length === last - first && nodes.every((node, i) => node === doc.child(first + i))) return;
  tr.step(new WideStep(pos(first), pos(last), new Slice(Fragment.fromArray(nodes), 0, 0), new StepMap(ranges)));
}

interface Edges {
  readonly from: number;
  readonly to: number;
}

/** What a patch does to its elements. Positions in `replaced` count from the first of them. */
interface Change {
  readonly fresh: readonly Node[];
  readonly kept: readonly Span[];
  readonly replaced: readonly { readonly x: Edges; readonly y: Edges; readonly slice: () => Slice }[];
  readonly a: Tokens;
  readonly b: Tokens;
}

const NO_TOKENS: Tokens = { code: [], marks: [], node: [], ordinal: [] };

/** Compares the elements that a patch is about with what they are to become. Equal ones stay the same objects. */
function readChange(doc: Node, { from, to, rows, trace }: Patch): Change {
  const { topNodeType } = doc.type.schema;
  const old = doc.children.slice(from, to);
  const fresh = rows.map((row, at) => {
    const node = nodeOfRow(doc.type.schema, row);
    return old[at]?.eq(node) ? old[at] : node;
  });
  const isSame = old.length === fresh.length && old.every((node, at) => node === fresh[at]);
  if (isSame) return { fresh, kept: [], replaced: [], a: NO_TOKENS, b: NO_TOKENS };
  const [oldDoc, newDoc] = [topNodeType.create(null, old), topNodeType.create(null, fresh)];
  const a = readTokens(oldDoc, 0, oldDoc.content.size);
  const b = readTokens(newDoc, 0, newDoc.content.size);
  const { kept, hunks } = (trace && diffByTrace(trace, a, b)) ?? diffTokens(a, b);
  const replaced = hunks.map((hunk) => {
    const [x, y] = [edgesOf(oldDoc, a, hunk.a0, hunk.a1), edgesOf(newDoc, b, hunk.b0, hunk.b1)];
    return { x, y, slice: () => newDoc.slice(y.from, y.to) };
  });
  return { fresh, kept, replaced, a, b };
}

/** Turns children of the transaction's document into rows by the smallest steps. To be called from the last to the first. */
export function showPatch(tr: Transaction, patch: Patch): void {
  // Stretches are shown from the last to the first, so the places of the document before them still hold.
  const base = elementStarts(tr.before)[patch.from] ?? tr.before.content.size;
  const { kept, replaced, a, b } = readChange(tr.before, patch);
  for (const pair of kept) showKept(tr, base, a, b, pair);
  for (const { x, slice } of replaced.toReversed()) tr.step(new ReplaceStep(base + x.from, base + x.to, slice()));
}

/**
 * The positions around the tokens `[from, to)`. Both ends lie inside an element's words whenever a token stands before
 * them, so that no closing is replaced that stays; only what begins with the very first head is cut between elements.
 */
function edgesOf(doc: Node, tokens: Tokens, from: number, to: number): Edges {
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
  const moved = followMoved(tr, anchor, head);
  tr.setSelection(TextSelection.between(tr.doc.resolve(moved?.anchor ?? a), tr.doc.resolve(moved?.head ?? h)));
}

/** Where a selection stands when its elements were taken out and stand elsewhere now; `undefined` if they do not. */
function followMoved(tr: Transaction, anchor: number, head: number): { anchor: number; head: number } | undefined {
  const follow = (pos: number): number | undefined => {
    if (!tr.mapping.mapResult(pos, -1).deletedAcross) return undefined;
    const { ordinal, offset } = placeOf(tr.before, pos);
    const { id } = tr.before.child(ordinal).attrs;
    const now = tr.doc.children.findIndex((node) => node.attrs.id === id);
    return now < 0 ? undefined : posOf(tr.doc, { ordinal: now, offset });
  };
  const end = follow(head);
  if (end === undefined) return undefined;
  const start = head === anchor ? end : follow(anchor);
  return start === undefined ? undefined : { anchor: start, head: end };
}
