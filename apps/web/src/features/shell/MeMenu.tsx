'use client';
import { Keyboard, Languages, LogOut, Settings, SunMoon } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Avatar } from '../../ui/Avatar.tsx';
import { Menu, MenuItem, MenuLine } from '../../ui/Menu.tsx';
import { useAppearance } from './appearance.tsx';
import { leave } from './leave.ts';
import { useMe } from './me.tsx';
import { useSheets } from './sheets.ts';

/** Oneself: settings, language, theme, keys, signing out. */
export function MeMenu() {
  const t = useTranslations('shell');
  const me = useMe();
  const { openKeys } = useSheets();
  const { locale, setLocale, flipTheme } = useAppearance();
  const other = locale === 'en' ? 'zh' : 'en';
  const trigger = (
    <button type="button" className="me-button" aria-label={t('meMenu', { name: me.name })}>
      <Avatar person={me} me decorative />
    </button>
  );
  return (
    <Menu trigger={trigger} label={t('meMenu', { name: me.name })} align="end">
      <div className="menu-who">
        <b className="clip">{me.name}</b>
        <small className="clip">{me.email}</small>
      </div>
      <MenuLine />
      <MenuItem asChild>
        <Link href="/settings">
          <Settings size={14} aria-hidden="true" />
          <span className="grow">{t('mySettings')}</span>
        </Link>
      </MenuItem>
      <MenuItem icon={<Languages size={14} aria-hidden="true" />} onSelect={() => setLocale(other)}>
        {t(`languageSwitch.${other}`)}
      </MenuItem>
      <MenuItem icon={<SunMoon size={14} aria-hidden="true" />} onSelect={flipTheme}>
        {t('switchTheme')}
      </MenuItem>
      <MenuItem icon={<Keyboard size={14} aria-hidden="true" />} keys={['?']} onSelect={openKeys}>
        {t('showKeys')}
      </MenuItem>
      <MenuLine />
      <MenuItem icon={<LogOut size={14} aria-hidden="true" />} onSelect={() => void leave()}>
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
