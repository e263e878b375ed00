'use client';
import { useCallback, useEffect, useState } from 'react';

export interface SidePanelState {
  readonly side: 'left' | 'right';
  readonly width: number;
  readonly limits: { readonly min: number; readonly max: number };
  /** Folded away on a wide screen. */
  readonly isFolded: boolean;
  /** Opened over the words on a narrow screen. */
  readonly isOver: boolean;
  readonly setWidth: (width: number) => void;
  /** Folds or unfolds on a wide screen, opens or closes on a narrow one. */
  readonly toggle: () => void;
  readonly close: () => void;
  /** Makes it visible, whichever way the screen asks for. */
  readonly show: () => void;
}

/** The widths under which a panel lies over the words instead of beside them; `ui.css` has the same numbers. */
const OVERLAY_BELOW = { left: 1024, right: 1280 } as const;
const DEFAULTS = { left: { width: 240, min: 180, max: 400 }, right: { width: 400, min: 320, max: 640 } } as const;

/** The state of one side panel; width and fold are kept on this device under `panel.<side>`. */
export function useSidePanel(side: 'left' | 'right'): SidePanelState {
  const limits = DEFAULTS[side];
  const [kept, setKept] = useState({ width: limits.width as number, isFolded: false });
  const [isOver, setOver] = useState(false);

  useEffect(() => {
    const text = localStorage.getItem(`panel.${side}`);
    const [width, folded] = (text ?? '').split(' ');
    if (width && Number.isFinite(Number(width))) setKept({ width: Number(width), isFolded: folded === 'folded' });
  }, [side]);

  const keep = useCallback(
    (next: { width: number; isFolded: boolean }) => {
      setKept(next);
      localStorage.setItem(`panel.${side}`, `${next.width} ${next.isFolded ? 'folded' : 'open'}`);
    },
    [side],
  );
  const isNarrow = useCallback(() => innerWidth < OVERLAY_BELOW[side], [side]);

  return {
    side,
    limits,
    ...kept,
    isOver,
    setWidth: (width) => keep({ ...kept, width: Math.min(limits.max, Math.max(limits.min, Math.round(width))) }),
    toggle: () => (isNarrow() ? setOver(!isOver) : keep({ ...kept, isFolded: !kept.isFolded })),
    close: () => setOver(false),
    show: () => (isNarrow() ? setOver(true) : keep({ ...kept, isFolded: false })),
  };
}
