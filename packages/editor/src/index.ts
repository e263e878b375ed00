export {
  type BindingMeta,
  type BindingOptions,
  BodyBinding,
  bindingKey,
  type EditorHost,
  isFromBody,
} from './binding/binding.ts';
export { formatsOf, headEntries, nodeOfRow } from './binding/rowNode.ts';
export { type BodyUndo, createUndo } from './binding/undo.ts';
export { clipboardPlugin, readPlainText, writePlainText } from './clipboard.ts';
export { toggleDualDialogue } from './commands/dualDialogue.ts';
export { findWords, replaceWords, type WordMatch, type WordQuery } from './commands/findReplace.ts';
export { type Format, hasFormat, toggleFormat } from './commands/formats.ts';
export { moveElements, moveScene, type SceneRange, sceneAt } from './commands/moveScene.ts';
export {
  type ElementAtCaret,
  elementAtCaret,
  enter,
  insertLineFeed,
  setElementType,
  setTypeByDigit,
  type TypingOptions,
  tab,
} from './commands/typing.ts';
export { elementOfNode, nodeOfElement } from './elementNode.ts';
export { elementStarts, ordinalAt, placeOf, posOf } from './elementStarts.ts';
export {
  type CaretClock,
  type CaretOwner,
  type CaretPresence,
  type CaretsOptions,
  caretsKey,
  caretsPlugin,
  NAME_MS,
  readCaretOwner,
  type ShownCaret,
  shownCarets,
} from './plugins/carets.ts';
export {
  acceptFromList,
  type CompletionList,
  closeList,
  completionKey,
  completionPlugin,
  openList,
  openTypeList,
  selectInList,
} from './plugins/completion.ts';
export { drawnPages, type PageOptions, pageElementsOf, pagesPlugin, pageTableOf, setPages } from './plugins/pages.ts';
export { type MarkedRange, type RangeMarks, rangeMarks } from './plugins/rangeMarks.ts';
export {
  foundRanges,
  type ThreadRange,
  type TramlineRange,
  threadRanges,
  tramlineRanges,
  uncoveredRanges,
} from './plugins/scriptMarks.ts';
export { formatNameOf, KNOWN_ATTRS, markNameOf, screenplaySchema, UNKNOWN } from './schema.ts';
export {
  createScriptEditor,
  SCRIPT_EDITOR_OPTIONS,
  type ScriptEditor,
  type ScriptEditorOptions,
} from './scriptEditor.ts';
export { type KeymapOptions, keymapPlugin, scriptKeys } from './scriptKeymap.ts';
