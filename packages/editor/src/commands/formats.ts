/** Inline formats, as commands. */
import { toggleMark } from '@tiptap/pm/commands';
import type { Command, EditorState } from '@tiptap/pm/state';
import { markNameOf } from '../schema.ts';

/** Formats that a person switches on and off. */
export type Format = 'bold' | 'italic' | 'underline' | 'strike' | 'highlight' | 'note';

/** Switches a format of the selected words, or of the words to be typed next. */
export function toggleFormat(format: Format): Command {
  return (state, dispatch, view) => toggleMark(state.schema.marks[markNameOf(format)]!)(state, dispatch, view);
}

/** Whether a format is in force over the whole selection, or for what is typed next. */
export function hasFormat(state: EditorState, format: Format): boolean {
  const type = state.schema.marks[markNameOf(format)]!;
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  let everywhere = true;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isText && !type.isInSet(node.marks)) everywhere = false;
  });
  return everywhere;
}
