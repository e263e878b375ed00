'use client';
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { type DropPlace, dropPlaceAt, type ListItem } from './listItems.ts';

export interface RowDrag {
  readonly shotId: string;
  readonly place: DropPlace | undefined;
}

export interface RowDragParts {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly items: readonly ListItem[];
  readonly tops: readonly number[];
  /** How far under the scroller's top the first row begins. */
  readonly headHeight: number;
  readonly onDrop: (shotId: string, place: DropPlace) => void;
}

/** The list scrolls while the pointer is so near to its edge. */
const EDGE_PX = 40;
const SCROLL_PX = 12;

/** Lifts a row by its handle: a bar shows the place; letting go moves, Escape leaves everything as it was. */
export function useRowDrag(parts: RowDragParts): {
  readonly drag: RowDrag | null;
  lift(event: PointerEvent<HTMLElement>, shotId: string): void;
} {
  const [drag, setDrag] = useState<RowDrag | null>(null);
  const latest = useRef(parts);
  useEffect(() => {
    latest.current = parts;
  });
  const stop = useRef<() => void>(() => {});
  useEffect(() => () => stop.current(), []);

  const lift = (event: PointerEvent<HTMLElement>, shotId: string): void => {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    let now: RowDrag = { shotId, place: undefined };
    const show = (place: DropPlace | undefined): void => {
      now = { shotId, place };
      setDrag(now);
    };
    const onMove = (move: globalThis.PointerEvent): void => {
      const { scroller, items, tops, headHeight } = latest.current;
      const element = scroller.current;
      if (!element) return;
      const box = element.getBoundingClientRect();
      if (move.clientY < box.top + headHeight + EDGE_PX) element.scrollTop -= SCROLL_PX;
      else if (move.clientY > box.bottom - EDGE_PX) element.scrollTop += SCROLL_PX;
      show(dropPlaceAt(items, tops, shotId, move.clientY - box.top + element.scrollTop - headHeight));
    };
    const end = (): void => {
      stop.current();
      setDrag(null);
    };
    const onUp = (): void => {
      if (now.place) latest.current.onDrop(shotId, now.place);
      end();
    };
    const onKey = (key: KeyboardEvent): void => {
      if (key.key !== 'Escape') return;
      key.stopPropagation();
      end();
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('pointerup', onUp);
    handle.addEventListener('pointercancel', end);
    addEventListener('keydown', onKey, true);
    stop.current = () => {
      handle.removeEventListener('pointermove', onMove);
      handle.removeEventListener('pointerup', onUp);
      handle.removeEventListener('pointercancel', end);
      removeEventListener('keydown', onKey, true);
      stop.current = () => {};
    };
    setDrag(now);
  };
  return { drag, lift };
}
