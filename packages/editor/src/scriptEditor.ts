/**
 * The one entry for a screen: everything that an editor of a script needs, made together.
 *
 * ```tsx
 * const script = useMemo(() => createScriptEditor({ script: openScript(room.doc), awareness: room.awareness, newId }), [room]);
 * const editor = useEditor({ ...SCRIPT_EDITOR_OPTIONS, extensions: script.extensions, editable: room.mode === 'edit' }, [script]);
 * useEffect(() => () => script.destroy(), [script]);
 * ```
 *
 * TipTap is the shell only. Its editor gets our schema and the body's view as its first document, so nothing is parsed,
 * and our plugins; of its own plugins just those that carry the shell stay on. A test without a browser makes a state
 * from `script.plugins` and gives the binding a host (see `testing/peers.ts`).
 */
import { type AnyExtension, type EditorOptions, Extension, Node } from '@tiptap/core';
import type { Plugin } from '@tiptap/pm/state';
import { Rescue, type Script } from '@tramline/collab';
import type { TypingPreferences } from '@tramline/screenplay';
import { BodyBinding } from './binding/binding.ts';
import { type BodyUndo, createUndo } from './binding/undo.ts';
import { clipboardPlugin } from './clipboard.ts';
import { type CaretsOptions, caretsPlugin } from './plugins/carets.ts';
import { completionPlugin } from './plugins/completion.ts';
import { type PageOptions, pagesPlugin } from './plugins/pages.ts';
import { type RangeMarks, rangeMarks } from './plugins/rangeMarks.ts';
import { screenplaySchema } from './schema.ts';
import { keymapPlugin } from './scriptKeymap.ts';

export interface ScriptEditorOptions {
  readonly script: Script;
  /** Presence: others' carets are drawn and one's own is published. Absent: neither. */
  readonly awareness?: CaretsOptions['presence'];
  /** Time, and whose a caret is, for the carets. */
  readonly carets?: Pick<CaretsOptions, 'clock' | 'ownerOf'>;
  readonly preferences?: TypingPreferences;
  /** True pages are drawn. Absent: none are. */
  readonly pages?: PageOptions;
  /** Client ids under which this device wrote earlier and which no other tab acts for: see `RescueOptions`. */
  readonly earlierClientIds?: readonly number[];
  /** A room that this client may not write into: nothing is brought home. The view must not be editable either. */
  readonly isReadOnly?: boolean;
  /** Makes the id of a new element. Must not repeat across peers: `crypto.randomUUID` or the like. */
  readonly newId: () => string;
  /** Edits less than this apart are undone together. */
  readonly captureMs?: number;
}

/** An editor of one script, without its view. */
export interface ScriptEditor {
  readonly binding: BodyBinding;
  readonly undo: BodyUndo;
  /** The wash over the words of lit and selected shots, and over uncovered words: see `plugins/scriptMarks.ts`. */
  readonly tramlines: RangeMarks;
  readonly threads: RangeMarks;
  readonly found: RangeMarks;
  /** All ProseMirror plugins, in their order. */
  readonly plugins: readonly Plugin[];
  /** The same for TipTap. */
  readonly extensions: AnyExtension[];
  /** Follows a room that this client may write into no longer, or again: see `isReadOnly`. */
  setReadOnly(isReadOnly: boolean): void;
  /** Stops listening to the document. The view must be destroyed before. */
  destroy(): void;
}

/** Options that TipTap's editor must be made with, beside the extensions. */
export const SCRIPT_EDITOR_OPTIONS = {
  enableInputRules: false,
  enablePasteRules: false,
  enableContentCheck: false,
  injectCSS: false,
  enableCoreExtensions: { keymap: false, clipboardTextSerializer: false, delete: false, drop: false, paste: false },
} as const satisfies Partial<EditorOptions>;

/** Makes the editor of a script. Writes nothing. */
export function createScriptEditor(options: ScriptEditorOptions): ScriptEditor {
  const { script, newId, captureMs = 500, awareness, carets, preferences = {}, isReadOnly = false, pages } = options;
  const { earlierClientIds = [] } = options;
  const binding = new BodyBinding({ body: script.body, schema: screenplaySchema, newId });
  const undo = createUndo(binding, { captureMs });
  let rescue: Rescue | undefined;
  const setReadOnly = (isReader: boolean): void => {
    if (isReader) rescue?.destroy();
    rescue = isReader ? undefined : (rescue ?? new Rescue(script, { earlierClientIds }));
  };
  setReadOnly(isReadOnly);
  const [tramlines, threads, found] = [rangeMarks('tramlines'), rangeMarks('threads'), rangeMarks('found')];
  // The binding stands first: when the others are told of a change, the body already holds it.
  const plugins = [
    binding.plugin(),
    completionPlugin(binding),
    keymapPlugin({ undo, preferences }),
    clipboardPlugin(screenplaySchema),
    tramlines.plugin,
    threads.plugin,
    found.plugin,
    ...(pages ? [pagesPlugin(pages)] : []),
    ...(awareness ? [caretsPlugin({ ...carets, binding, presence: awareness })] : []),
  ];
  return {
    binding,
    undo,
    tramlines,
    threads,
    found,
    plugins,
    extensions: shellExtensions(binding, plugins),
    setReadOnly,
    destroy: () => {
      rescue?.destroy();
      undo.destroy();
      binding.destroy();
    },
  };
}

/** TipTap builds a schema from extensions before it asks them anything: it gets the smallest one, then ours instead. */
function shellExtensions(binding: BodyBinding, plugins: readonly Plugin[]): AnyExtension[] {
  return [
    Node.create({ name: 'doc', topNode: true, content: 'text*' }),
    Node.create({ name: 'text' }),
    Extension.create({
      name: 'script',
      onBeforeCreate() {
        this.editor.schema = screenplaySchema;
        this.editor.extensionManager.schema = screenplaySchema;
        this.editor.options.content = binding.document as unknown as EditorOptions['content'];
      },
      addProseMirrorPlugins: () => [...plugins],
    }),
  ];
}
