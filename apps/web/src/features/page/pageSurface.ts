/**
 * All that the page draws around the words: lines, marks, washes. It listens to the model, to what is pointed at and
 * to the editor, measures at most once per frame, and changes the document's tree without React.
 */
import type { Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { elementStarts, posOf } from '@tramline/editor';
import { initialsOf, whoColour } from '../../ui/Avatar.tsx';
import type { GlyphState } from '../../ui/StateGlyph.tsx';
import type { ShotView, ThreadView, WordPlace } from '../workspace/model/workspaceModel.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { changedWords } from './changedWords.ts';
import { LineLayer } from './lineLayer.ts';
import { lineSources, type StateFilter } from './lineSources.ts';
import { gapMarks, threadMarks } from './marginMarks.ts';
import { SheetGeometry, type VisibleElements } from './sheetGeometry.ts';
import { type Gap, joinGaps, uncoveredWords } from './uncovered.ts';
import { clearHighlights, showHighlight, type WordSpan } from './wordHighlights.ts';

/** Accessible names in the person's language. */
export interface SurfaceWords {
  lineName(shot: ShotView): string;
  threadName(thread: ThreadView): string;
  gapName(): string;
}

/** What of all this is wanted. */
export interface SurfaceView {
  readonly lines: boolean;
  readonly uncovered: boolean;
  readonly filter: StateFilter;
}

export interface SurfaceOptions {
  readonly view: EditorView;
  readonly paper: HTMLElement;
  readonly scroller: HTMLElement;
  readonly lines: HTMLElement;
  readonly marks: HTMLElement;
  readonly workspace: Workspace;
  readonly words: SurfaceWords;
  readonly glyphOf: (state: GlyphState) => Node;
}

export class PageSurface {
  readonly geometry: SheetGeometry;
  readonly layer: LineLayer;
  readonly #options: SurfaceOptions;
  readonly #showThreads: ReturnType<typeof threadMarks>;
  readonly #showGaps: ReturnType<typeof gapMarks>;
  readonly #stops: (() => void)[] = [];
  #view: SurfaceView = { lines: true, uncovered: false, filter: 'all' };
  #frame = 0;
  #gaps: readonly (Gap & { readonly id: string })[] = [];
  #words: SurfaceWords;

  constructor(options: SurfaceOptions) {
    const { view, paper, scroller, lines, marks, glyphOf, workspace } = options;
    this.#options = options;
    this.#words = options.words;
    this.geometry = new SheetGeometry(view, paper, scroller);
    this.layer = new LineLayer({ root: lines, geometry: this.geometry, glyphOf });
    this.#showThreads = threadMarks(marks);
    this.#showGaps = gapMarks(marks, () => workspace.can('shots.edit'));
    this.#stops.push(workspace.model.subscribe(() => this.readModel()));
    this.#stops.push(workspace.focus.subscribe(() => this.#readFocus()));
    const schedule = (): void => this.schedule();
    scroller.addEventListener('scroll', schedule, { passive: true });
    this.#stops.push(() => scroller.removeEventListener('scroll', schedule));
    const resize = new ResizeObserver(schedule);
    resize.observe(view.dom);
    resize.observe(scroller);
    this.#stops.push(() => resize.disconnect());
    document.fonts.ready.then(schedule, schedule);
    this.readModel();
    this.#readFocus();
  }

  setView(view: SurfaceView): void {
    this.#view = view;
    this.readModel();
  }

  setWords(words: SurfaceWords): void {
    this.#words = words;
    this.readModel();
  }

  /** The range of words of a gap mark. */
  gapOf(id: string): Gap | undefined {
    return this.#gaps.find((gap) => gap.id === id);
  }

  /** The editor has changed: lines follow at once, before the model is derived anew. */
  follow(transaction: Transaction): void {
    if (!transaction.docChanged) return;
    this.layer.mapThrough(transaction.mapping);
    this.schedule();
  }

  readModel(): void {
    const model = this.#options.workspace.model.getSnapshot();
    const positionOf = this.#positionOf;
    const sources = this.#view.lines
      ? lineSources(model, {
          positionOf,
          nameOf: (shot) => this.#words.lineName(shot),
          filter: this.#view.filter,
          language: this.#options.workspace.script.language,
        })
      : [];
    this.layer.setSources(sources);
    this.#washThreads();
    this.#underlineChanged();
    this.#readFocus();
    this.schedule();
  }

  schedule(): void {
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#draw());
  }

  /** Brings a line onto the screen and puts the focus on it. */
  focusShot(id: string | null): void {
    const source = id ? this.layer.sources.find((one) => one.id === id) : undefined;
    if (!source) return;
    this.geometry.reveal(source.from);
    this.drawNow();
    this.layer.elementOf(source.id)?.focus({ preventScroll: true });
  }

  /** The line that begins nearest behind (or before) the caret; around the ends of the script. */
  focusLine(by: 1 | -1): void {
    const head = caretOf(this.#options.view);
    const order = [...this.layer.sources].sort((a, b) => a.from - b.from || b.to - a.to);
    const next = by === 1 ? order.find(({ to }) => to >= head) : order.findLast(({ from }) => from <= head);
    this.focusShot((next ?? (by === 1 ? order[0] : order.at(-1)))?.id ?? null);
  }

  /** Draws what is outstanding at once, for acts that need the elements. */
  drawNow(): void {
    cancelAnimationFrame(this.#frame);
    this.#draw();
  }

  destroy(): void {
    cancelAnimationFrame(this.#frame);
    for (const stop of this.#stops) stop();
    this.layer.destroy();
    clearHighlights();
  }

  readonly #positionOf = (place: WordPlace): number => posOf(this.#options.view.state.doc, place);

  #draw(): void {
    this.#frame = 0;
    const { view } = this.#options;
    if (view.isDestroyed) return;
    const visible = this.geometry.visible();
    const { doc } = view.state;
    const starts = elementStarts(doc);
    const last = Math.min(visible.last, doc.childCount - 1);
    this.layer.draw(visible, { from: starts[visible.first] ?? 0, to: (starts[last] ?? 0) + doc.child(last).nodeSize });
    this.#drawThreads(visible);
    this.#drawGaps(visible);
  }

  #drawThreads(visible: VisibleElements): void {
    const { workspace } = this.#options;
    const { activeThreadId } = workspace.focus.getSnapshot();
    const marks = workspace.model.getSnapshot().threads.flatMap((thread) => {
      const { place, root, replies } = thread;
      if (place.state !== 'placed' || root.resolved || root.isDeleted) return [];
      if (place.start.ordinal > visible.last || place.start.ordinal < visible.first) return [];
      return {
        id: root.id,
        name: this.#words.threadName(thread),
        initials: initialsOf(root.author.name),
        colour: whoColour(root.author.id),
        count: 1 + replies.length,
        isActive: root.id === activeThreadId,
        isResolved: root.resolved !== null,
        row: this.geometry.rowAt(this.#positionOf(place.start), 'after', visible),
      };
    });
    this.#showThreads(marks);
  }

  #drawGaps(visible: VisibleElements): void {
    const { view, workspace } = this.#options;
    const { elements, shots } = workspace.model.getSnapshot();
    const words = this.#view.uncovered ? uncoveredWords(elements, shots, visible.first, visible.last) : [];
    this.#gaps = joinGaps(elements, words).map((gap) => ({
      ...gap,
      id: `${elements[gap.start.ordinal]?.id}:${gap.start.offset}`,
    }));
    const spans = words.map(({ ordinal, from, to }) =>
      this.#spanOf({ ordinal, offset: from }, { ordinal, offset: to }),
    );
    showHighlight(view, 'tl-uncovered', spans);
    this.#showGaps(
      this.#gaps.map((gap) => {
        const span = this.#spanOf(gap.start, gap.end);
        const { top } = this.geometry.rowAt(span.from, 'after', visible);
        const { bottom } = this.geometry.rowAt(span.to, 'before', visible);
        return { id: gap.id, name: this.#words.gapName(), top, height: bottom - top };
      }),
    );
  }

  #readFocus(): void {
    const { workspace, paper, view } = this.#options;
    if (view.isDestroyed) return;
    const { litShotId, selectedShotId, litField } = workspace.focus.getSnapshot();
    const { shotById } = workspace.model.getSnapshot();
    const lit = litShotId ? shotById.get(litShotId) : undefined;
    const chosen = selectedShotId ? shotById.get(selectedShotId) : undefined;
    this.layer.select(selectedShotId);
    this.layer.light(litShotId);
    paper.style.setProperty('--lit-line', `var(--${(lit ?? chosen)?.hue ?? 'accent'})`);
    paper.style.setProperty('--chosen-line', `var(--${chosen?.hue ?? 'accent'})`);
    showHighlight(view, 'tl-chosen', this.#spansOf(chosen));
    showHighlight(view, 'tl-lit', lit === chosen ? [] : this.#spansOf(lit));
    showHighlight(view, 'tl-phrase', litField ? this.#phraseSpans(lit ?? chosen, litField) : []);
  }

  #washThreads(): void {
    const { view, workspace } = this.#options;
    const spans = workspace.model.getSnapshot().threads.flatMap(({ place, root }) => {
      if (place.state !== 'placed' || root.resolved || root.isDeleted) return [];
      return this.#spanOf(place.start, place.end);
    });
    showHighlight(view, 'tl-thread', spans);
  }

  #underlineChanged(): void {
    const { view, workspace } = this.#options;
    const { shots, elements } = workspace.model.getSnapshot();
    const words = this.#view.lines ? shots.flatMap((shot) => changedWords(shot, elements)) : [];
    showHighlight(
      view,
      'tl-changed',
      words.map(({ start, end }) => this.#spanOf(start, end)),
    );
  }

  #spanOf(start: WordPlace, end: WordPlace): WordSpan {
    return { from: this.#positionOf(start), to: this.#positionOf(end) };
  }

  #spansOf(shot: ShotView | undefined): readonly WordSpan[] {
    return shot?.place.state === 'placed' ? [this.#spanOf(shot.place.start, shot.place.end)] : [];
  }

  /** The words that a phrase of the prompt was made of. */
  #phraseSpans(shot: ShotView | undefined, field: string): readonly WordSpan[] {
    if (!shot) return [];
    const { elements } = this.#options.workspace.model.getSnapshot();
    return shot.prompt.map.flatMap(({ field: of, words }) => {
      if (!words || of !== field) return [];
      const ordinal = elements.findIndex(({ id }) => id === words.element);
      return ordinal < 0 ? [] : this.#spanOf({ ordinal, offset: words.from }, { ordinal, offset: words.to });
    });
  }
}

/**
 * Where the caret is on the screen. The editor hears of a press in the words a moment later, and a key that comes at once
 * must not go by where the caret was before.
 */
function caretOf(view: EditorView): number {
  const selection = view.dom.ownerDocument.getSelection();
  const { focusNode, focusOffset } = selection ?? { focusNode: null, focusOffset: 0 };
  if (!focusNode || !view.dom.contains(focusNode)) return view.state.selection.head;
  return view.posAtDOM(focusNode, focusOffset);
}
