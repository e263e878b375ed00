/** Which stretches of the editor's document changed, as spans of positions gathered step by step. */
import type { Node } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { AddMarkStep, AttrStep, RemoveMarkStep, type Step } from '@tiptap/pm/transform';

/** A replaced stretch: `[a0, a1)` of the old version became `[b0, b1)` of the new one. */
export interface Span {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/**
 * Adds one more replacement to spans that already lead from the base to the current document: `[from, to)` of the
 * current document becomes `size` long. Spans stay sorted and apart; those that touch become one.
 */
export function addSpan(spans: readonly Span[], from: number, to: number, size: number): Span[] {
  const before = spans.filter((span) => span.b1 < from);
  const after = spans.filter((span) => span.b0 > to);
  const touched = spans.slice(before.length, spans.length - after.length);
  const shift = before.length > 0 ? before.at(-1)!.b1 - before.at(-1)!.a1 : 0;
  const grow = size - (to - from);
  const rest = after.map((span) => ({ ...span, b0: span.b0 + grow, b1: span.b1 + grow }));
  if (touched.length === 0)
    return [...before, { a0: from - shift, a1: to - shift, b0: from, b1: from + size }, ...rest];
  const [first, last] = [touched[0]!, touched.at(-1)!];
  const merged = {
    a0: first.a0 - Math.max(0, first.b0 - from),
    a1: last.a1 + Math.max(0, to - last.b1),
    b0: Math.min(from, first.b0),
    b1: Math.max(to, last.b1) + grow,
  };
  return [...before, merged, ...rest];
}

/** Adds what a transaction changed, step by step, so that edits at many places stay many small spans. */
export function addTransaction(spans: readonly Span[], tr: Transaction): readonly Span[] {
  let next = spans;
  tr.steps.forEach((step, at) => {
    let moved = false;
    step.getMap().forEach((oldStart, oldEnd, newStart, newEnd) => {
      moved = true;
      next = addSpan(next, newStart, newStart + (oldEnd - oldStart), newEnd - newStart);
    });
    if (moved) return;
    const range = rangeInPlace(step, tr.docs[at]!, tr.docs[at + 1] ?? tr.doc);
    if (range) next = addSpan(next, range.from, range.to, range.to - range.from);
  });
  return next;
}

/** The range that a step changes without moving any position; `undefined` if it changes nothing. */
function rangeInPlace(step: Step, before: Node, after: Node): { from: number; to: number } | undefined {
  if (step instanceof AddMarkStep || step instanceof RemoveMarkStep) return { from: step.from, to: step.to };
  if (step instanceof AttrStep) return { from: step.pos, to: step.pos + 1 };
  const from = before.content.findDiffStart(after.content);
  return from === null ? undefined : { from, to: before.content.findDiffEnd(after.content)!.a };
}

/** The single span between two documents, found without steps. Costs a pass over the element list. */
export function spanBetween(before: Node, after: Node): Span[] {
  const start = before.content.findDiffStart(after.content);
  if (start === null) return [];
  const end = before.content.findDiffEnd(after.content)!;
  const over = Math.max(0, start - Math.min(end.a, end.b));
  return [{ a0: start, a1: end.a + over, b0: start, b1: end.b + over }];
}

/** How many positions of the old version the spans cover together. */
export function coveredUnits(spans: readonly Span[]): number {
  return spans.reduce((sum, { a0, a1 }) => sum + a1 - a0, 0);
}
