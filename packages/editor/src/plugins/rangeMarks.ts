/**
 * Washes over words: ranges that a screen names by place are drawn as inline decorations and carried through edits.
 * A key costs only the mapping of the ranges that are drawn: nothing is looked up in the document or the body.
 */
import type { Node } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Place } from '@tramline/collab';
import { posOf } from '../elementStarts.ts';

/** A range of words to draw. `end` is exclusive. */
export interface MarkedRange {
  readonly start: Place;
  readonly end: Place;
  /** Attributes of the spans around the words. */
  readonly attrs: Readonly<Record<string, string>>;
}

/** A plugin that draws ranges, and how to give it other ones. */
export interface RangeMarks {
  readonly plugin: Plugin<DecorationSet>;
  /** Puts the ranges into a transaction: they take the place of all that were drawn. */
  set(tr: Transaction, ranges: readonly MarkedRange[]): Transaction;
  /** What is drawn, as positions of the state's document, in order. */
  drawn(state: EditorState): { from: number; to: number; attrs: Readonly<Record<string, string>> }[];
}

function decorate(doc: Node, ranges: readonly MarkedRange[]): DecorationSet {
  const decorations = ranges.flatMap(({ start, end, attrs }) => {
    const [from, to] = [posOf(doc, start), posOf(doc, end)];
    return from < to ? [Decoration.inline(from, to, { ...attrs }, { attrs })] : [];
  });
  return decorations.length === 0 ? DecorationSet.empty : DecorationSet.create(doc, decorations);
}

/** Makes a plugin that draws ranges. `name` must be unique among the plugins of a state. */
export function rangeMarks(name: string): RangeMarks {
  const key = new PluginKey<DecorationSet>(name);
  const plugin = new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, drawn) => {
        const ranges = tr.getMeta(key) as readonly MarkedRange[] | undefined;
        if (ranges) return decorate(tr.doc, ranges);
        return tr.docChanged && drawn !== DecorationSet.empty ? drawn.map(tr.mapping, tr.doc) : drawn;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
  return {
    plugin,
    set: (tr, ranges) => tr.setMeta(key, ranges).setMeta('addToHistory', false),
    drawn: (state) =>
      (key.getState(state)?.find() ?? [])
        .map(({ from, to, spec }) => ({ from, to, attrs: spec.attrs as Readonly<Record<string, string>> }))
        .sort((a, b) => a.from - b.from || a.to - b.to),
  };
}
