'use client';
/** The editor of the room's script: made when its words are there, ended with the page. */
import { Editor } from '@tiptap/react';
import { openScript, pageSettingsOf, readElements, readPageChoices } from '@tramline/collab';
import {
  type CaretOwner,
  createScriptEditor,
  SCRIPT_EDITOR_OPTIONS,
  type ScriptEditor,
  setPages,
} from '@tramline/editor';
import { useEffect, useState } from 'react';
import { whoToken } from '../../ui/Avatar.tsx';
import { useRoom, useWorkspace } from '../workspace/useWorkspace.ts';
import { goToEdge } from './documentEdges.ts';

export interface OpenEditor {
  readonly editor: Editor;
  readonly script: ScriptEditor;
}

/** Whose caret it is, as the server stamped it: first name, and the colour that the person has on every screen. */
function readPerson({ user }: Readonly<Record<string, unknown>>): CaretOwner | undefined {
  if (typeof user !== 'object' || user === null) return undefined;
  const { id, name } = user as Record<string, unknown>;
  if (typeof id !== 'string' || typeof name !== 'string') return undefined;
  return { name: name.trim().split(/\s+/)[0] ?? name, hue: whoToken(id) };
}

/** Null until the room has words. The editor follows the room's mode by itself. */
export function useScriptEditor(label: string): OpenEditor | null {
  const { scriptRoom, script: about } = useWorkspace();
  const { language } = about;
  const isReady = useRoom(scriptRoom, (room) => room.content === 'ready');
  const mode = useRoom(scriptRoom, (room) => room.mode);
  const [open, setOpen] = useState<OpenEditor | null>(null);

  useEffect(() => {
    if (!isReady) return;
    const document = openScript(scriptRoom.doc);
    const readPages = () => pageSettingsOf(readPageChoices(document.settings, language), readElements(document));
    const script = createScriptEditor({
      script: document,
      pages: readPages(),
      awareness: scriptRoom.awareness,
      carets: { ownerOf: readPerson },
      newId: () => crypto.randomUUID(),
      earlierClientIds: scriptRoom.earlierClientIds,
      isReadOnly: scriptRoom.mode !== 'edit',
    });
    const editor = new Editor({
      ...SCRIPT_EDITOR_OPTIONS,
      extensions: script.extensions,
      editable: scriptRoom.mode === 'edit',
      editorProps: {
        handleKeyDown: goToEdge,
        attributes: { class: 'script', role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true' },
      },
    });
    setOpen({ editor, script });
    const followSettings = (): void => editor.view.dispatch(setPages(editor.state.tr, readPages()));
    document.settings.observe(followSettings);
    return () => {
      document.settings.unobserve(followSettings);
      setOpen(null);
      editor.destroy();
      script.destroy();
    };
  }, [isReady, scriptRoom, language]);

  useEffect(() => {
    if (!open) return;
    open.editor.setEditable(mode === 'edit', false);
    open.script.setReadOnly(mode !== 'edit');
    const { dom } = open.editor.view;
    dom.setAttribute('aria-label', label);
    dom.setAttribute('aria-readonly', String(mode !== 'edit'));
  }, [open, mode, label]);

  return open;
}
