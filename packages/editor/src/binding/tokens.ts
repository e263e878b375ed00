/**
 * The tokens of a stretch of the editor's document. A token is an element's opening (its head) or one UTF-16 code unit
 * with its marks. Closings are no tokens: the token stream of the document is, one to one, that of the body.
 */
import type { Mark, Node } from '@tiptap/pm/model';
import { elementStarts, ordinalAt } from '../elementStarts.ts';
import type { Span } from './spans.ts';

/** A stretch of a token stream. All arrays are parallel; `code` is {@link HEAD} for a head. */
export interface Tokens {
  readonly code: number[];
  readonly marks: (readonly Mark[])[];
  /** The element that the token belongs to. */
  readonly node: Node[];
  /** The ordinal of that element, counted from the first element of the stretch's document. */
  readonly ordinal: number[];
}

/** The code of a head. */
export const HEAD = -1;

const NO_MARKS: readonly Mark[] = [];

/** Whether a code unit is the first half of a surrogate pair. */
export const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00;
/** Whether a code unit is the second half of a surrogate pair. */
export const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000;

/**
 * Reads the tokens whose position lies in `[from, to)`. With `pairs: 'whole'` both halves of a surrogate pair carry the
 * marks of the first: the body cannot format half a pair.
 */
export function readTokens(doc: Node, from: number, to: number, pairs: 'whole' | 'asShown' = 'asShown'): Tokens {
  const tokens: Tokens = { code: [], marks: [], node: [], ordinal: [] };
  let ordinal = ordinalAt(doc, from);
  for (let start = elementStarts(doc)[ordinal]!; ordinal < doc.childCount && start < to; ordinal++) {
    const node = doc.child(ordinal);
    const end = start + node.nodeSize;
    if (end > from) {
      if (start >= from) push(tokens, HEAD, NO_MARKS, node, ordinal);
      readWords(tokens, node, ordinal, from - start - 1, to - start - 1, pairs);
    }
    start = end;
  }
  return tokens;
}

function push(tokens: Tokens, code: number, marks: readonly Mark[], node: Node, ordinal: number): void {
  tokens.code.push(code);
  tokens.marks.push(marks);
  tokens.node.push(node);
  tokens.ordinal.push(ordinal);
}

/** Reads the units of one element whose offset lies in `[from, to)`. */
function readWords(
  tokens: Tokens,
  node: Node,
  ordinal: number,
  from: number,
  to: number,
  pairs: 'whole' | 'asShown',
): void {
  node.forEach((words, at) => {
    const text = words.text!;
    for (let i = Math.max(0, from - at); i < text.length && at + i < to; i++) {
      const code = text.charCodeAt(i);
      const last = tokens.code.length - 1;
      const joins = pairs === 'whole' && isLow(code) && last >= 0 && isHigh(tokens.code[last]!);
      push(tokens, code, joins ? tokens.marks[last]! : words.marks, node, ordinal);
    }
  });
}

function partsPair(doc: Node, pos: number): boolean {
  if (pos <= 0 || pos >= doc.content.size) return false;
  const { parent, parentOffset } = doc.resolve(pos);
  if (!parent.isTextblock || parentOffset === 0) return false;
  const around = parent.textBetween(parentOffset - 1, Math.min(parentOffset + 1, parent.content.size));
  return isHigh(around.charCodeAt(0)) || (around.length > 1 && isLow(around.charCodeAt(1)));
}

function canGrow(doc: Node, pos: number): boolean {
  if (pos >= doc.content.size) return false;
  const { parent, parentOffset } = doc.resolve(pos);
  return parent.isTextblock && parentOffset < parent.content.size;
}

/** Widens spans by one token where their edge would part a surrogate pair, in either version. */
export function widenToPairs(spans: readonly Span[], before: Node, after: Node): Span[] {
  const wide = spans.map((span) => {
    const left = partsPair(before, span.a0) || partsPair(after, span.b0) ? 1 : 0;
    const isParted = partsPair(before, span.a1) || partsPair(after, span.b1);
    const right = isParted && canGrow(before, span.a1) && canGrow(after, span.b1) ? 1 : 0;
    return { a0: span.a0 - left, a1: span.a1 + right, b0: span.b0 - left, b1: span.b1 + right };
  });
  return wide.reduce<Span[]>((merged, span) => {
    const last = merged.at(-1);
    if (last && last.a1 >= span.a0) merged[merged.length - 1] = { ...last, a1: span.a1, b1: span.b1 };
    else merged.push(span);
    return merged;
  }, []);
}
