'use client';
import { type RefObject, useEffect, useState } from 'react';
import { PHONE_ROW_HEIGHTS, ROW_HEIGHTS, type RowHeights, rowsInSight } from './listItems.ts';

/** Under this width rows are cards; `shotsScreen.css` has the same number. */
const PHONE_BELOW = 768;

export interface ListWindow {
  readonly heights: RowHeights;
  /** The rows to draw, given where each begins. */
  rowsOf(tops: readonly number[]): { readonly from: number; readonly to: number };
}

/** Which part of a scrolled list is in sight; draws again only when other rows come into it. */
export function useListWindow(scroller: RefObject<HTMLElement | null>, rowHeight: number): ListWindow {
  const [isPhone, setPhone] = useState(false);
  const [sight, setSight] = useState({ top: 0, height: 1200 });
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = (): void => {
      setPhone(innerWidth < PHONE_BELOW);
      const top = Math.floor(element.scrollTop / rowHeight) * rowHeight;
      const height = Math.ceil(element.clientHeight / rowHeight) * rowHeight;
      setSight((before) => (before.top === top && before.height === height ? before : { top, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, rowHeight]);
  return {
    heights: isPhone ? PHONE_ROW_HEIGHTS : ROW_HEIGHTS,
    rowsOf: (tops) => rowsInSight(tops, sight.top, sight.height + rowHeight),
  };
}
