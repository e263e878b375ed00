'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { ScriptRequest } from '@tramline/wire';
import { FileText } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { ProgressBar } from '../../ui/CoverageBar.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { type FailureCode, failureCode } from '../shell/askApi.ts';
import { useGo } from '../shell/useGo.ts';
import { Corrections } from './corrections.ts';
import { projectPaths } from './projectQueries.ts';
import { RecognisedList } from './RecognisedList.tsx';
import { FORMATS, LANGUAGES } from './scriptChoices.ts';
import { guessScript, readScriptFile } from './scriptFile.ts';
import { sendScript } from './sendScript.ts';
import { usePreview } from './usePreview.ts';

export interface ImportDialogProps {
  readonly file: File;
  readonly projectId: string | null;
  readonly onClose: () => void;
}

/** Asks what the file is called and which script it is, then sends it. A refused file changes nothing, and the dialog says so. */
export function ImportDialog({ file, projectId, onClose }: ImportDialogProps) {
  const t = useTranslations('projects');
  const errors = useTranslations('errors');
  const format = useFormatter();
  const go = useGo();
  const queries = useQueryClient();
  const [script, setScript] = useState<ScriptRequest>({ title: '', format: 'feature', language: 'en' });
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [isRefused, setRefused] = useState(false);
  const [progress, setProgress] = useState<number | null>(null);
  const [corrections, setCorrections] = useState(new Corrections());
  const preview = usePreview(file, script.language);
  const isRead = preview.state === 'read' && preview.preview.elements.length > 0;
  const abort = useRef<AbortController | null>(null);
  const guessed = useRef<File | null>(null);

  // Places of another file, or of another reading of it, mean nothing.
  useEffect(() => {
    setCorrections(new Corrections());
    if (preview.state === 'refused') setFailure(preview.code);
    if (preview.state === 'refused') setRefused(true);
    // Only the first reading of a file says what it is called and in what language: later ones follow a person's choice.
    if (preview.state !== 'read' || guessed.current === file) return;
    guessed.current = file;
    const { title, language } = preview.preview;
    setScript((before) => ({ ...before, language, ...(title ? { title: title.slice(0, 200) } : {}) }));
  }, [preview, file]);

  useEffect(() => {
    let isHere = true;
    setRefused(false);
    setFailure(null);
    readScriptFile(file).then((read) => {
      if (!isHere) return;
      if (read.ok) return setScript((before) => ({ ...before, ...guessScript(file.name, read.head) }));
      setRefused(true);
      setFailure(read.code);
    });
    return () => {
      isHere = false;
    };
  }, [file]);

  const close = () => {
    abort.current?.abort();
    onClose();
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    setProgress(0);
    abort.current = new AbortController();
    try {
      const made = await sendScript(
        { file, script, projectId, corrections: corrections.asData },
        setProgress,
        abort.current.signal,
      );
      await queries.invalidateQueries({ queryKey: ['projects'] });
      onClose();
      go(projectPaths(made.projectId).script(made.id));
    } catch (thrown) {
      if (abort.current.signal.aborted) return;
      setFailure(failureCode(thrown));
      setProgress(null);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => open || close()}
      title={t('importTitle')}
      lead={t(projectId ? 'importLeadProject' : 'importLeadNew')}
      width={isRead ? 'wide' : 'narrow'}
    >
      <form id="import-form" className="grid gap-3" onSubmit={submit}>
        <div className="row file-row">
          <FileText className="i" size={16} aria-hidden="true" />
          <b className="clip grow">{file.name}</b>
          <span className="mut num">
            {format.number(Math.max(1, Math.round(file.size / 1000)), { style: 'unit', unit: 'kilobyte' })}
          </span>
        </div>
        {failure && (
          <Note state="changes" live>
            {errors(failure)}
          </Note>
        )}
        {!isRefused && (
          <>
            <Field
              label={t('scriptTitle')}
              required
              maxLength={200}
              value={script.title}
              onChange={(event) => setScript({ ...script, title: event.target.value })}
            />
            <div className="grid grid-cols-2 gap-3">
              <Select
                label={t('format')}
                value={script.format}
                options={FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
                onPick={(value) => setScript({ ...script, format: value })}
              />
              <Select
                label={t('language')}
                value={script.language}
                options={LANGUAGES.map((value) => ({ value, label: t(`languages.${value}`) }))}
                onPick={(value) => setScript({ ...script, language: value })}
              />
            </div>
          </>
        )}
        {preview.state === 'reading' && <output className="sec">{t('reading')}</output>}
        {isRead && <RecognisedList preview={preview.preview} corrections={corrections} onCorrect={setCorrections} />}
        {progress !== null && <ProgressBar value={progress} label={t('sending')} />}
      </form>
      <div className="row modal-foot">
        <Button onClick={close}>{t(isRefused ? 'close' : 'cancel')}</Button>
        {!isRefused && (
          <Button
            type="submit"
            form="import-form"
            kind="primary"
            busy={progress !== null}
            disabled={script.title.trim() === '' || preview.state === 'reading'}
          >
            {t('import')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}
