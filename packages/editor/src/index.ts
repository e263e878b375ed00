export {
  type BindingMeta,
  type BindingOptions,
  BodyBinding,
  bindingKey,
  type EditorHost,
  isFromBody,
} from './binding.ts';
export { elementStarts, ordinalAt, placeOf, posOf } from './elementStarts.ts';
export { formatsOf, headEntries, nodeOfRow } from './rowNode.ts';
export { KNOWN_ATTRS, screenplaySchema, UNKNOWN } from './schema.ts';
export {
  createScriptEditor,
  SCRIPT_EDITOR_OPTIONS,
  type ScriptEditor,
  type ScriptEditorOptions,
} from './scriptEditor.ts';
export { type BodyUndo, createUndo } from './undo.ts';
