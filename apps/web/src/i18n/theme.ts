/** Light, dark, or what the system wishes. */
export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** The cookie that keeps a person's choice; `system` removes the attribute, so that the tokens follow the system. */
export const THEME_COOKIE = 'theme';

/** The theme that a cookie's text names. */
export function themeOf(cookie: string | undefined): Theme {
  return THEMES.find((theme) => theme === cookie) ?? 'system';
}
