'use client';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { joinClasses } from './joinClasses.ts';
import type { SidePanelState } from './useSidePanel.ts';

export interface SidePanelProps {
  readonly panel: SidePanelState;
  /** The name of the region. */
  readonly label: string;
  /** The name of the handle that changes its width. */
  readonly handleLabel: string;
  readonly closeLabel: string;
  readonly children: ReactNode;
}

const stepPx = 16;

/**
 * A panel at the left or right of the words. On a wide screen it stands beside them, can be folded and changes its width by
 * its handle (drag, or arrow keys); on a narrow one it lies over them and closes by Esc or by a press beside it.
 */
export function SidePanel({ panel, label, handleLabel, closeLabel, children }: SidePanelProps) {
  const { side, width, limits, setWidth } = panel;
  const start = useRef<{ x: number; width: number } | null>(null);
  const outward = side === 'left' ? 1 : -1;
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { x: event.clientX, width };
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    if (start.current) setWidth(start.current.width + outward * (event.clientX - start.current.x));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const by = event.key === 'ArrowRight' ? stepPx : event.key === 'ArrowLeft' ? -stepPx : 0;
    if (by === 0) return;
    event.preventDefault();
    setWidth(width + outward * by);
  };
  return (
    <>
      {panel.isOver && (
        <button
          type="button"
          className={joinClasses('side-scrim', side)}
          aria-label={closeLabel}
          onClick={panel.close}
        />
      )}
      <aside
        className={joinClasses('panel side', side === 'left' ? 'l' : 'r')}
        aria-label={label}
        data-region={side}
        data-folded={panel.isFolded || undefined}
        data-over={panel.isOver || undefined}
        style={{ '--side-width': `${width}px` } as CSSProperties}
        onKeyDown={(event) => panel.isOver && event.key === 'Escape' && panel.close()}
      >
        {children}
        {/* biome-ignore lint/a11y/useSemanticElements: a separator with a value has no element of its own */}
        <div
          className="side-handle"
          role="separator"
          aria-orientation="vertical"
          aria-label={handleLabel}
          aria-valuenow={width}
          aria-valuemin={limits.min}
          aria-valuemax={limits.max}
          tabIndex={0}
          onPointerDown={onPointerDown}
          onPointerMove={onPointerMove}
          onPointerUp={() => {
            start.current = null;
          }}
          onKeyDown={onKeyDown}
        />
      </aside>
    </>
  );
}
