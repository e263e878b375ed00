/** Draws the tramlines that are on the screen, in the margin of the sheet. Knows places and pixels, not the product. */
import type { Mappable } from '@tiptap/pm/transform';
import type { GlyphState } from '../../ui/StateGlyph.tsx';
import { LineItem } from './lineItem.ts';
import type { LineLook, LineStretch } from './linePath.ts';
import type { RowBox, SheetGeometry, VisibleElements } from './sheetGeometry.ts';
import type { WordSpan } from './wordHighlights.ts';

/** A shot as a line: its words as positions in the editor's document, `from < to`. */
export interface LineSource {
  readonly id: string;
  readonly label: string;
  readonly name: string;
  readonly colour: string;
  readonly lane: number;
  readonly isTight: boolean;
  readonly state: GlyphState;
  readonly look: LineLook;
  readonly isHollow: boolean;
  readonly from: number;
  readonly to: number;
  /** The stretches of its words that are spoken off camera: there it is wavy. */
  readonly offCamera: readonly WordSpan[];
}

export interface LineLayerOptions {
  readonly root: HTMLElement;
  readonly geometry: SheetGeometry;
  readonly glyphOf: (state: GlyphState) => Node;
}

export class LineLayer {
  readonly #options: LineLayerOptions;
  readonly #items = new Map<string, LineItem>();
  #sources: readonly LineSource[] = [];
  #selectedId: string | null = null;
  #litId: string | null = null;

  constructor(options: LineLayerOptions) {
    this.#options = options;
  }

  get sources(): readonly LineSource[] {
    return this.#sources;
  }

  setSources(sources: readonly LineSource[]): void {
    this.#sources = sources;
  }

  /** Follows an edit before the model has caught up with it. */
  mapThrough(mapping: Mappable): void {
    const mapped = ({ from, to }: WordSpan): WordSpan => {
      const start = mapping.map(from, 1);
      return { from: start, to: Math.max(start, mapping.map(to, -1)) };
    };
    this.#sources = this.#sources.map((source) => {
      const { from, to } = mapped(source);
      if (from === source.from && to === source.to) return source;
      return { ...source, from, to, offCamera: source.offCamera.map(mapped) };
    });
  }

  select(id: string | null): void {
    this.#mark('sel', this.#selectedId, id);
    this.#selectedId = id;
    this.#placeTabStop();
  }

  light(id: string | null): void {
    this.#mark('lit', this.#litId, id);
    this.#litId = id;
  }

  elementOf(id: string): HTMLButtonElement | undefined {
    return this.#items.get(id)?.element;
  }

  itemOf(id: string): LineItem | undefined {
    return this.#items.get(id);
  }

  /** Draws the lines whose words are on the screen and takes the others away, but never the one with the focus. */
  draw(visible: VisibleElements, window: { readonly from: number; readonly to: number }): void {
    const edges = this.#options.geometry.pageEdges(visible);
    const shown = this.#sources
      .filter(({ id, from, to }) => (from <= window.to && to >= window.from) || this.#hasFocus(id))
      .map((source) => {
        const rows = this.#rowsOf(source, visible);
        return { source, ...rows, waves: this.#wavesOf(source, rows, visible), gaps: gapsIn(rows, edges) };
      })
      .sort((a, b) => a.top - b.top || b.height - a.height);
    const kept = new Set(shown.map(({ source }) => source.id));
    for (const [id, { element }] of this.#items) {
      if (kept.has(id)) continue;
      element.remove();
      this.#items.delete(id);
    }
    // F6 stops here only while there is something to stop at.
    if (shown.length > 0) this.#options.root.dataset.region = 'lines';
    else delete this.#options.root.dataset.region;
    let before: Element | null = null;
    for (const { source, top, height, waves, gaps } of shown) {
      const item = this.#itemFor(source.id);
      const { id, label, name, colour, lane, isTight, state, look, isHollow } = source;
      item.draw({ id, label, name, colour, lane, isTight, state, look, isHollow, top, height, waves, gaps });
      this.#insertAfter(item.element, before);
      before = item.element;
    }
    this.#placeTabStop();
  }

  destroy(): void {
    for (const { element } of this.#items.values()) element.remove();
    this.#items.clear();
  }

  #wavesOf(
    { offCamera }: LineSource,
    line: { readonly top: number; readonly height: number },
    visible: VisibleElements,
  ): LineStretch[] {
    return offCamera.map((span) => {
      const { top, height } = this.#rowsOf(span, visible);
      const from = Math.max(0, top - line.top);
      return { from, to: Math.min(line.height, from + height) };
    });
  }

  #rowsOf({ from, to }: WordSpan, visible: VisibleElements): { top: number; height: number } {
    const { geometry } = this.#options;
    const { top } = geometry.rowAt(from, 'after', visible);
    const { bottom } = geometry.rowAt(to, 'before', visible);
    return { top: Math.round(top), height: Math.max(geometry.rowPx, Math.round(bottom - top)) };
  }

  #itemFor(id: string): LineItem {
    let item = this.#items.get(id);
    if (!item) {
      item = new LineItem(id, this.#options.glyphOf);
      item.element.classList.toggle('sel', id === this.#selectedId);
      item.element.classList.toggle('lit', id === this.#litId);
      this.#items.set(id, item);
    }
    return item;
  }

  /** Moving an element takes the focus from it, so what already stands in place stays. */
  #insertAfter(element: Element, before: Element | null): void {
    const next = before ? before.nextSibling : this.#options.root.firstChild;
    if (next === element) return;
    if (element === document.activeElement) return;
    this.#options.root.insertBefore(element, next);
  }

  #hasFocus(id: string): boolean {
    const element = this.#items.get(id)?.element;
    return element !== undefined && element === document.activeElement;
  }

  #mark(className: string, before: string | null, now: string | null): void {
    if (before) this.elementOf(before)?.classList.remove(className);
    if (now) this.elementOf(now)?.classList.add(className);
  }

  /** All lines together are one stop of the Tab key: the focused, else the selected, else the first of them. */
  #placeTabStop(): void {
    const items = [...this.#items.values()].map(({ element }) => element);
    const stop =
      items.find((element) => element === document.activeElement) ??
      (this.#selectedId ? this.elementOf(this.#selectedId) : undefined) ??
      this.#options.root.querySelector<HTMLButtonElement>('.tram');
    for (const element of items) element.tabIndex = element === stop ? 0 : -1;
  }
}

/** The page edges inside a line, from its top. */
function gapsIn(
  { top, height }: { readonly top: number; readonly height: number },
  edges: readonly RowBox[],
): LineStretch[] {
  return edges
    .filter((edge) => edge.top > top && edge.bottom < top + height)
    .map((edge) => ({ from: Math.round(edge.top - top), to: Math.round(edge.bottom - top) }));
}
