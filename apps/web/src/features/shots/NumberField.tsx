'use client';
import { FRAMES_PER_SECOND, type NumberFieldName, SHOT_FIELDS, type ShotFields } from '@tramline/shots';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { type NumberReading, readDuration, readFocal } from './fieldFormat.ts';
import { writeField } from './shotEdits.ts';

export interface NumberFieldProps {
  readonly shotId: string;
  readonly field: NumberFieldName;
  readonly fields: ShotFields;
  readonly mayEdit: boolean;
}

/** A number as people write it; what is no number is refused with a reason, and the old one stays. */
export function NumberField({ shotId, field, fields, mayEdit }: NumberFieldProps) {
  const t = useTranslations('shots');
  const { shotsRoom } = useWorkspace();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const value = fields[field];
  const limits = SHOT_FIELDS[field];
  const read = (words: string): NumberReading =>
    field === 'durationFrames' ? readDuration(words, FRAMES_PER_SECOND, limits) : readFocal(words, limits);
  const shown =
    value === undefined
      ? ''
      : field === 'durationFrames'
        ? t('secondsAndFrames', { seconds: value / FRAMES_PER_SECOND, frames: value })
        : t('millimetres', { value });
  const plain =
    value === undefined
      ? ''
      : String(field === 'durationFrames' ? Math.round((value / FRAMES_PER_SECOND) * 1000) / 1000 : value);
  const isWrong = typed !== null && !read(typed).ok;
  const commit = (): void => {
    const reading = typed === null || typed === plain ? null : read(typed);
    if (reading?.ok && reading.value !== value) writeField(shotsRoom.doc, shotId, field, reading.value);
    setTyped(null);
  };
  return (
    <FieldFrame shotId={shotId} field={field}>
      <label htmlFor={mayEdit ? id : undefined}>{t(`field.${field}`)}</label>
      {mayEdit ? (
        <>
          <input
            id={id}
            className="fv num"
            inputMode="decimal"
            autoComplete="off"
            placeholder={t(`hint.${field}`)}
            value={typed ?? shown}
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? `${id}-wrong` : undefined}
            onFocus={(event) => {
              setTyped(plain);
              const box = event.currentTarget;
              requestAnimationFrame(() => box.select());
            }}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={commit}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Enter' && !isWrong) event.currentTarget.blur();
              if (event.key === 'Escape') {
                event.stopPropagation();
                setTyped(plain);
              }
            }}
          />
          {isWrong && (
            <small id={`${id}-wrong`} className="bad field-wrong" role="alert">
              {t(`wrong.${field}`)}
            </small>
          )}
        </>
      ) : (
        <span className="fv num clip">{shown || t('none')}</span>
      )}
    </FieldFrame>
  );
}
