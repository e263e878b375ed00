'use client';
import { OctagonAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/Button.tsx';
import { failureCode } from './askApi.ts';

/** The words of a failure: what happened, what to do, what is safe. */
export function useFailureWords(): (thrown: unknown) => string {
  const t = useTranslations('errors');
  return (thrown) => t(failureCode(thrown));
}

/** A list or screen that could not be read. */
export function FailureState({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations('shell');
  const words = useFailureWords();
  return (
    <section className="card jb err" role="alert">
      <div className="row">
        <OctagonAlert className="i bad" size={16} aria-hidden="true" />
        <b className="grow">{t('notRead')}</b>
        <span className="mut">{failureCode(error)}</span>
      </div>
      <p className="sec">{words(error)}</p>
      <div className="row">
        <Button size="small" onClick={onRetry}>
          {t('tryAgain')}
        </Button>
      </div>
    </section>
  );
}
