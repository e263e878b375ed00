/** TipTap with its own collaboration extension, on the same text. Bundled from this folder, so that it uses its own packages. */
import { Editor, Node } from '@tiptap/core';
import Collaboration from '@tiptap/extension-collaboration';
import Document from '@tiptap/extension-document';
import Text from '@tiptap/extension-text';
import { TextSelection } from '@tiptap/pm/state';
import * as Y from 'yjs';
import { painted, TYPES, timeKey, wordsOf } from '../../editor/page.ts';

const types = TYPES.map((name) =>
  Node.create({
    name,
    group: 'block',
    content: 'text*',
    addAttributes: () => ({ id: { default: null, renderHTML: ({ id }) => ({ 'data-id': id }) } }),
    parseHTML: () => [{ tag: `p[data-type=${name}]` }],
    renderHTML: ({ HTMLAttributes }) => ['p', { 'data-type': name, ...HTMLAttributes }, 0],
  }),
);

let editor;
let local;
let remote;
let changed;
let waiting;

function startOf(ordinal) {
  let pos = 0;
  for (let at = 0; at < ordinal; at++) pos += editor.state.doc.child(at).nodeSize;
  return pos;
}

function typeRemotely(ordinals) {
  const before = Y.encodeStateVector(remote);
  const fragment = remote.getXmlFragment('body');
  remote.transact(() => {
    for (const ordinal of ordinals) fragment.get(ordinal).get(0).insert(3, 'ß');
  });
  return Y.encodeStateAsUpdate(remote, before);
}

window.bench = {
  open(count) {
    editor?.destroy();
    remote = new Y.Doc();
    const elements = Array.from({ length: count }, (_, at) => {
      const element = new Y.XmlElement(TYPES[at % 4]);
      element.setAttribute('id', `e${at}`);
      element.insert(0, [new Y.XmlText(wordsOf(at))]);
      return element;
    });
    remote.getXmlFragment('body').insert(0, elements);
    const state = Y.encodeStateAsUpdate(remote);
    local = new Y.Doc();
    Y.applyUpdate(local, state);
    const began = performance.now();
    editor = new Editor({
      element: document.querySelector('#editor'),
      injectCSS: false,
      extensions: [
        Document.extend({ content: 'block+' }),
        Text,
        ...types,
        Collaboration.configure({ document: local, field: 'body' }),
      ],
    });
    void document.body.offsetHeight;
    const took = performance.now() - began;
    local.on('update', (update, origin) => {
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
