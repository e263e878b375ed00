'use client';
import { FolderOpen, Keyboard, Languages, LogOut, Settings, SunMoon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LOCALES } from '../../i18n/locale.ts';
import { THEMES } from '../../i18n/theme.ts';
import type { PaletteItem } from '../palette/paletteItem.ts';
import { usePaletteProvider } from '../palette/paletteProviders.ts';
import { useAppearance } from './appearance.tsx';
import { leave } from './leave.ts';
import { useSheets } from './sheets.ts';
import { useGo } from './useGo.ts';

const size = 15;

/** What the palette offers everywhere: the lists, one's settings, language, theme, signing out. */
export function useGeneralItems(): void {
  const t = useTranslations('shell');
  const go = useGo();
  const { locale, setLocale, theme, setTheme } = useAppearance();
  const { openKeys } = useSheets();
  usePaletteProvider((): PaletteItem[] => [
    {
      id: 'go.projects',
      group: 'go',
      title: t('projects'),
      icon: <FolderOpen size={size} />,
      run: () => go('/projects'),
    },
    {
      id: 'go.settings',
      group: 'go',
      title: t('mySettings'),
      icon: <Settings size={size} />,
      run: () => go('/settings'),
    },
    ...LOCALES.filter((other) => other !== locale).map(
      (other): PaletteItem => ({
        id: `do.locale.${other}`,
        group: 'do',
        title: t(`languageSwitch.${other}`),
        keywords: 'language 语言 中文 English',
        icon: <Languages size={size} />,
        run: () => setLocale(other),
      }),
    ),
    ...THEMES.filter((other) => other !== theme).map(
      (other): PaletteItem => ({
        id: `do.theme.${other}`,
        group: 'do',
        title: t(`themeSwitch.${other}`),
        keywords: 'theme dark light 主题',
        icon: <SunMoon size={size} />,
        run: () => setTheme(other),
      }),
    ),
    { id: 'do.keys', group: 'do', title: t('showKeys'), icon: <Keyboard size={size} />, keys: ['?'], run: openKeys },
    { id: 'do.leave', group: 'do', title: t('signOut'), icon: <LogOut size={size} />, run: () => void leave() },
  ]);
}
