'use client';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { LANGUAGE_TAG, LOCALES } from '../../i18n/locale.ts';
import { THEMES } from '../../i18n/theme.ts';
import { Avatar } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Segment } from '../../ui/Segment.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useAppearance } from '../shell/appearance.tsx';
import { askApi } from '../shell/askApi.ts';
import { useFailureWords } from '../shell/FailureState.tsx';
import { leave } from '../shell/leave.ts';
import { useMe } from '../shell/me.tsx';
import { NameForm } from './NameForm.tsx';
import { SettingRow, SettingsCard } from './SettingsCard.tsx';

/** What is one's own: who one is, language, theme, and the way out of every device. */
export function MySettingsScreen() {
  const t = useTranslations('settings');
  const shell = useTranslations('shell');
  const me = useMe();
  const toast = useToast();
  const words = useFailureWords();
  const { locale, setLocale, theme, setTheme } = useAppearance();
  const [isEnding, setEnding] = useState(false);
  const endAll = useMutation({
    mutationFn: () => askApi<void>('POST', '/api/sessions/end-all'),
    onSuccess: leave,
    onError: (error) => toast({ title: t('notDone'), words: words(error), kind: 'wrong' }),
  });
  return (
    <main className="scroll home" data-region="main">
      <div className="homew narrow">
        <header className="row">
          <h1 className="grow">{t('mine')}</h1>
        </header>
        <SettingsCard title={t('account')}>
          <div className="person-row">
            <Avatar person={me} size="large" decorative />
            <span className="col grow">
              <b className="clip">{me.name}</b>
              <small className="clip">{me.email}</small>
            </span>
          </div>
          <NameForm />
        </SettingsCard>
        <SettingsCard title={t('appearance')}>
          <SettingRow title={t('language')} words={t('languageWords')}>
            <Segment
              label={t('language')}
              value={locale}
              options={LOCALES.map((value) => ({
                value,
                label: shell(`languageName.${value}`),
                lang: LANGUAGE_TAG[value],
              }))}
              onPick={setLocale}
            />
          </SettingRow>
          <SettingRow title={t('theme')} words={t('themeWords')}>
            <Segment
              label={t('theme')}
              value={theme}
              options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
              onPick={setTheme}
            />
          </SettingRow>
        </SettingsCard>
        <SettingsCard title={t('sessions')}>
          <SettingRow title={t('endAll')} words={t('endAllWords')}>
            <Button kind="danger" onClick={() => setEnding(true)}>
              {t('endAllDo')}
            </Button>
          </SettingRow>
        </SettingsCard>
      </div>
      <Dialog
        open={isEnding}
        onOpenChange={setEnding}
        title={t('endAllTitle')}
        lead={t('endAllLead')}
        footer={
          <>
            <Button onClick={() => setEnding(false)}>{t('cancel')}</Button>
            <Button kind="danger" busy={endAll.isPending} onClick={() => endAll.mutate()}>
              {t('endAllDo')}
            </Button>
          </>
        }
      />
    </main>
  );
}
