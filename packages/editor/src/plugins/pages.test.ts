// @vitest-environment jsdom
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { openScript, writeElements } from '@tramline/collab';
import { type Element, finalDraftLetter, noAttrs } from '@tramline/screenplay';
import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createScriptEditor } from '../scriptEditor.ts';
import { pageTableOf, setPages } from './pages.ts';

const element = (type: Element['type'], id: string, text: string, attrs = noAttrs): Element => ({
  id,
  type,
  text,
  attrs,
});
const lines = (count: number): string => Array.from({ length: count }, (_, k) => `L${k}`).join('\n');
const SPEECH = [
  element('action', 'a', lines(49)),
  element('character', 'c', 'Ida (V.O.)'),
  element('dialogue', 'd', lines(6)),
];

const cleanup: (() => void)[] = [];
afterEach(() => {
  for (const undo of cleanup.splice(0).reverse()) undo();
});

function open(elements: readonly Element[], profile = finalDraftLetter): EditorView {
  const doc = new Y.Doc();
  const script = openScript(doc);
  writeElements(script, elements, []);
  const editor = createScriptEditor({ script, pages: { profile }, newId: () => 'new' });
  const view = new EditorView(document.body.appendChild(document.createElement('div')), {
    state: EditorState.create({ doc: editor.binding.document, plugins: [...editor.plugins] }),
  });
  cleanup.push(() => {
    view.destroy();
    editor.destroy();
  });
  return view;
}
const shown = (view: EditorView, part: string): string[] =>
  [...view.dom.querySelectorAll(`.page-edge ${part}`)].map(({ textContent }) => textContent ?? '');

describe('pages', () => {
  it('[EP6] an edge stands in the words where the page ends, with (MORE), the number and the cue', () => {
    const view = open(SPEECH);
    expect([shown(view, '.page-more'), shown(view, '.pn'), shown(view, '.page-cue')]).toEqual([
      ['(MORE)'],
      ['2.'],
      ["IDA (CONT'D)"],
    ]);
    const edge = view.dom.querySelector('.page-edge')!;
    expect(edge.previousSibling?.textContent).toBe('L0\nL1\n');
    expect(view.state.doc.textContent).toBe(SPEECH.map(({ text }) => text).join(''));
  });

  it('[EP6] a key moves only what it must: an edge that stays keeps its element', () => {
    const view = open([...SPEECH, element('action', 'e', lines(80))]);
    const [first, second] = view.dom.querySelectorAll('.page-edge');
    view.dispatch(view.state.tr.insertText('Word. ', 1));
    expect([...view.dom.querySelectorAll('.page-edge')]).toEqual([first, second]);
    view.dispatch(view.state.tr.insertText('L\n', 1));
    expect(view.dom.querySelectorAll('.page-edge')[0]).not.toBe(first);
  });

  it('[EP7] numbers behind a new page count on, though their edges stay', () => {
    const view = open([
      element('action', 'a', lines(10)),
      element('pageBreak', 'b', ''),
      element('action', 'e', lines(10)),
    ]);
    const [edge] = view.dom.querySelectorAll('.page-edge');
    expect(shown(view, '.pn')).toEqual(['2.']);
    view.dispatch(view.state.tr.insertText(`${lines(60)}\n`, 1));
    expect(shown(view, '.pn')).toEqual(['2.', '3.']);
    expect(view.dom.querySelectorAll('.page-edge')[1]?.isSameNode(edge!)).toBe(edge?.isConnected);
  });

  it('[EP8] while an input method composes edges only move along, and are set right at the end', async () => {
    const view = open(SPEECH);
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 3)));
    const edge = view.dom.querySelector('.page-edge');
    Object.defineProperty(view, 'composing', { value: true, configurable: true });
    view.dispatch(view.state.tr.insertText('L\nL\nL\n', 1));
    expect(view.dom.querySelector('.page-edge')).toBe(edge);
    expect(pageTableOf(view.state)?.pages[1]?.id).toBe('c');
    Object.defineProperty(view, 'composing', { value: false, configurable: true });
    view.dom.dispatchEvent(new CompositionEvent('compositionend'));
    await expect.poll(() => view.dom.querySelector('.page-edge')?.parentElement?.dataset.id).toBe('c');
  });

  it('[EP9] other options make other pages', () => {
    const view = open(SPEECH);
    const profile = { ...finalDraftLetter, linesPerPage: 20 };
    view.dispatch(setPages(view.state.tr, { profile }));
    expect(pageTableOf(view.state)?.profile).toBe(profile);
    expect(shown(view, '.pn')).toEqual(['2.', '3.']);
  });

  it('[EP10] the halves of a dual dialogue stand side by side, and what follows stands under the longer one', () => {
    const view = open([
      element('character', 'l', 'IDA', { dual: 'left' }),
      element('dialogue', 'ld', lines(4)),
      element('character', 'r', 'JUN', { dual: 'right' }),
      element('dialogue', 'rd', 'Right.'),
      element('action', 'x', 'Silence.'),
    ]);
    const classes = [...view.dom.children].map((p) => p.className.replace(/^el \w+ ?/, ''));
    expect(classes).toEqual(['dual left', 'dual left', 'dual right', 'dual right', 'behind-dual']);
    const moved = [...view.dom.children].map((p) => (p as HTMLElement).style.getPropertyValue('--moved'));
    expect(moved).toEqual(['', '', '-6', '', '3']);
  });
});
