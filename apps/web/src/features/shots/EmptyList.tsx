'use client';
import { ListFilter } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { NoShotDrawing } from '../panel/NoShotDrawing.tsx';
import { projectPaths } from '../projects/projectQueries.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';

/** No shot in the whole script: how one is made. */
export function EmptyList({ mayEdit }: { readonly mayEdit: boolean }) {
  const t = useTranslations('shots');
  const { project, script } = useWorkspace();
  return (
    <EmptyState
      drawing={<NoShotDrawing />}
      title={t('emptyList')}
      actions={
        <Button asChild kind={mayEdit ? 'primary' : 'default'}>
          <Link href={projectPaths(project.id).script(script.id)}>{t('openScript')}</Link>
        </Button>
      }
    >
      {t(mayEdit ? 'emptyListHint' : 'emptyListRead')}
    </EmptyState>
  );
}

/** No shot stands as the filter asks. */
export function NothingFound({ onShowAll }: { readonly onShowAll: () => void }) {
  const t = useTranslations('shots');
  return (
    <EmptyState
      drawing={<ListFilter size={36} />}
      title={t('nothingFound')}
      actions={<Button onClick={onShowAll}>{t('showAll')}</Button>}
    >
      {t('nothingFoundHint')}
    </EmptyState>
  );
}
