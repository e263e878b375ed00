/** Pointing at words and lines lights the shot up everywhere; a press selects it. One look per frame, no rendering. */
import type { FocusStore } from '../workspace/focusStore.ts';
import { shotAt } from './lineSources.ts';
import type { PageSurface } from './pageSurface.ts';

const lineIdOf = (target: EventTarget | null): string | null =>
  target instanceof Element ? (target.closest<HTMLElement>('.tram')?.dataset.s ?? null) : null;

export interface PointerOptions {
  readonly surface: PageSurface;
  readonly paper: HTMLElement;
  readonly focus: FocusStore;
  readonly onSelect: (id: string) => void;
  readonly onThread: (id: string) => void;
  readonly onGap: (id: string) => void;
}

/** Returns how to stop. */
export function listenToPointer({ surface, paper, focus, onSelect, onThread, onGap }: PointerOptions): () => void {
  let frame = 0;
  let last: PointerEvent | undefined;
  const look = (): void => {
    frame = 0;
    if (!last) return;
    const { target, clientX, clientY } = last;
    const onLine = lineIdOf(target);
    const isOnWords = !onLine && target instanceof Element && target.closest('.script > p') !== null;
    const position = isOnWords ? surface.geometry.positionAt(clientX, clientY) : undefined;
    focus.setLitShotId(position === undefined ? onLine : shotAt(surface.layer.sources, position));
  };
  const onMove = (event: PointerEvent): void => {
    // While a button is down, words are being selected or an end is being dragged.
    if (event.buttons !== 0 || event.pointerType === 'touch') return;
    last = event;
    if (frame === 0) frame = requestAnimationFrame(look);
  };
  const onLeave = (): void => {
    last = undefined;
    focus.setLitShotId(null);
  };
  const onFocusIn = (event: FocusEvent): void => {
    const id = lineIdOf(event.target);
    if (id) focus.setLitShotId(id);
  };
  const onFocusOut = (event: FocusEvent): void => {
    if (lineIdOf(event.target)) focus.setLitShotId(null);
  };
  const onClick = (event: MouseEvent): void => {
    const id = lineIdOf(event.target);
    const mark = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-mark]') : null;
    if (id) onSelect(id);
    else if (!mark?.dataset.mark) return;
    else if (mark.classList.contains('cmk')) onThread(mark.dataset.mark);
    else if ((event.target as Element).closest('button')) onGap(mark.dataset.mark);
  };
  paper.addEventListener('pointermove', onMove);
  paper.addEventListener('pointerleave', onLeave);
  paper.addEventListener('focusin', onFocusIn);
  paper.addEventListener('focusout', onFocusOut);
  paper.addEventListener('click', onClick);
  return () => {
    cancelAnimationFrame(frame);
    paper.removeEventListener('pointermove', onMove);
    paper.removeEventListener('pointerleave', onLeave);
    paper.removeEventListener('focusin', onFocusIn);
    paper.removeEventListener('focusout', onFocusOut);
    paper.removeEventListener('click', onClick);
  };
}
