'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useCurrentProject } from '../projects/currentProject.tsx';
import { useDropTarget } from '../projects/importing.tsx';
import { useProjectChanges } from '../projects/projectQueries.ts';
import { useFailureWords } from '../shell/FailureState.tsx';
import { DeleteDialog } from './DeleteDialog.tsx';
import { ScriptsSettings } from './ScriptsSettings.tsx';
import { SettingRow, SettingsCard } from './SettingsCard.tsx';

/** The project's name, its scripts in their order, and its end. */
export function ProjectSettingsScreen() {
  const t = useTranslations('settings');
  const project = useCurrentProject();
  const router = useRouter();
  const toast = useToast();
  const words = useFailureWords();
  const { rename, remove } = useProjectChanges();
  const [name, setName] = useState(project.name);
  const [isDeleting, setDeleting] = useState(false);
  const mayChange = project.actions.includes('settings.change');
  const mayEdit = project.actions.includes('script.edit');
  useDropTarget(mayEdit ? project.id : undefined);
  const refuse = (thrown: unknown) => toast({ title: t('notDone'), words: words(thrown), kind: 'wrong' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    rename.mutate(
      { id: project.id, name: name.trim() },
      { onError: refuse, onSuccess: () => toast({ title: t('renamed') }) },
    );
  };
  return (
    <main className="scroll home" data-region="main">
      <div className="homew narrow">
        <header className="row">
          <h1 className="grow clip">{t('title')}</h1>
        </header>
        <SettingsCard title={t('name')}>
          <form className="set-form" onSubmit={submit}>
            <Field
              label={t('projectName')}
              required
              maxLength={200}
              readOnly={!mayChange}
              value={name}
              hint={mayChange ? undefined : t('onlyOwners')}
              onChange={(event) => setName(event.target.value)}
            />
            {mayChange && (
              <Button
                type="submit"
                size="large"
                busy={rename.isPending}
                disabled={name.trim() === '' || name.trim() === project.name}
              >
                {t('rename')}
              </Button>
            )}
          </form>
        </SettingsCard>
        <ScriptsSettings onRefused={refuse} />
        {project.actions.includes('project.delete') && (
          <SettingsCard title={t('end')}>
            <SettingRow title={t('deleteProject')} words={t('deleteProjectWords')}>
              <Button kind="danger" onClick={() => setDeleting(true)}>
                {t('deleteDo')}
              </Button>
            </SettingRow>
          </SettingsCard>
        )}
      </div>
      <DeleteDialog
        open={isDeleting}
        onOpenChange={setDeleting}
        name={project.name}
        lead={t('deleteProjectLead', { count: project.scripts.length })}
        busy={remove.isPending}
        onDelete={() => remove.mutate(project.id, { onError: refuse, onSuccess: () => router.push('/projects') })}
      />
    </main>
  );
}
