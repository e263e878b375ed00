/** Washes and underlines words through the CSS Custom Highlight API: the words' own tree is never touched. */
import type { EditorView } from '@tiptap/pm/view';

/** Each name is a `::highlight()` of sheet.css; later ones lie above earlier ones. */
const HIGHLIGHTS = ['tl-uncovered', 'tl-thread', 'tl-changed', 'tl-chosen', 'tl-lit', 'tl-phrase'] as const;
export type HighlightName = (typeof HIGHLIGHTS)[number];

/** A range of positions in the editor's document. */
export interface WordSpan {
  readonly from: number;
  readonly to: number;
}

/** A browser without the interface shows lines and rows without the wash. */
const registry = (): HighlightRegistry | undefined => (typeof CSS === 'undefined' ? undefined : CSS.highlights);

/** Shows a highlight over these spans, or takes it away when there are none. */
export function showHighlight(view: EditorView, name: HighlightName, spans: readonly WordSpan[]): void {
  const highlights = registry();
  if (!highlights) return;
  const ranges = spans.flatMap((span) => rangeOf(view, span) ?? []);
  if (ranges.length === 0) {
    highlights.delete(name);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = HIGHLIGHTS.indexOf(name);
  highlights.set(name, highlight);
}

export function clearHighlights(): void {
  for (const name of HIGHLIGHTS) registry()?.delete(name);
}

function rangeOf(view: EditorView, { from, to }: WordSpan): Range | undefined {
  const { size } = view.state.doc.content;
  if (from >= to || to > size) return undefined;
  const range = document.createRange();
  const start = view.domAtPos(from, 1);
  const end = view.domAtPos(to, -1);
  range.setStart(start.node, start.offset);
  range.setEnd(end.node, end.offset);
  return range;
}
