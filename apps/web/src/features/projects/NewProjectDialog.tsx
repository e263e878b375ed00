'use client';
import type { ScriptRequest } from '@tramline/wire';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { useFailureWords } from '../shell/FailureState.tsx';
import { projectPaths, useProjectChanges } from './projectQueries.ts';
import { FORMATS, LANGUAGES } from './scriptChoices.ts';

export interface NewProjectDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** A name, and the first script of the project, empty: one press and the person writes. */
export function NewProjectDialog({ open, onOpenChange }: NewProjectDialogProps) {
  const t = useTranslations('projects');
  const words = useFailureWords();
  const router = useRouter();
  const { create, addScript } = useProjectChanges();
  const [name, setName] = useState('');
  const [format, setFormat] = useState<ScriptRequest['format']>('feature');
  const [language, setLanguage] = useState<ScriptRequest['language']>('en');
  const error = create.error ?? addScript.error;
  const isBusy = create.isPending || addScript.isPending;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const project = await create.mutateAsync(name.trim());
      const script = await addScript.mutateAsync({ projectId: project.id, title: name.trim(), format, language });
      onOpenChange(false);
      router.push(projectPaths(project.id).script(script.id));
    } catch {
      // The mutation keeps the error, and the note shows it.
    }
  };

  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={t('newTitle')} lead={t('newLead')}>
      <form id="new-project" className="grid gap-3" onSubmit={submit}>
        {error && (
          <Note state="changes" live>
            {words(error)}
          </Note>
        )}
        <Field
          label={t('projectName')}
          required
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={t('format')}
            value={format}
            options={FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
            onPick={setFormat}
          />
          <Select
            label={t('language')}
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
            onPick={setLanguage}
          />
        </div>
      </form>
      <div className="row modal-foot">
        <Button onClick={() => onOpenChange(false)}>{t('cancel')}</Button>
        <Button type="submit" form="new-project" kind="primary" busy={isBusy} disabled={name.trim() === ''}>
          {t('create')}
        </Button>
      </div>
    </Dialog>
  );
}
