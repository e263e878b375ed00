/** The list that opens at the caret: names, parts of headings, transitions, or the element types. Drawn by the screen. */
import { type Command, type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { readElements } from '@tramline/collab';
import { type Completion, completions, digitTypes, type ElementType } from '@tramline/screenplay';
import { type BodyBinding, isFromBody } from '../binding/binding.ts';
import { elementAtCaret, setElementType } from '../commands/typing.ts';

/** An open list. Positions are of the state's document; `selected` is an index, -1 while nothing is chosen. */
export type CompletionList =
  | {
      readonly kind: 'words';
      readonly from: number;
      readonly to: number;
      readonly items: readonly Completion[];
      readonly selected: number;
    }
  | {
      readonly kind: 'types';
      readonly from: number;
      readonly items: readonly ElementType[];
      readonly selected: number;
    };

interface CompletionState {
  readonly list: CompletionList | null;
  /** Whether the last change of the document was made at this editor. */
  readonly isTyped: boolean;
}

/** The key of the plugin; with a list or `null` as a transaction's value, the list opens or closes. */
export const completionKey = new PluginKey<CompletionState>('completion');

/** The list that is open in a state; `null` if none is. */
export function openList(state: EditorState): CompletionList | null {
  return completionKey.getState(state)?.list ?? null;
}

/** Opens the list of element types at the caret. Its first item is what Enter takes. */
export const openTypeList: Command = (state, dispatch) => {
  const { pos } = elementAtCaret(state);
  const list: CompletionList = { kind: 'types', from: pos + 1, items: digitTypes, selected: 0 };
  dispatch?.(state.tr.setMeta(completionKey, list));
  return true;
};

/** Closes the list; `false` if none is open. */
export const closeList: Command = (state, dispatch) => {
  if (!openList(state)) return false;
  dispatch?.(state.tr.setMeta(completionKey, null));
  return true;
};

/** Chooses the next or the previous item, round and round; `false` if no list is open. */
export function selectInList(step: 1 | -1): Command {
  return (state, dispatch) => {
    const list = openList(state);
    if (!list) return false;
    const { length } = list.items;
    const from = list.selected < 0 && step < 0 ? 0 : list.selected;
    dispatch?.(state.tr.setMeta(completionKey, { ...list, selected: (from + step + length) % length }));
    return true;
  };
}

/** Takes the chosen item, or the one of an index; `false` if none is chosen, so that the key goes on to the typing table. */
export function acceptFromList(index?: number): Command {
  return (state, dispatch) => {
    const list = openList(state);
    const at = index ?? list?.selected ?? -1;
    if (!list || at < 0 || at >= list.items.length) return false;
    const close = (tr: Transaction): void => dispatch?.(tr.setMeta(completionKey, null));
    if (list.kind === 'words') close(state.tr.insertText(list.items[at]!.text, list.from, list.to).scrollIntoView());
    else if (!setElementType(list.items[at]!)(state, close)) close(state.tr);
    return true;
  };
}

/** Keeps the list in step with what the person types. Words that others type never open one. */
export function completionPlugin(binding: BodyBinding): Plugin<CompletionState> {
  return new Plugin<CompletionState>({
    key: completionKey,
    state: { init: () => ({ list: null, isTyped: false }), apply: (tr, { list }) => nextState(tr, list) },
    view: () => ({
      update: (view, before) => {
        const isTyped = view.state.doc !== before.doc && completionKey.getState(view.state)?.isTyped;
        if (!isTyped || view.composing || openList(view.state)) return;
        const offer = offerAt(view.state, binding);
        if (offer) view.dispatch(view.state.tr.setMeta(completionKey, offer));
      },
    }),
  });
}

function nextState(tr: Transaction, list: CompletionList | null): CompletionState {
  const isTyped = tr.docChanged && !isFromBody(tr);
  const set = tr.getMeta(completionKey) as CompletionList | null | undefined;
  // Taking an item closes the list, and what it wrote opens no other one.
  if (set !== undefined) return { list: set, isTyped: false };
  if (list && isFromBody(tr)) return { list: carried(list, tr), isTyped };
  return { list: tr.docChanged || tr.selectionSet ? null : list, isTyped };
}

function carried(list: CompletionList, tr: Transaction): CompletionList {
  const from = tr.mapping.map(list.from, -1);
  return list.kind === 'types' ? { ...list, from } : { ...list, from, to: tr.mapping.map(list.to, 1) };
}

/** What could be completed at the caret; `null` if nothing. */
function offerAt(state: EditorState, binding: BodyBinding): CompletionList | null {
  if (!state.selection.empty) return null;
  const { node, ordinal, pos, offset } = elementAtCaret(state);
  if (!['character', 'heading', 'transition'].includes(node.type.name)) return null;
  const { from, to, items } = completions(readElements(binding.ground), { index: ordinal, offset });
  if (items.length === 0) return null;
  return { kind: 'words', from: pos + 1 + from, to: pos + 1 + to, items, selected: from < to ? 0 : -1 };
}
