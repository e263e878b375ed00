/** The languages of the interface. */
export const LOCALES = ['en', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

/** The cookie that keeps a person's choice. */
export const LOCALE_COOKIE = 'locale';
const yearInSeconds = 365 * 24 * 60 * 60;

/** What `<html lang>` says for a locale. */
export const LANGUAGE_TAG: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-CN' };

/** The locale for a request: the cookie if it names one we have, else the first such language of `Accept-Language`, else English. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  const known = (tag: string) => LOCALES.find((locale) => tag.trim().toLowerCase().split(/[-;]/)[0] === locale);
  if (cookie && known(cookie)) return known(cookie) ?? 'en';
  for (const tag of (acceptLanguage ?? '').split(',')) {
    const found = known(tag);
    if (found) return found;
  }
  return 'en';
}

/** The text of a `document.cookie` assignment that keeps a choice for a year. */
export function choiceCookie(name: string, value: string): string {
  const secure = globalThis.location?.protocol === 'https:' ? '; secure' : '';
  return `${name}=${value}; path=/; max-age=${yearInSeconds}; samesite=lax${secure}`;
}
