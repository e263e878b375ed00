// @vitest-environment jsdom
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { EditorView } from '@tiptap/pm/view';
import { openScript, writeElements } from '@tramline/collab';
import type { Element } from '@tramline/screenplay';
import { afterEach, describe, expect, it } from 'vitest';
import { Awareness, applyAwarenessUpdate, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as Y from 'yjs';
import { settle } from '../../testing/index.ts';
import { createScriptEditor, type ScriptEditor } from '../scriptEditor.ts';
import { type CaretClock, NAME_MS, shownCarets } from './carets.ts';
import { openList } from './completion.ts';
import { threadRanges, tramlineRanges } from './scriptMarks.ts';

const element = (type: Element['type'], id: string, text: string): Element => ({ id, type, text, attrs: {} });
const ELEMENTS = [
  element('heading', 'h1', 'INT. BUS - NIGHT'),
  element('character', 'c1', 'IDA'),
  element('dialogue', 'd1', 'Hold the lever.'),
];

/** A clock that stands until it is moved. */
class StillClock implements CaretClock {
  #now = 0;
  #due: { at: number; call: () => void }[] = [];

  now(): number {
    return this.#now;
  }
  after(ms: number, call: () => void): () => void {
    const entry = { at: this.#now + ms, call };
    this.#due.push(entry);
    return () => {
      this.#due = this.#due.filter((other) => other !== entry);
    };
  }
  move(ms: number): void {
    this.#now += ms;
    const due = this.#due.filter(({ at }) => at <= this.#now);
    this.#due = this.#due.filter(({ at }) => at > this.#now);
    for (const { call } of due) call();
  }
}

class Desk {
  readonly doc = new Y.Doc();
  readonly awareness = new Awareness(this.doc);
  readonly editor: ScriptEditor;
  readonly view: EditorView;

  constructor(clientId: number, start: Uint8Array, clock: CaretClock) {
    this.doc.clientID = clientId;
    this.awareness.destroy();
    this.awareness = new Awareness(this.doc);
    Y.applyUpdate(this.doc, start);
    const script = openScript(this.doc);
    let ids = 0;
    const newId = (): string => `n${clientId}${ids++}`;
    this.editor = createScriptEditor({ script, newId, awareness: this.awareness, carets: { clock } });
    const state = EditorState.create({ doc: this.editor.binding.document, plugins: [...this.editor.plugins] });
    const place = document.body.appendChild(document.createElement('div'));
    this.view = new EditorView(place, { state });
  }

  /** The position of an offset in the element of an ordinal. */
  at(ordinal: number, offset: number): number {
    return this.editor.binding.posAt({ ordinal, offset });
  }
  type(pos: number, text: string): void {
    const tr = this.view.state.tr.insertText(text, pos);
    this.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, pos + text.length)));
  }
  key(key: string): void {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
    this.view.someProp('handleKeyDown', (handle) => handle(this.view, event));
  }
  get lines(): string[] {
    return this.view.state.doc.children.map((node) => `${node.type.name}|${node.textContent}`);
  }
  close(): void {
    this.view.destroy();
    this.awareness.destroy();
    this.editor.destroy();
  }
}

const open: Desk[] = [];
afterEach(() => {
  for (const desk of open.splice(0)) desk.close();
});
function desks(): { a: Desk; b: Desk; clock: StillClock; sync: () => void } {
  const first = new Y.Doc();
  writeElements(openScript(first), ELEMENTS);
  const clock = new StillClock();
  const [a, b] = [11, 12].map((id) => new Desk(id, Y.encodeStateAsUpdate(first), clock)) as [Desk, Desk];
  open.push(a, b);
  const sync = (): void => {
    settle([a, b]);
    applyAwarenessUpdate(b.awareness, encodeAwarenessUpdate(a.awareness, [a.doc.clientID]), 'network');
  };
  return { a, b, clock, sync };
}

