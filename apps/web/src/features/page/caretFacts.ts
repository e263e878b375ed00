/** Reads where the caret stands, for the bars and for everybody who follows it. */
import type { EditorState } from '@tiptap/pm/state';
import { isElementType } from '@tramline/collab';
import { elementAtCaret, hasFormat, placeOf } from '@tramline/editor';
import { type ElementType, placeOfCaret } from '@tramline/screenplay';
import type { FocusState } from '../workspace/focusStore.ts';
import { sceneAt } from '../workspace/model/sceneReader.ts';
import type { SceneView } from '../workspace/model/workspaceModel.ts';
import { type CaretFacts, MARKS } from './pageStore.ts';

export function readCaretFacts(state: EditorState): CaretFacts {
  const { node, offset } = elementAtCaret(state);
  const name = node.type.name;
  return {
    type: isElementType(name) ? (name as ElementType) : null,
    place: placeOfCaret(node.textContent, offset),
    marks: MARKS.filter((mark) => hasFormat(state, mark)).join(' '),
    hasSelection: !state.selection.empty,
  };
}

/** The caret, the selected words and the scene, as the focus store holds them. */
export function readCaretFocus(
  { doc, selection }: EditorState,
  scenes: readonly SceneView[],
): Pick<FocusState, 'caret' | 'selection' | 'caretSceneId'> {
  const caret = placeOf(doc, selection.head);
  return {
    caret,
    selection: selection.empty ? null : { start: placeOf(doc, selection.from), end: placeOf(doc, selection.to) },
    caretSceneId: sceneAt(scenes, caret.ordinal)?.id ?? null,
  };
}
