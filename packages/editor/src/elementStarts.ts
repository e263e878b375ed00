/** Where elements start in a flat document, and the way between positions and places. */
import type { Node } from '@tiptap/pm/model';
import type { Place } from '@tramline/collab';

const starts = new WeakMap<Node, number[]>();

/**
 * The position before each element of a document, kept per document. Building it costs one pass over the children;
 * a document is asked several times per change, so the array beats scanning from the second question on.
 */
export function elementStarts(doc: Node): readonly number[] {
  const known = starts.get(doc);
  if (known) return known;
  const fresh = new Array<number>(doc.childCount);
  for (let ordinal = 0, pos = 0; ordinal < fresh.length; pos += doc.child(ordinal++).nodeSize) fresh[ordinal] = pos;
  starts.set(doc, fresh);
  return fresh;
}

/** The ordinal of the element that covers a position: the last one that starts at or before it. */
export function ordinalAt(doc: Node, pos: number): number {
  const all = elementStarts(doc);
  let low = 0;
  for (let high = all.length; low < high; ) {
    const middle = (low + high) >> 1;
    if (all[middle]! <= pos) low = middle + 1;
    else high = middle;
  }
  return Math.max(0, low - 1);
}

/** The number of tokens before a position: the position less the closings before it. */
export function tokensBefore(doc: Node, pos: number): number {
  return pos >= doc.content.size ? pos - doc.childCount : pos - ordinalAt(doc, pos);
}

/** The position of a place. An offset behind the element's end is its end, an ordinal behind the last is the last. */
export function posOf(doc: Node, { ordinal, offset }: Place): number {
  const at = Math.min(ordinal, doc.childCount - 1);
  return elementStarts(doc)[at]! + 1 + Math.min(offset, doc.child(at).content.size);
}

/** The place of a position. Between two elements it is the start of the second, behind the last its end. */
export function placeOf(doc: Node, pos: number): Place {
  const ordinal = ordinalAt(doc, pos);
  const offset = pos - elementStarts(doc)[ordinal]! - 1;
  const { size } = doc.child(ordinal).content;
  if (offset <= size) return { ordinal, offset: Math.max(0, offset) };
  return { ordinal, offset: size };
}
