'use client';
import { OctagonAlert } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';

/** A screen of ours broke: what happened, what is safe, what to do. */
export function Broken({ onRetry }: { onRetry: () => void }) {
  const t = useTranslations('shell');
  return (
    <main className="scroll home alone-page" role="alert">
      <EmptyState
        level="h1"
        drawing={<OctagonAlert size={36} />}
        title={t('broken')}
        actions={
          <>
            <Button kind="primary" onClick={onRetry}>
              {t('tryAgain')}
            </Button>
            <Button asChild>
              <Link href="/projects">{t('allProjects')}</Link>
            </Button>
          </>
        }
      >
        {t('brokenWhy')}
      </EmptyState>
    </main>
  );
}
