/** Two speeches side by side. */
import type { Node } from '@tiptap/pm/model';
import type { Command } from '@tiptap/pm/state';
import { elementStarts } from '../elementStarts.ts';
import { elementAtCaret } from './typing.ts';

const SPOKEN: ReadonlySet<string> = new Set(['parenthetical', 'dialogue', 'lyrics']);

/** The ordinal of the cue of the speech that an element belongs to; -1 if it belongs to none. */
function cueOrdinal(doc: Node, ordinal: number): number {
  let at = ordinal;
  while (at >= 0 && SPOKEN.has(doc.child(at).type.name)) at--;
  return at >= 0 && doc.child(at).type.name === 'character' ? at : -1;
}

/**
 * Sets the speech at the caret beside the one directly before it, or takes the two apart again. Not possible where no
 * speech stands directly before.
 */
export const toggleDualDialogue: Command = (state, dispatch) => {
  const { doc } = state;
  const right = cueOrdinal(doc, elementAtCaret(state).ordinal);
  const left = right > 0 ? cueOrdinal(doc, right - 1) : -1;
  if (left < 0) return false;
  const isDual = doc.child(right).attrs.dual === 'right';
  const tr = state.tr;
  tr.setNodeAttribute(elementStarts(doc)[left]!, 'dual', isDual ? null : 'left');
  tr.setNodeAttribute(elementStarts(doc)[right]!, 'dual', isDual ? null : 'right');
  dispatch?.(tr);
  return true;
};
