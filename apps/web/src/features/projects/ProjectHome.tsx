'use client';
import { FileUp, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EmptyLines } from '../../ui/Mark.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useFailureWords } from '../shell/FailureState.tsx';
import { useCurrentProject } from './currentProject.tsx';
import { useDropTarget, useImport } from './importing.tsx';
import { projectPaths, useProjectChanges } from './projectQueries.ts';

/** `/projects/<id>` leads to the first script; a project without one asks for it. */
export function ProjectHome() {
  const t = useTranslations('projects');
  const project = useCurrentProject();
  const router = useRouter();
  const toast = useToast();
  const words = useFailureWords();
  const { chooseFile } = useImport();
  const { addScript } = useProjectChanges();
  const paths = projectPaths(project.id);
  const first = project.scripts[0];
  const mayEdit = project.actions.includes('script.edit');
  useDropTarget(mayEdit ? project.id : undefined);
  useEffect(() => {
    if (first) router.replace(paths.script(first.id));
  }, [first, router, paths]);
  if (first) {
    return (
      <main className="scroll home">
        <Skeleton label={t('loading')} />
      </main>
    );
  }
  const start = () =>
    addScript.mutate(
      { projectId: project.id, title: project.name, format: 'feature', language: 'en' },
      { onError: (error) => toast({ title: t('notDone'), words: words(error), kind: 'wrong' }) },
    );
  return (
    <main className="scroll home" data-region="main">
      <div className="homew">
        <div className="card">
          <EmptyState
            level="h1"
            drawing={<EmptyLines />}
            title={t('noScript')}
            actions={
              mayEdit && (
                <>
                  <Button
                    kind="primary"
                    icon={<FileUp size={14} aria-hidden="true" />}
                    onClick={() => chooseFile(project.id)}
                  >
                    {t('importScript')}
                  </Button>
                  <Button icon={<Plus size={14} aria-hidden="true" />} busy={addScript.isPending} onClick={start}>
                    {t('newScript')}
                  </Button>
                </>
              )
            }
          >
            {t(mayEdit ? 'noScriptWords' : 'noScriptWait')}
          </EmptyState>
        </div>
      </div>
    </main>
  );
}
