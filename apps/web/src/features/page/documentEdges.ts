/** To the first and the last word: browsers lose their way among elements that are not laid out (`content-visibility`). */
import { Selection, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Which edge a key asks for: Ctrl+Home and Ctrl+End, on a Mac ⌘↑ and ⌘↓; with Shift the selection goes along. */
export function edgeOf({ key, ctrlKey, metaKey, altKey }: Press): 'first' | 'last' | undefined {
  if (altKey) return undefined;
  if ((ctrlKey && key === 'Home') || (metaKey && key === 'ArrowUp')) return 'first';
  if ((ctrlKey && key === 'End') || (metaKey && key === 'ArrowDown')) return 'last';
  return undefined;
}

/** A `handleKeyDown` for the editor. */
export function goToEdge(view: EditorView, event: Press): boolean {
  const edge = edgeOf(event);
  if (!edge) return false;
  const { doc, selection } = view.state;
  const { head } = edge === 'first' ? Selection.atStart(doc) : Selection.atEnd(doc);
  const next = TextSelection.create(doc, event.shiftKey ? selection.anchor : head, head);
  view.dispatch(view.state.tr.setSelection(next).scrollIntoView());
  return true;
}
