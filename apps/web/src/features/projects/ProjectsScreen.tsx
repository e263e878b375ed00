'use client';
import { Clapperboard, FileUp, Plus, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useMemo, useState } from 'react';
import { spreadColours } from '../../ui/Avatar.tsx';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useShortcuts } from '../keys/useShortcuts.ts';
import { usePaletteProvider } from '../palette/paletteProviders.ts';
import { FailureState } from '../shell/FailureState.tsx';
import { useMe } from '../shell/me.tsx';
import { useDropTarget, useImport } from './importing.tsx';
import { NewProjectDialog } from './NewProjectDialog.tsx';
import { lastChange, ProjectCard } from './ProjectCard.tsx';
import { useProjects } from './projectQueries.ts';
import { useProjectsItems } from './useProjectsItems.tsx';

/** All projects of the person: cards, a way to make one, a way to bring a script along. */
export function ProjectsScreen() {
  const t = useTranslations('projects');
  const { data: projects, error, refetch } = useProjects();
  const { chooseFile } = useImport();
  const [isNewOpen, setNewOpen] = useState(false);
  const openNew = () => setNewOpen(true);
  useDropTarget(null);
  usePaletteProvider(useProjectsItems(projects ?? [], openNew, () => chooseFile()));
  useShortcuts([{ id: 'newProject', section: 'anywhere', words: t('newProject'), keys: ['N'], run: openNew }]);
  const me = useMe();
  useMemo(
    () => spreadColours([me.id, ...(projects ?? []).flatMap(({ members }) => members.map(({ id }) => id))]),
    [me, projects],
  );
  const sorted = [...(projects ?? [])].sort((a, b) => lastChange(b).getTime() - lastChange(a).getTime());

  const importButton = (
    <Button icon={<Upload size={14} aria-hidden="true" />} onClick={() => chooseFile()}>
      {t('importScript')}
    </Button>
  );
  return (
    <main className="scroll home" data-region="main">
      <div className="homew wide">
        <header className="row wrap">
          <h1 className="grow">{t('title')}</h1>
          {importButton}
          <Button kind="primary" icon={<Plus size={14} aria-hidden="true" />} keys={['N']} onClick={openNew}>
            {t('newProject')}
          </Button>
        </header>
        {error && !projects && <FailureState error={error} onRetry={() => void refetch()} />}
        {!error && !projects && <Skeleton label={t('loading')} rows={2} />}
        {projects?.length === 0 && (
          <div className="card">
            <EmptyState
              drawing={<Clapperboard size={36} />}
              title={t('emptyTitle')}
              actions={
                <>
                  <Button kind="primary" icon={<FileUp size={14} aria-hidden="true" />} onClick={() => chooseFile()}>
                    {t('startFromScript')}
                  </Button>
                  <Button onClick={openNew} keys={['N']}>
                    {t('newProject')}
                  </Button>
                </>
              }
            >
              {t('emptyWords')}
            </EmptyState>
          </div>
        )}
        {projects && projects.length > 0 && (
          <div className="pjs">
            {sorted.map((project) => (
              <ProjectCard key={project.id} project={project} />
            ))}
            <button type="button" className="card pj newp" onClick={() => chooseFile()}>
              <FileUp className="i" size={20} aria-hidden="true" />
              <b>{t('startFromScript')}</b>
              <small>{t('startFromScriptWords')}</small>
            </button>
          </div>
        )}
      </div>
      <NewProjectDialog open={isNewOpen} onOpenChange={setNewOpen} />
    </main>
  );
}
