'use client';
import { SunMoon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { LANGUAGE_TAG, LOCALES } from '../../i18n/locale.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { useAppearance } from '../shell/appearance.tsx';

/** Language and theme at the foot of the sign-in page. */
export function AppearanceRow() {
  const t = useTranslations('shell');
  const { locale, setLocale, flipTheme } = useAppearance();
  return (
    <div className="row mut sif">
      {LOCALES.map((other) => (
        <button
          key={other}
          type="button"
          className={`ib txt${other === locale ? ' on' : ''}`}
          lang={LANGUAGE_TAG[other]}
          aria-pressed={other === locale}
          onClick={() => setLocale(other)}
        >
          {t(`languageShort.${other}`)}
        </button>
      ))}
      <span className="grow" />
      <IconButton label={t('switchTheme')} onClick={flipTheme}>
        <SunMoon size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}
