/** Small edits between two states of a text, and what they do to a caret. Offsets count UTF-16 code units. */

/** Replace `remove` units at `at` by `insert`. */
export interface TextEdit {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

/** One part of a change as Yjs tells it: keep, put in, or take out. */
export interface DeltaPart {
  readonly retain?: number;
  readonly insert?: unknown;
  readonly delete?: number;
}

const isLowHalf = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
};

/**
 * The smallest edit that makes `after` out of `before`; `undefined` if they are equal. `caret` is where the caret stands in
 * `after`: where several edits are equally small, the one that ends at the caret is what the person did. No edit begins or ends
 * inside a surrogate pair.
 */
export function readTextEdit(before: string, after: string, caret = after.length): TextEdit | undefined {
  if (before === after) return undefined;
  const longest = Math.min(before.length, after.length);
  let tail = 0;
  const mostTail = Math.min(longest, after.length - caret);
  while (tail < mostTail && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  let head = 0;
  while (head < longest - tail && before[head] === after[head]) head++;
  while (tail < longest - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  if (head > 0 && (isLowHalf(before, head) || isLowHalf(after, head))) head--;
  if (tail > 0 && (isLowHalf(before, before.length - tail) || isLowHalf(after, after.length - tail))) tail--;
  return { at: head, remove: before.length - tail - head, insert: after.slice(head, after.length - tail) };
}

/** Where a place stands after a change. Words put in exactly at the place push it only with `side: 'after'`. */
export function movePlace(place: number, delta: readonly DeltaPart[], side: 'before' | 'after' = 'before'): number {
  let at = 0;
  let moved = place;
  for (const part of delta) {
    if (part.retain !== undefined) at += part.retain;
    else if (part.insert !== undefined) {
      const length = typeof part.insert === 'string' ? part.insert.length : 1;
      if (at < moved || (at === moved && side === 'after')) moved += length;
      at += length;
    } else if (part.delete !== undefined && at < moved) moved = Math.max(at, moved - part.delete);
    if (at > moved) break;
  }
  return moved;
}

/** The same edit, made against a text that others have changed meanwhile; what they took out is not taken out twice. */
export function moveEdit({ at, remove, insert }: TextEdit, deltas: readonly (readonly DeltaPart[])[]): TextEdit {
  let [from, to] = [at, at + remove];
  for (const delta of deltas) {
    [from, to] = [movePlace(from, delta, remove > 0 ? 'after' : 'before'), movePlace(to, delta)];
    if (to < from) to = from;
  }
  return { at: from, remove: to - from, insert };
}
