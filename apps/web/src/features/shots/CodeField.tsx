'use client';
import { type CodeFieldName, labelOfCode, type ShotFields, vocabularyOf } from '@tramline/shots';
import { useLocale, useTranslations } from 'next-intl';
import { useId } from 'react';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { writeField } from './shotEdits.ts';

export interface CodeFieldProps {
  readonly shotId: string;
  readonly field: CodeFieldName;
  readonly fields: ShotFields;
  readonly mayEdit: boolean;
}

/** Sizes are known by their abbreviations as well. */
const WITH_CODE: readonly string[] = ['size'];

/** A field of codes: a choice from its vocabulary, shown in the person's language. A code that the vocabulary lacks stays. */
export function CodeField({ shotId, field, fields, mayEdit }: CodeFieldProps) {
  const t = useTranslations('shots');
  const language = useLocale() === 'zh' ? 'zh' : 'en';
  const { shotsRoom } = useWorkspace();
  const id = useId();
  const code = fields[field];
  const nameOf = (one: string): string =>
    labelOfCode(field, one, language) + (WITH_CODE.includes(field) ? ` (${one})` : '');
  const codes = Object.keys(vocabularyOf(field));
  return (
    <FieldFrame shotId={shotId} field={field}>
      <label htmlFor={mayEdit ? id : undefined}>{t(`field.${field}`)}</label>
      {mayEdit ? (
        <select
          id={id}
          className="fv"
          value={code ?? ''}
          data-empty={code === undefined || undefined}
          onChange={(event) =>
            writeField(shotsRoom.doc, shotId, field, event.target.value === '' ? undefined : event.target.value)
          }
        >
          <option value="">{t('none')}</option>
          {code !== undefined && !codes.includes(code) && <option value={code}>{code}</option>}
          {codes.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      ) : (
        <span className="fv clip">{code === undefined ? t('none') : nameOf(code)}</span>
      )}
    </FieldFrame>
  );
}
