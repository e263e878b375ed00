'use client';
import { createContext, useContext } from 'react';

/** What opens the sheets that every signed-in screen has. */
export interface Sheets {
  readonly openPalette: () => void;
  readonly openKeys: () => void;
  /** Names the project in the palette; undefined outside a project. */
  readonly setPlace: (name: string | undefined) => void;
}
export const SheetsContext = createContext<Sheets | null>(null);

/** Opens the palette or the keys sheet. */
export function useSheets(): Sheets {
  const sheets = useContext(SheetsContext);
  if (!sheets) throw new TypeError('useSheets is only for signed-in screens');
  return sheets;
}
