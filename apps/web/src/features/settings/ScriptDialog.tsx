'use client';
import type { ScriptRequest, ScriptView } from '@tramline/wire';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { useProjectChanges } from '../projects/projectQueries.ts';
import { FORMATS, LANGUAGES } from '../projects/scriptChoices.ts';
import { useFailureWords } from '../shell/FailureState.tsx';

export interface ScriptDialogProps {
  /** The script to change, or `new` for an empty one. */
  readonly script: ScriptView | 'new';
  readonly projectId: string;
  readonly onClose: () => void;
}

/** The title, the format and, for a new script, the language. */
export function ScriptDialog({ script, projectId, onClose }: ScriptDialogProps) {
  const t = useTranslations('settings');
  const projects = useTranslations('projects');
  const words = useFailureWords();
  const { addScript, changeScript } = useProjectChanges();
  const isNew = script === 'new';
  const [values, setValues] = useState<ScriptRequest>(
    isNew
      ? { title: '', format: 'episode', language: 'en' }
      : { title: script.title, format: script.format, language: script.language },
  );
  const error = addScript.error ?? changeScript.error;
  const title = values.title.trim();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNew) addScript.mutate({ projectId, ...values, title }, { onSuccess: onClose });
    else changeScript.mutate({ id: script.id, title, format: values.format }, { onSuccess: onClose });
  };
  return (
    <Dialog open onOpenChange={onClose} title={isNew ? projects('newScript') : t('changeScript')}>
      <form id="script-form" className="grid gap-3" onSubmit={submit}>
        {error && (
          <Note state="changes" live>
            {words(error)}
          </Note>
        )}
        <Field
          label={projects('scriptTitle')}
          required
          maxLength={200}
          value={values.title}
          onChange={(event) => setValues({ ...values, title: event.target.value })}
        />
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={projects('format')}
            value={values.format}
            options={FORMATS.map((value) => ({ value, label: projects(`formats.${value}`) }))}
            onPick={(format) => setValues({ ...values, format })}
          />
          <Select
            label={projects('language')}
            value={values.language}
            disabled={!isNew}
            options={LANGUAGES.map((value) => ({ value, label: projects(`languages.${value}`) }))}
            onPick={(language) => setValues({ ...values, language })}
          />
        </div>
      </form>
      <div className="row modal-foot">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button
          type="submit"
          form="script-form"
          kind="primary"
          disabled={title === ''}
          busy={addScript.isPending || changeScript.isPending}
        >
          {isNew ? projects('create') : t('save')}
        </Button>
      </div>
    </Dialog>
  );
}
