'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EmptyLines } from '../../ui/Mark.tsx';

/** There is no such page, or none that this person may see; which of the two is not said. */
export function NothingHere() {
  const t = useTranslations('shell');
  return (
    <div className="alone">
      <EmptyState
        level="h1"
        drawing={<EmptyLines />}
        title={t('nothingHere')}
        actions={
          <Button kind="primary" asChild>
            <Link href="/projects">{t('allProjects')}</Link>
          </Button>
        }
      >
        {t('nothingHereWhy')}
      </EmptyState>
    </div>
  );
}
