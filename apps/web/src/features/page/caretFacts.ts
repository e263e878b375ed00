/** Reads where the caret stands, for the bars and for everybody who follows it. */
import type { EditorState } from '@tiptap/pm/state';
import { isElementType } from '@tramline/collab';
import { placeOf } from '@tramline/editor';
import { type ElementType, placeOfCaret } from '@tramline/screenplay';
import type { FocusState } from '../workspace/focusStore.ts';
import { sceneAt } from '../workspace/model/sceneReader.ts';
import type { SceneView } from '../workspace/model/workspaceModel.ts';
import { type CaretFacts, MARKS } from './pageStore.ts';

export function readCaretFacts({ doc, selection, storedMarks }: EditorState): CaretFacts {
  const { ordinal, offset } = placeOf(doc, selection.head);
  const node = doc.child(ordinal);
  const name = node.type.name;
  const has = (mark: string): boolean => {
    const type = doc.type.schema.marks[mark];
    if (!type) return false;
    if (!selection.empty) return doc.rangeHasMark(selection.from, selection.to, type);
    return Boolean(type.isInSet(storedMarks ?? selection.$head.marks()));
  };
  return {
    type: isElementType(name) ? (name as ElementType) : null,
    place: placeOfCaret(node.textContent, offset),
    marks: MARKS.filter(has).join(' '),
    hasSelection: !selection.empty,
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
