// @vitest-environment jsdom
import { Editor } from '@tiptap/core';
import { openScript, readElements, writeElements } from '@tramline/collab';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createScriptEditor, SCRIPT_EDITOR_OPTIONS } from './scriptEditor.ts';

it('[BI8] a TipTap editor shows the script in our schema, and its edits reach the body', () => {
  const script = openScript(new Y.Doc());
  writeElements(script, [
    { id: 'h1', type: 'heading', text: 'INT. BUS - NIGHT', attrs: {} },
    { id: 'a1', type: 'action', text: 'Rain.', attrs: {} },
  ]);
  const updates: Uint8Array[] = [];
  script.doc.on('update', (update: Uint8Array) => updates.push(update));
  const made = createScriptEditor({ script, newId: () => 'n1' });
  const editor = new Editor({ ...SCRIPT_EDITOR_OPTIONS, extensions: made.extensions });
  expect(updates).toEqual([]);
  expect(editor.state.doc).toBe(made.binding.document);
  editor.view.dispatch(editor.state.tr.insertText(' falls', editor.state.doc.content.size - 2));
  expect(readElements(script).map((element) => element.text)).toEqual(['INT. BUS - NIGHT', 'Rain falls.']);
  script.body.insert(script.body.length, ' Hard.');
  expect(editor.view.dom.textContent).toBe('INT. BUS - NIGHTRain falls. Hard.');
  editor.destroy();
  made.destroy();
});
