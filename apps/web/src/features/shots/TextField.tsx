'use client';
import type { ShotFields, TextFieldName } from '@tramline/shots';
import { useTranslations } from 'next-intl';
import { useId, useMemo } from 'react';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { fieldText } from './shotEdits.ts';
import { useSharedText } from './useSharedText.ts';

export interface TextFieldProps {
  readonly shotId: string;
  readonly field: TextFieldName;
  readonly fields: ShotFields;
  readonly mayEdit: boolean;
  readonly wide?: boolean;
}

/** Words that several people write at once; it grows with its lines. */
export function TextField({ shotId, field, fields, mayEdit, wide }: TextFieldProps) {
  const t = useTranslations('shots');
  const { shotsRoom } = useWorkspace();
  const id = useId();
  const text = useMemo(() => fieldText(shotsRoom.doc, shotId, field), [shotsRoom.doc, shotId, field]);
  const bind = useSharedText<HTMLTextAreaElement>(mayEdit ? text : undefined);
  const hint = field === 'title' ? t('hint.title') : t(`hint.${field}`);
  return (
    <FieldFrame shotId={shotId} field={field} wide={wide}>
      <label htmlFor={mayEdit ? id : undefined}>{t(`field.${field}`)}</label>
      {mayEdit ? (
        <textarea
          ref={bind}
          id={id}
          className="fv words"
          rows={1}
          placeholder={hint}
          autoComplete="off"
          maxLength={20_000}
        />
      ) : (
        <span className="fv words">{fields[field] || t('none')}</span>
      )}
    </FieldFrame>
  );
}
