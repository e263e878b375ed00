'use client';
import { Check, CloudOff, Eye, LoaderCircle, OctagonAlert } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useSaved } from './useSaved.ts';

const ICONS = { saved: Check, saving: LoaderCircle, offlineKept: CloudOff, notSaved: OctagonAlert, readOnly: Eye };

/** One of five words in the bar: Saved, Saving, Offline with a count, Not saved, Read only. Never a spinner. */
export function SavedMark() {
  const t = useTranslations('sync');
  const format = useFormatter();
  const { state, count, cause, at } = useSaved();
  const Icon = ICONS[state];
  const when = at === null ? null : format.dateTime(at, { timeStyle: 'medium' });
  const title =
    state === 'saved' && when ? t('committed', { when }) : t(`explain.${state}`, { cause: cause ?? 'none' });
  const isOff = state === 'offlineKept' || state === 'notSaved';
  return (
    <span className={isOff ? 'saved off' : 'saved'} data-saved={state} title={title}>
      {state !== 'saving' && <Icon className="i" size={14} aria-hidden="true" />}
      <span aria-live={isOff ? 'polite' : 'off'}>{t(`state.${state}`, { count })}</span>
    </span>
  );
}
