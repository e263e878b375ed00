/** Dragging an end of a line: it snaps to words, the words wash while it moves, a ghost keeps the old place, Esc restores. */

import type { EditorView } from '@tiptap/pm/view';
import { comparePlaces } from '@tramline/collab';
import { placeOf, posOf } from '@tramline/editor';
import type { WordRange } from '../workspace/focusStore.ts';
import type { LineSource } from './lineLayer.ts';
import type { PageSurface } from './pageSurface.ts';
import { showHighlight } from './wordHighlights.ts';
import { snapToWord, type Texts } from './wordSteps.ts';

export interface DragOptions {
  readonly surface: PageSurface;
  readonly view: EditorView;
  readonly lines: HTMLElement;
  readonly texts: () => Texts;
  readonly language: string;
  readonly mayEdit: () => boolean;
  readonly onResize: (id: string, range: WordRange) => void;
}

interface Drag {
  readonly id: string;
  readonly end: 'first' | 'last';
  readonly ghost: HTMLElement;
  readonly before: LineSource;
  readonly pointerId: number;
  range: WordRange;
}

/** Returns how to stop. */
export function listenToDrag(options: DragOptions): () => void {
  const { surface, view, lines, texts, language } = options;
  let drag: Drag | null = null;

  const begin = (event: PointerEvent): void => {
    const handle = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('.end') : null;
    const id = handle?.closest<HTMLElement>('.tram')?.dataset.s;
    const source = id ? surface.layer.sources.find((one) => one.id === id) : undefined;
    if (!handle || !id || !source || event.button !== 0 || !options.mayEdit()) return;
    event.preventDefault();
    const element = surface.layer.elementOf(id)!;
    const ghost = element.cloneNode(true) as HTMLElement;
    ghost.classList.add('ghost-line');
    ghost.setAttribute('aria-hidden', 'true');
    ghost.tabIndex = -1;
    lines.append(ghost);
    element.classList.add('dragging');
    lines.setPointerCapture(event.pointerId);
    const { doc } = view.state;
    const range = { start: placeOf(doc, source.from), end: placeOf(doc, source.to) };
    const end = handle.dataset.end === 'first' ? 'first' : 'last';
    drag = { id, end, ghost, before: source, pointerId: event.pointerId, range };
  };

  const move = (event: PointerEvent): void => {
    if (!drag || event.pointerId !== drag.pointerId) return;
    // The pointer is in the margin: the words beside it are what it points at.
    const words = view.dom.getBoundingClientRect();
    const x = Math.min(Math.max(event.clientX, words.left + 1), words.right - 1);
    const textX =
      drag.end === 'first'
        ? Math.max(x, words.left + words.width * 0.2)
        : Math.max(x, words.right - words.width * 0.15);
    const position = surface.geometry.positionAt(textX, event.clientY);
    if (position === undefined) return;
    const place = snapToWord(texts(), placeOf(view.state.doc, position), drag.end, language);
    const range = drag.end === 'first' ? { ...drag.range, start: place } : { ...drag.range, end: place };
    if (comparePlaces(range.start, range.end) >= 0) return;
    drag.range = range;
    show(drag);
  };

  const show = ({ id, range }: Drag): void => {
    const { doc } = view.state;
    const [from, to] = [posOf(doc, range.start), posOf(doc, range.end)];
    surface.layer.setSources(surface.layer.sources.map((one) => (one.id === id ? { ...one, from, to } : one)));
    showHighlight(view, 'tl-phrase', [{ from, to }]);
    surface.schedule();
  };

  const finish = (isKept: boolean): void => {
    if (!drag) return;
    const { id, range, ghost, before } = drag;
    drag = null;
    ghost.remove();
    surface.layer.elementOf(id)?.classList.remove('dragging');
    showHighlight(view, 'tl-phrase', []);
    const { doc } = view.state;
    const isMoved = posOf(doc, range.start) !== before.from || posOf(doc, range.end) !== before.to;
    if (isKept && isMoved) options.onResize(id, range);
    else surface.readModel();
  };

  const end = (event: PointerEvent): void => {
    if (drag && event.pointerId === drag.pointerId) finish(event.type === 'pointerup');
  };
  const cancel = (event: KeyboardEvent): void => {
    if (!drag || event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    finish(false);
  };
  lines.addEventListener('pointerdown', begin);
  lines.addEventListener('pointermove', move);
  lines.addEventListener('pointerup', end);
  lines.addEventListener('pointercancel', end);
  addEventListener('keydown', cancel, true);
  return () => {
    finish(false);
    lines.removeEventListener('pointerdown', begin);
    lines.removeEventListener('pointermove', move);
    lines.removeEventListener('pointerup', end);
    lines.removeEventListener('pointercancel', end);
    removeEventListener('keydown', cancel, true);
  };
}
