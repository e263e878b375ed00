'use client';
import { Search, SunMoon } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LANGUAGE_TAG } from '../../i18n/locale.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Keys } from '../../ui/Kbd.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { useAppearance } from './appearance.tsx';
import { BarPlace } from './barSlots.tsx';
import { MeMenu } from './MeMenu.tsx';
import { useSheets } from './sheets.ts';

function SearchButton() {
  const t = useTranslations('shell');
  const { openPalette } = useSheets();
  return (
    <>
      <button type="button" className="find" onClick={openPalette} aria-keyshortcuts="Meta+K Control+K">
        <Search className="i" size={14} aria-hidden="true" />
        <span>{t('search')}</span>
        <span className="find-keys" aria-hidden="true">
          <Keys keys={['Mod', 'K']} />
        </span>
      </button>
      <IconButton className="find-phone" label={t('search')} onClick={openPalette}>
        <Search size={19} aria-hidden="true" />
      </IconButton>
    </>
  );
}

/** The bar at the top: the mark, where one is, how it is saved, who is here, search, language, theme, oneself. */
export function TopBar({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  const { locale, setLocale, flipTheme } = useAppearance();
  const other = locale === 'en' ? 'zh' : 'en';
  return (
    <header className="top" data-region="bar">
      <Link className="mk" href="/projects" aria-label={t('projects')}>
        <Mark />
      </Link>
      {children}
      <span className="grow" />
      <BarPlace slot="saved" className="bar-place" />
      <BarPlace slot="people" className="bar-place" />
      <SearchButton />
      <IconButton
        text
        className="wide-only"
        label={`${t(`languageShort.${locale}`)} · ${t(`languageSwitch.${other}`)}`}
        onClick={() => setLocale(other)}
      >
        <span lang={LANGUAGE_TAG[locale]}>{t(`languageShort.${locale}`)}</span>
      </IconButton>
      <IconButton className="wide-only" label={t('switchTheme')} onClick={flipTheme}>
        <SunMoon size={16} aria-hidden="true" />
      </IconButton>
      <MeMenu />
    </header>
  );
}
