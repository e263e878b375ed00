/**
 * Where words stand on the sheet, in pixels from the paper's top edge. Only what is on the screen or near it is
 * measured by its rows; elements far away are not laid out (`content-visibility`), so their estimated box must do.
 */
import type { EditorView } from '@tiptap/pm/view';
import { pageTableOf, placeOf } from '@tramline/editor';

/** A row of type: its top and its bottom. */
export interface RowBox {
  readonly top: number;
  readonly bottom: number;
}
/** The ordinals of the first and the last element on the screen, with a margin. */
export interface VisibleElements {
  readonly first: number;
  readonly last: number;
}

/** Elements beyond the window's edges that are still drawn, so that short scrolls show no holes. */
const MARGIN_PX = 400;

export class SheetGeometry {
  readonly #view: EditorView;
  readonly #paper: HTMLElement;
  readonly #scroller: HTMLElement;

  constructor(view: EditorView, paper: HTMLElement, scroller: HTMLElement) {
    this.#view = view;
    this.#paper = paper;
    this.#scroller = scroller;
  }

  /** The height of one row of type. */
  get rowPx(): number {
    return Number.parseFloat(getComputedStyle(this.#paper).lineHeight) || 14;
  }

  visible(): VisibleElements {
    const paperTop = this.#paper.getBoundingClientRect().top;
    const window = this.#scroller.getBoundingClientRect();
    return {
      first: this.#elementAt(window.top - paperTop - MARGIN_PX),
      last: this.#elementAt(window.bottom - paperTop + MARGIN_PX),
    };
  }

  /** The row that holds the unit at a position; `after` looks at the unit behind it, `before` at the one in front. */
  rowAt(position: number, side: 'after' | 'before', visible: VisibleElements): RowBox {
    const { ordinal } = placeOf(this.#view.state.doc, position);
    if (ordinal < visible.first || ordinal > visible.last) return this.#boxOf(ordinal, side);
    const { top, bottom } = this.#view.coordsAtPos(position, side === 'after' ? 1 : -1);
    // A glyph's box is a little higher than its row; their middles agree.
    const middle = (top + bottom) / 2 - this.#paper.getBoundingClientRect().top;
    const half = this.rowPx / 2;
    return { top: middle - half, bottom: middle + half };
  }

  /** The page edges among the elements on the screen: from under the last words of a page to above the first of the next. */
  pageEdges({ first, last }: VisibleElements): RowBox[] {
    const pages = pageTableOf(this.#view.state)?.pages ?? [];
    const paperTop = this.#paper.getBoundingClientRect().top;
    const ordinals = new Set(
      pages.filter(({ index }) => index > 0 && index - 1 <= last && index >= first).map(({ index }) => index),
    );
    const boxes: RowBox[] = [];
    for (const ordinal of ordinals)
      for (const at of [ordinal - 1, ordinal])
        for (const edge of this.#view.dom.children[at]?.querySelectorAll(':scope > .page-edge') ?? []) {
          const { top, bottom } = edge.getBoundingClientRect();
          boxes.push({ top: top - paperTop, bottom: bottom - paperTop });
        }
    return [...new Map(boxes.map((box) => [box.top, box])).values()].sort((a, b) => a.top - b.top);
  }

  /** The position under a point of the window; undefined outside the words. */
  positionAt(x: number, y: number): number | undefined {
    return this.#view.posAtCoords({ left: x, top: y })?.pos;
  }

  /** Brings a row into the upper third of the window, if it is not comfortably on the screen. */
  reveal(position: number, behaviour: 'nearest' | 'third' = 'nearest'): void {
    const { ordinal } = placeOf(this.#view.state.doc, position);
    const element = this.#view.dom.children[ordinal];
    if (!(element instanceof HTMLElement)) return;
    const window = this.#scroller.getBoundingClientRect();
    const box = element.getBoundingClientRect();
    const isSeen = box.top >= window.top + 40 && box.bottom <= window.bottom - 40;
    if (behaviour === 'nearest' && isSeen) return;
    this.#scroller.scrollTop += box.top - window.top - window.height / 4;
    // What was estimated is laid out now, and may have moved.
    const again = element.getBoundingClientRect();
    this.#scroller.scrollTop += again.top - window.top - window.height / 4;
  }

  #boxOf(ordinal: number, side: 'after' | 'before'): RowBox {
    const element = this.#view.dom.children[ordinal];
    if (!(element instanceof HTMLElement)) return { top: 0, bottom: 0 };
    const { offsetTop, offsetHeight } = element;
    return side === 'after'
      ? { top: offsetTop + Math.max(0, offsetHeight - this.rowPx), bottom: offsetTop + offsetHeight }
      : { top: offsetTop, bottom: offsetTop + offsetHeight };
  }

  /** The last element that begins at or above a height of the paper. */
  #elementAt(height: number): number {
    const { children } = this.#view.dom;
    let low = 0;
    for (let high = this.#view.state.doc.childCount; low < high; ) {
      const middle = (low + high) >> 1;
      const element = children[middle];
      if (element instanceof HTMLElement && element.offsetTop <= height) low = middle + 1;
      else high = middle;
    }
    return Math.max(0, low - 1);
  }
}
