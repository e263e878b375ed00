'use client';
import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';

/** The places of the top bar that a screen may fill: where it is (phones only), how it is saved, who is here. */
export type BarSlot = 'title' | 'saved' | 'people';

type Places = Readonly<Record<BarSlot, HTMLElement | null>>;
interface BarSlots {
  readonly places: Places;
  readonly setPlace: (slot: BarSlot, place: HTMLElement | null) => void;
}
const BarSlotsContext = createContext<BarSlots | null>(null);

/** Around a frame: joins the bar's places with the screens that fill them. */
export function BarSlotsProvider({ children }: { children: ReactNode }) {
  const [places, setPlaces] = useState<Places>({ title: null, saved: null, people: null });
  const slots = useMemo<BarSlots>(
    () => ({
      places,
      setPlace: (slot, place) =>
        setPlaces((before) => (before[slot] === place ? before : { ...before, [slot]: place })),
    }),
    [places],
  );
  return <BarSlotsContext.Provider value={slots}>{children}</BarSlotsContext.Provider>;
}

/** A place in the bar. */
export function BarPlace({ slot, className }: { slot: BarSlot; className?: string }) {
  const slots = useContext(BarSlotsContext);
  const [place] = useState(() => (element: HTMLElement | null) => slots?.setPlace(slot, element));
  return <span ref={place} className={className} />;
}

/** Draws its children in a place of the top bar: `<InBar slot="saved"><SaveState /></InBar>`. */
export function InBar({ slot, children }: { slot: BarSlot; children: ReactNode }) {
  const place = useContext(BarSlotsContext)?.places[slot];
  return place ? createPortal(children, place) : null;
}
