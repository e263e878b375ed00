/** Two editors of TipTap with its own collaboration extension, for the races; as its guide sets it up, in jsdom. */
import { createRequire } from 'node:module';
import path from 'node:path';
import { RACE_SCRIPT, type Writer, type WritersPair } from '../../convergence/race.ts';

const peers = path.join(import.meta.dirname, '../peers/editor');
const require = createRequire(path.join(peers, 'package.json'));

// The peers are no dependencies of ours, so their types are not either: what is used of them is named here.
interface Mapped {
  readonly mapping: unknown;
  _forceRerender(): void;
}
type Loose = Record<string, (...args: never[]) => unknown>;
// biome-ignore-start lint/suspicious/noExplicitAny: packages outside the workspace, loaded at run time
type Any = any;
// biome-ignore-end lint/suspicious/noExplicitAny: see above

function provideDom(): void {
  const { JSDOM } = require('jsdom') as { JSDOM: new (html: string) => { window: Record<string, unknown> } };
  const { window } = new JSDOM('<!doctype html><body></body>');
  const document = window.document as { getSelection?: unknown };
  document.getSelection = () => (window as Loose).getSelection!();
  const names = [
    'window',
    'document',
    'MutationObserver',
    'Node',
    'HTMLElement',
    'Element',
    'DOMParser',
    'KeyboardEvent',
    'Event',
  ];
  for (const name of names)
    Object.defineProperty(globalThis, name, {
      value: name === 'window' ? window : window[name],
      configurable: true,
      writable: true,
    });
  Object.assign(globalThis, {
    innerHeight: 800,
    requestAnimationFrame: (work: () => void) => setTimeout(work, 0),
    cancelAnimationFrame: clearTimeout,
  });
  Object.assign(window, { requestAnimationFrame: (work: () => void) => setTimeout(work, 0) });
}

/** Loads the peers once; the answer makes a fresh pair for each race. */
export async function loadTiptap(): Promise<() => WritersPair> {
  provideDom();
  const { Editor, Node, Mark, Document, Text, Collaboration, TextSelection, splitBlock, joinBackward, tiptap, Y } =
    (await import(path.join(peers, 'peers.mjs'))) as Any;

  const node = (name: string): Any =>
    Node.create({
      name,
      group: 'block',
      content: 'text*',
      addAttributes: () => ({ id: { default: null } }),
      parseHTML: () => [{ tag: `p[data-type=${name}]` }],
      renderHTML: () => ['p', { 'data-type': name }, 0],
    });
  const bold = Mark.create({ name: 'bold', renderHTML: () => ['strong', 0] });
  const known = ['action', 'heading', 'dialogue'].map(node);
  const extensions = [Document.extend({ content: 'block+' }), Text, bold, ...known];

  function open(doc: Any, more: Any[]): Any {
    const editor = new Editor({
      element: document.createElement('div'),
      extensions: [...extensions, ...more, Collaboration.configure({ document: doc, field: 'body' })],
    });
    binding(editor)._forceRerender();
    return editor;
  }
  const binding = (editor: Any): Mapped => tiptap.ySyncPluginKey.getState(editor.state).binding;

  function find(editor: Any, words: string, offset = 0): number {
    let found = -1;
    editor.state.doc.forEach((element: Any, pos: number) => {
      const at = element.textContent.indexOf(words);
      if (found < 0 && at >= 0) found = pos + 1 + at + offset;
    });
    if (found < 0) throw new RangeError(`"${words}" is not in the script`);
    return found;
  }

  function writer(editor: Any, doc: Any): Writer {
    const dispatch = (tr: Any): void => editor.view.dispatch(tr);
    const caret = (pos: number): void =>
      dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, pos)));
    const around = (words: string): { from: number; to: number } => {
      const $at = editor.state.doc.resolve(find(editor, words));
      return { from: $at.before(1), to: $at.after(1) };
    };
    return {
      type: (before, words) => dispatch(editor.state.tr.insertText(words, find(editor, before))),
      enter: (before) => {
        caret(find(editor, before));
        splitBlock(editor.state, dispatch);
      },
      join: (start) => {
        caret(find(editor, start));
        joinBackward(editor.state, dispatch);
      },
      changeType: (words, type) => {
        const { from } = around(words);
        dispatch(editor.state.tr.setNodeMarkup(from, editor.schema.nodes[type], editor.state.doc.nodeAt(from).attrs));
      },
      bold: (from, to) =>
        dispatch(editor.state.tr.addMark(find(editor, from), find(editor, to), editor.schema.marks.bold.create())),
      deleteElement: (words) => {
        const { from, to } = around(words);
        dispatch(editor.state.tr.delete(from, to));
      },
      deleteWords: (words) => dispatch(editor.state.tr.delete(find(editor, words), find(editor, words, words.length))),
      cutAndPasteScene: () => {
        const [from, to] = [around('INT. HOUSE').from, around('leave now').to];
        const { content } = editor.state.doc.slice(from, to);
        dispatch(editor.state.tr.delete(from, to));
        dispatch(editor.state.tr.insert(editor.state.doc.content.size, content));
      },
      undo: () => editor.commands.undo(),
      words: () => editor.state.doc.textBetween(0, editor.state.doc.content.size, ' / '),
      elementOf: (words) =>
        editor.state.doc.children.find((element: Any) => element.textContent.includes(words))?.textContent,
      holdOn: (words) => {
        const fragment = doc.getXmlFragment('body');
        const places = [find(editor, words), find(editor, words, words.length)].map((pos) =>
          tiptap.absolutePositionToRelativePosition(pos, fragment, binding(editor).mapping),
        );
        return () => {
          const [from, to] = places.map((place) =>
            tiptap.relativePositionToAbsolutePosition(doc, fragment, place, binding(editor).mapping),
          );
          return from === null || to === null || from >= to ? undefined : editor.state.doc.textBetween(from, to, '/');
        };
      },
    };
  }

  const exchange = (from: Any, to: Any): void =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'network');
  const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

  return () => {
    const seed = new Y.Doc();
    seed.clientID = 1;
    const elements = RACE_SCRIPT.map(([type, id, words]) => {
      const element = new Y.XmlElement(type);
      element.setAttribute('id', id);
      element.insert(0, [new Y.XmlText(words)]);
      return element;
    });
    seed.getXmlFragment('body').insert(0, elements);
    const [docA, docB] = [11, 12].map((id) => {
      const doc = new Y.Doc();
      doc.clientID = id;
      exchange(seed, doc);
      return doc;
    });
    const hologram = node('hologram');
    const [a, b] = [docA, docB].map((doc) => open(doc, [hologram]));
    const sync = async (): Promise<void> => {
      for (let round = 0; round < 3; round++) {
        exchange(docA, docB);
        exchange(docB, docA);
        await settled();
      }
    };
    return {
      a: writer(a, docA),
      b: writer(b, docB),
      sync,
      openInOldProgram: async (before, words) => {
        const doc = new Y.Doc();
        doc.clientID = 13;
        exchange(docA, doc);
        const old = open(doc, []);
        await settled();
        writer(old, doc).type(before, words);
        await settled();
        exchange(doc, docA);
      },
    };
  };
}
