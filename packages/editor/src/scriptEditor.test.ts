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

it('words come home only while the room may be written into, and those of earlier client ids too', () => {
  const earlier = new Y.Doc();
  const theirs = openScript(new Y.Doc());
  writeElements(theirs, [
    { id: 'a1', type: 'action', text: 'One.', attrs: {} },
    { id: 'a2', type: 'action', text: 'Two.', attrs: {} },
  ]);
  Y.applyUpdate(earlier, Y.encodeStateAsUpdate(theirs.doc));
  const mine = openScript(earlier);
  mine.body.insert(mine.body.length, ' More.');
  const words = Y.encodeStateAsUpdate(earlier);
  const seen = Y.encodeStateVector(theirs.doc);
  const other = createScriptEditor({ script: theirs, newId: () => 'n1' });
  theirs.body.delete(5, 5); // the second element, head and all
  const cut = Y.encodeStateAsUpdate(theirs.doc, seen);
  other.destroy();
  const rescued = (isReadOnly: boolean, follow?: boolean): string[] => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, words);
    const script = openScript(doc);
    const made = createScriptEditor({
      ...{ script, isReadOnly, newId: () => 'n2' },
      earlierClientIds: [earlier.clientID],
    });
    if (follow !== undefined) made.setReadOnly(follow);
    Y.applyUpdate(doc, cut);
    made.destroy();
    return readElements(script).map(({ text }) => text);
  };
  const joined = ['One. More.'];
  const home = ['One.', ' More.'];
  expect([rescued(false), rescued(true)]).toEqual([home, joined]);
  expect([rescued(true, false), rescued(false, true)]).toEqual([home, joined]);
});
