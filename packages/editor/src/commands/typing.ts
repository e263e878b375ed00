/** Enter, Tab, Shift-Tab and the digit keys: carries out what the typing table of `screenplay` answers. */
import type { Node, NodeType } from '@tiptap/pm/model';
import { type Command, type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { isElementType } from '@tramline/collab';
import {
  type CaretPlace,
  type ElementType,
  nextOnEnter,
  nextOnTab,
  placeOfCaret,
  type TypingPreferences,
  type TypingStep,
  typeForDigit,
} from '@tramline/screenplay';
import { elementStarts, ordinalAt } from '../elementStarts.ts';

/** What a key needs beside the table: the person's preferences, and how the list of types is opened. */
export interface TypingOptions {
  readonly preferences?: TypingPreferences;
  /** Opens the list of element types. Absent: the step's type is taken at once. */
  readonly openMenu?: Command;
}

/** The element that holds the caret, with the position before it. */
export interface ElementAtCaret {
  readonly node: Node;
  readonly ordinal: number;
  readonly pos: number;
  readonly offset: number;
}

/** The element at the moving end of the selection. */
export function elementAtCaret({ doc, selection }: Pick<EditorState, 'doc' | 'selection'>): ElementAtCaret {
  const ordinal = ordinalAt(doc, selection.head);
  const pos = elementStarts(doc)[ordinal]!;
  return { node: doc.child(ordinal), ordinal, pos, offset: Math.max(0, selection.head - pos - 1) };
}

/** The type that the table knows an element by: an unknown one is typed like general. */
export function typingTypeOf(node: Node): ElementType {
  return isElementType(node.type.name) ? node.type.name : 'general';
}

const brackets = /^[(（](.*)[)）]$/s;

/** Where the caret stands, not counting the brackets that a parenthetical brings with it. */
function caretPlace({ node, offset }: ElementAtCaret): CaretPlace {
  const inner = node.type.name === 'parenthetical' ? brackets.exec(node.textContent)?.[1] : undefined;
  return inner === undefined ? placeOfCaret(node.textContent, offset) : placeOfCaret(inner, Math.max(0, offset - 1));
}

/** Enter, by the table. Selected words are taken away first. */
export function enter(options: TypingOptions = {}): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    if (!state.selection.empty) tr.deleteSelection();
    const at = elementAtCaret(tr);
    const step = nextOnEnter(typingTypeOf(at.node), caretPlace(at), options.preferences);
    if (step.step === 'menu' && options.openMenu) return options.openMenu(state, dispatch);
    if (!takeStep(tr, at, step)) return false;
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

/** Tab or Shift-Tab, by the table. The key is always taken: it never leaves the page. */
export function tab(key: 'tab' | 'shiftTab'): Command {
  return (state, dispatch) => {
    const tr = state.tr;
    const at = elementAtCaret(tr);
    if (takeStep(tr, at, nextOnTab(typingTypeOf(at.node), caretPlace(at), key))) dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function takeStep(tr: Transaction, at: ElementAtCaret, step: TypingStep): boolean {
  if (step.step === 'stay') return false;
  const type = tr.doc.type.schema.nodes[step.type]!;
  switch (step.step) {
    case 'add':
      addElement(tr, at.pos + at.node.nodeSize, type);
      return true;
    case 'addBefore':
      tr.insert(at.pos, type.create());
      return true;
    case 'split':
      tr.split(at.pos + 1 + at.offset, 1, [{ type, attrs: { id: null } }]);
      return true;
    case 'turn':
    case 'menu':
      turnElement(tr, at, type);
      return true;
  }
}

function addElement(tr: Transaction, pos: number, type: NodeType): void {
  const words = wordsOfNew(type);
  tr.insert(pos, type.create(null, words === '' ? null : type.schema.text(words)));
  tr.setSelection(TextSelection.create(tr.doc, pos + 1 + (words === '' ? 0 : 1)));
}

/** A new parenthetical has its brackets, with the caret between them. */
const wordsOfNew = (type: NodeType): string => (type.name === 'parenthetical' ? '()' : '');

/** Changes the type of one element and keeps its id. Empty brackets come and go with the parenthetical. */
function turnElement(tr: Transaction, { node, pos }: ElementAtCaret, type: NodeType): void {
  const isBare = node.textContent === '' || brackets.exec(node.textContent)?.[1] === '';
  tr.setNodeMarkup(pos, type, attrsFor(node, type));
  if (!isBare) return;
  const words = wordsOfNew(type);
  if (words === node.textContent) return;
  tr.insertText(words, pos + 1, pos + 1 + node.content.size);
  tr.setSelection(TextSelection.create(tr.doc, pos + 1 + (words === '' ? 0 : 1)));
}

/** The attributes that an element keeps when its type changes: not those that mean something on the old type only. */
function attrsFor(node: Node, type: NodeType): Record<string, unknown> {
  const attrs: Record<string, unknown> = { ...node.attrs };
  delete attrs.rawType;
  if (type.name !== 'character') attrs.dual = null;
  if (type.name !== 'section') attrs.level = null;
  if (type.name !== 'heading') {
    attrs.number = null;
    attrs.omitted = null;
  }
  return attrs;
}

/** Makes every element that the selection touches one of the type. Ids and words stay. */
export function setElementType(type: ElementType): Command {
  return (state, dispatch) => {
    const nodeType = state.schema.nodes[type]!;
    const { from, to } = state.selection;
    const tr = state.tr;
    for (let ordinal = ordinalAt(tr.doc, from); ordinal <= ordinalAt(state.doc, to); ordinal++) {
      const node = tr.doc.child(ordinal);
      const pos = elementStarts(tr.doc)[ordinal]!;
      if (node.type !== nodeType) turnElement(tr, { node, ordinal, pos, offset: 0 }, nodeType);
    }
    if (!tr.docChanged) return false;
    dispatch?.(tr);
    return true;
  };
}

/** What ⌘ or Ctrl with a digit does; `undefined` where the table has no type for it. */
export function setTypeByDigit(digit: number): Command | undefined {
  const type = typeForDigit(digit);
  return type && setElementType(type);
}

/** A line feed inside the element. */
export const insertLineFeed: Command = (state, dispatch) => {
  dispatch?.(state.tr.insertText('\n').scrollIntoView());
  return true;
};