describe('carets', () => {
  it('[EP1] the name shows while it moves and 2 s after, then a dot', () => {
    const { a, b, clock, sync } = desks();
    a.awareness.setLocalStateField('user', { name: 'Ida', hue: 'who-3' });
    a.view.focus();
    a.view.dispatch(a.view.state.tr.setSelection(TextSelection.create(a.view.state.doc, a.at(2, 4))));
    sync();
    expect(shownCarets(b.view.state)).toMatchObject([{ name: 'Ida', hue: 'who-3', head: b.at(2, 4), named: true }]);
    expect(b.view.dom.querySelector('.caret')!.getAttribute('data-name')).toBe('Ida');
    clock.move(NAME_MS - 1);
    expect(shownCarets(b.view.state)[0]!.named).toBe(true);
    clock.move(1);
    expect(b.view.dom.querySelector('.caret.idle')!.hasAttribute('data-name')).toBe(false);
    a.type(a.at(2, 4), '!');
    sync();
    expect(shownCarets(b.view.state)).toMatchObject([{ head: b.at(2, 5), named: true }]);
  });

  it('[EP2] it is published with the focus and taken out without', () => {
    const { a, b, sync } = desks();
    a.awareness.setLocalStateField('user', { name: 'Ida' });
    a.view.focus();
    expect(a.awareness.getLocalState()!.caret).toBeTruthy();
    sync();
    expect(shownCarets(b.view.state)).toHaveLength(1);
    a.view.dom.blur();
    expect(a.awareness.getLocalState()!.caret).toBeNull();
    sync();
    expect(shownCarets(b.view.state)).toEqual([]);
  });
});

describe('range marks', () => {
  it('[EP3] they follow every edit, and new ones take their place', () => {
    const { a, b, sync } = desks();
    const { tramlines, threads } = b.editor;
    const words = (marks: typeof tramlines): string[] =>
      marks.drawn(b.view.state).map(({ from, to }) => b.view.state.doc.textBetween(from, to));
    const shot = { shotId: 's1', state: 'lit', hue: 'line-slate' } as const;
    const [start, end] = [
      { ordinal: 2, offset: 5 },
      { ordinal: 2, offset: 14 },
    ];
    const tr = tramlines.set(b.view.state.tr, tramlineRanges([{ ...shot, start, end }]));
    b.view.dispatch(threads.set(tr, threadRanges([{ threadId: 't1', state: 'open', start, end }])));
    expect([words(tramlines), words(threads)]).toEqual([['the lever'], ['the lever']]);
    expect(b.view.dom.querySelector('.tramline.lit')!.getAttribute('data-shot')).toBe('s1');
    a.type(a.at(2, 9), 'old ');
    a.type(a.at(0, 0), 'x');
    sync();
    expect(words(tramlines)).toEqual(['the old lever']);
    b.view.dispatch(tramlines.set(b.view.state.tr, []));
    expect([words(tramlines), words(threads)]).toEqual([[], ['the old lever']]);
  });
});

describe('lists', () => {
  it('[EP4] names are offered for what is typed here, and taking one replaces it', () => {
    const { a, b, sync } = desks();
    a.view.dispatch(a.view.state.tr.setSelection(TextSelection.atEnd(a.view.state.doc)));
    a.key('Enter');
    a.key('Tab');
    a.type(a.view.state.selection.head, 'i');
    expect(openList(a.view.state)).toMatchObject({ kind: 'words', selected: 0, items: [{ text: 'IDA' }] });
    sync();
    expect(openList(b.view.state)).toBeNull();
    a.key('Enter');
    expect(a.lines.at(-1)).toBe('character|IDA');
    expect(openList(a.view.state)).toBeNull();
    a.key('Enter');
    expect(a.lines.at(-1)).toBe('dialogue|');
  });

  it('[EP5] Enter on an empty element opens the types, Enter again takes the first', () => {
    const { a } = desks();
    a.view.dispatch(a.view.state.tr.setSelection(TextSelection.atEnd(a.view.state.doc)));
    a.key('Enter');
    a.key('Enter');
    expect(openList(a.view.state)).toMatchObject({ kind: 'types', selected: 0 });
    a.key('ArrowDown');
    a.key('ArrowUp');
    a.key('Enter');
    expect(a.lines.at(-1)).toBe('heading|');
    a.key('Enter');
    a.key('Escape');
    expect(openList(a.view.state)).toBeNull();
  });
});
