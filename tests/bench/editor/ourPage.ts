/** Tramline's editor: binding and undo; with `isPaged` also true pages and the words of forty shots washed. */
import { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { openScript, writeElements } from '@tramline/collab';
import { createScriptEditor, SCRIPT_EDITOR_OPTIONS, tramlineRanges } from '@tramline/editor';
import { finalDraftLetter, noAttrs } from '@tramline/screenplay';
import * as Y from 'yjs';
import { painted, TYPES, timeKey, wordsOf } from './page.ts';

let editor: Editor;
let local: Y.Doc;
let remote: Y.Doc;
let changed: (() => void) | undefined;
let waiting: Uint8Array;

function startOf(ordinal: number): number {
  let pos = 0;
  for (let at = 0; at < ordinal; at++) pos += editor.state.doc.child(at).nodeSize;
  return pos;
}

/** Makes the bytes of a peer's keys, one in each of the elements, as one update. */
function typeRemotely(ordinals: readonly number[]): Uint8Array {
  const before = Y.encodeStateVector(remote);
  const body = remote.getText('body');
  const starts: number[] = [];
  let index = 0;
  for (const { insert } of body.toDelta() as { insert: unknown }[]) {
    if (typeof insert === 'string') index += insert.length;
    else starts.push(index++);
  }
  remote.transact(() => {
    for (const ordinal of ordinals.toSorted((a, b) => b - a)) body.insert(starts[ordinal]! + 3, 'ß');
  });
  return Y.encodeStateAsUpdate(remote, before);
}

/** Forty shots over the first elements, each over three of them. */
function shotsOver(count: number) {
  return Array.from({ length: 40 }, (_, at) => ({
    shotId: `s${at}`,
    start: { ordinal: Math.min(count - 3, at * 4), offset: 0 },
    end: { ordinal: Math.min(count - 1, at * 4 + 2), offset: 4 },
    state: 'lit' as const,
    hue: 'line-teal',
  }));
}

window.bench = {
  open(count) {
    editor?.destroy();
    remote = new Y.Doc();
    const elements = Array.from({ length: count }, (_, at) => ({
      id: `e${at}`,
      type: TYPES[at % 4]!,
      text: wordsOf(at),
      attrs: noAttrs,
    }));
    writeElements(openScript(remote), elements);
    const state = Y.encodeStateAsUpdate(remote);
    local = new Y.Doc();
    Y.applyUpdate(local, state);
    const began = performance.now();
    const script = createScriptEditor({
      script: openScript(local),
      ...(window.isPaged ? { pages: { profile: finalDraftLetter } } : {}),
      newId: () => crypto.randomUUID(),
    });
    editor = new Editor({
      ...SCRIPT_EDITOR_OPTIONS,
      element: document.querySelector('#editor')!,
      extensions: script.extensions,
    });
    if (window.isPaged) editor.view.dispatch(script.tramlines.set(editor.state.tr, tramlineRanges(shotsOver(count))));
    void document.body.offsetHeight;
    const took = performance.now() - began;
    local.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'net') Y.applyUpdate(remote, update, 'net');
    });
    editor.on('transaction', ({ transaction }) => {
      if (transaction.docChanged) changed?.();
    });
    return took;
  },
  async place(ordinal) {
    editor.view.focus();
    editor.view.dispatch(
      editor.state.tr.setSelection(TextSelection.create(editor.state.doc, startOf(ordinal) + 4)).scrollIntoView(),
    );
    await painted();
  },
  nextKey: () =>
    timeKey((done) => {
      changed = () => {
        changed = undefined;
        done();
      };
    }),
  prepareRemoteKey(ordinal) {
    waiting = typeRemotely([ordinal]);
  },
  async remoteKey() {
    const began = performance.now();
    Y.applyUpdate(local, waiting, 'net');
    return (await painted()) - began;
  },
  async emptyFrame() {
    await painted();
  },
  remoteBatch(count) {
    const update = typeRemotely(
      Array.from({ length: count }, (_, at) => Math.floor((at * editor.state.doc.childCount) / count)),
    );
    const began = performance.now();
    Y.applyUpdate(local, update, 'net');
    return performance.now() - began;
  },
  count: (letter) => editor.state.doc.textContent.split(letter).length - 1,
};
