'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useMemo, useState } from 'react';
import { KeysSheet } from '../keys/KeysSheet.tsx';
import { useShortcutListener, useShortcuts } from '../keys/useShortcuts.ts';
import { Palette } from '../palette/Palette.tsx';
import { type Me, MeProvider } from './me.tsx';
import { type Sheets, SheetsContext, useSheets } from './sheets.ts';
import { useGeneralItems } from './useGeneralItems.tsx';
import { useRegions } from './useRegions.ts';

function General({ children }: { children: ReactNode }) {
  const t = useTranslations('keys');
  const { openPalette, openKeys } = useSheets();
  useShortcutListener();
  useRegions();
  useGeneralItems();
  useShortcuts([
    { id: 'palette', section: 'anywhere', words: t('row.palette'), keys: ['Mod', 'K'], run: openPalette },
    { id: 'keys', section: 'anywhere', words: t('row.keys'), keys: ['?'], run: openKeys },
    { id: 'regions', section: 'anywhere', words: t('row.regions'), keys: ['F6'] },
  ]);
  return children;
}

/** Around every screen of a person who is signed in: who it is, the keys, the palette. */
export function SignedIn({ me, children }: { me: Me; children: ReactNode }) {
  const [sheet, setSheet] = useState<'palette' | 'keys' | null>(null);
  const [place, setPlace] = useState<string | undefined>();
  const sheets = useMemo<Sheets>(
    () => ({ openPalette: () => setSheet('palette'), openKeys: () => setSheet('keys'), setPlace }),
    [],
  );
  return (
    <MeProvider me={me}>
      <SheetsContext.Provider value={sheets}>
        <General>{children}</General>
        <Palette open={sheet === 'palette'} onOpenChange={(open) => setSheet(open ? 'palette' : null)} place={place} />
        <KeysSheet open={sheet === 'keys'} onOpenChange={(open) => setSheet(open ? 'keys' : null)} />
      </SheetsContext.Provider>
    </MeProvider>
  );
}
