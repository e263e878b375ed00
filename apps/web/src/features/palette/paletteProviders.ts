'use client';
import { useEffect, useRef } from 'react';
import type { PaletteItem, PaletteProvider } from './paletteItem.ts';

const providers = new Map<symbol, PaletteProvider>();

/** Offers a feature's items in the palette while the component is there. The provider may change at every render. */
export function usePaletteProvider(provider: PaletteProvider): void {
  const latest = useRef(provider);
  latest.current = provider;
  useEffect(() => {
    const key = Symbol('palette');
    providers.set(key, (query) => latest.current(query));
    return () => {
      providers.delete(key);
    };
  }, []);
}

/** What all features offer now. */
export function offeredItems(query: string): readonly PaletteItem[] {
  return [...providers.values()].flatMap((provider) => provider(query));
}
