'use client';
import { useEffect } from 'react';

const focusable =
  'a[href], button:not(:disabled), input:not(:disabled), select, textarea, [contenteditable="true"], [tabindex="0"]';

/** The regions of the screen in the order of the document: every visible element with `data-region`. */
function visibleRegions(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (region) => region.getClientRects().length > 0,
  );
}

/** Moves the focus to the next region (or the one before), into its first control that can take it. */
function walkRegions(by: 1 | -1): void {
  const regions = visibleRegions();
  if (regions.length === 0) return;
  const here = regions.findLastIndex((region) => region.contains(document.activeElement));
  const next = here < 0 ? (by === 1 ? 0 : regions.length - 1) : (here + by + regions.length) % regions.length;
  const region = regions[next];
  const target =
    region?.querySelector<HTMLElement>('[data-region-focus]') ??
    region?.querySelector<HTMLElement>(focusable) ??
    region;
  target?.focus();
}

/** F6 walks the regions, Shift+F6 walks back. */
export function useRegions(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      walkRegions(event.shiftKey ? -1 : 1);
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
