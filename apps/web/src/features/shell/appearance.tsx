'use client';
import { useRouter } from 'next/navigation';
import { useLocale } from 'next-intl';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { choiceCookie, LOCALE_COOKIE, type Locale } from '../../i18n/locale.ts';
import { THEME_COOKIE, type Theme } from '../../i18n/theme.ts';

interface Appearance {
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
  /** From what is seen now to its opposite. */
  readonly flipTheme: () => void;
  readonly locale: Locale;
  readonly setLocale: (locale: Locale) => void;
}

const AppearanceContext = createContext<Appearance | null>(null);

/** The theme and the language of this device, and how to change them. */
export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext);
  if (!appearance) throw new TypeError('useAppearance needs an AppearanceProvider above it');
  return appearance;
}

const systemIsDark = () => matchMedia('(prefers-color-scheme: dark)').matches;

function applyTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads this cookie for the first paint
  document.cookie = choiceCookie(THEME_COOKIE, theme);
}

/** Keeps both choices in cookies; a change of language asks the server for the page again, in place. */
export function AppearanceProvider({ theme: first, children }: { theme: Theme; children: ReactNode }) {
  const router = useRouter();
  const locale = useLocale() as Locale;
  const [theme, keepTheme] = useState(first);
  const setTheme = useCallback((next: Theme) => {
    applyTheme(next);
    keepTheme(next);
  }, []);
  const appearance = useMemo<Appearance>(
    () => ({
      theme,
      setTheme,
      flipTheme: () => setTheme(theme === 'dark' || (theme === 'system' && systemIsDark()) ? 'light' : 'dark'),
      locale,
      setLocale: (next) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the server reads this cookie for the first paint
        document.cookie = choiceCookie(LOCALE_COOKIE, next);
        router.refresh();
      },
    }),
    [theme, setTheme, locale, router],
  );
  return <AppearanceContext.Provider value={appearance}>{children}</AppearanceContext.Provider>;
}
