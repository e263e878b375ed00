/** Moves a whole scene past its neighbour. */
import type { Node } from '@tiptap/pm/model';
import { type Command, TextSelection, type Transaction } from '@tiptap/pm/state';
import { elementStarts } from '../elementStarts.ts';
import { elementAtCaret } from './typing.ts';

/** Ordinals `[from, to)` of a scene: a heading and what follows it up to the next heading. */
export interface SceneRange {
  readonly from: number;
  readonly to: number;
}

const isHeading = (doc: Node, ordinal: number): boolean => doc.child(ordinal).type.name === 'heading';

/** The scene that an element stands in; `undefined` before the first heading. */
export function sceneAt(doc: Node, ordinal: number): SceneRange | undefined {
  let from = ordinal;
  while (from >= 0 && !isHeading(doc, from)) from--;
  if (from < 0) return undefined;
  let to = from + 1;
  while (to < doc.childCount && !isHeading(doc, to)) to++;
  return { from, to };
}

/**
 * Moves the scene at the caret, or of the heading `headingId`, up or down past one scene, in one transaction. All ids
 * stay, and the selection goes along. Not possible at the end, before the first heading, or past what stands before it.
 */
export function moveScene(direction: 'up' | 'down', headingId?: string): Command {
  return (state, dispatch) => {
    const { doc } = state;
    const at = headingId === undefined ? elementAtCaret(state).ordinal : ordinalOfId(doc, headingId);
    const scene = at < 0 ? undefined : sceneAt(doc, at);
    if (!scene) return false;
    const neighbour =
      direction === 'up' ? sceneAt(doc, scene.from - 1) : scene.to < doc.childCount && sceneAt(doc, scene.to);
    if (!neighbour) return false;
    dispatch?.(moveElements(state.tr, scene, direction === 'up' ? neighbour.from : neighbour.to).scrollIntoView());
    return true;
  };
}

function ordinalOfId(doc: Node, id: string): number {
  return doc.children.findIndex((node) => node.attrs.id === id);
}

/** Moves elements before the element of ordinal `before` (behind the last: to the end), with the selection in them. */
export function moveElements(tr: Transaction, { from, to }: SceneRange, before: number): Transaction {
  const starts = [...elementStarts(tr.doc), tr.doc.content.size];
  const [first, last, target] = [starts[from]!, starts[to]!, starts[before]!];
  const { anchor, head } = tr.selection;
  const isInside = Math.min(anchor, head) > first && Math.max(anchor, head) < last;
  const content = tr.doc.slice(first, last).content;
  tr.delete(first, last);
  const landed = target > first ? target - (last - first) : target;
  tr.insert(landed, content);
  if (isInside) {
    const by = landed - first;
    tr.setSelection(TextSelection.create(tr.doc, anchor + by, head + by));
  }
  return tr;
}
