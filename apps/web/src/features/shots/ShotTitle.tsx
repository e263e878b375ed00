'use client';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { FieldFrame } from './FieldFrame.tsx';
import { fieldText } from './shotEdits.ts';
import { useSharedText } from './useSharedText.ts';

/** The name of a shot as a heading that can be written over. */
export function ShotTitle({ shot, mayEdit }: { readonly shot: ShotView; readonly mayEdit: boolean }) {
  const t = useTranslations('shots');
  const { shotsRoom } = useWorkspace();
  const text = useMemo(() => fieldText(shotsRoom.doc, shot.id, 'title'), [shotsRoom.doc, shot.id]);
  const bind = useSharedText<HTMLInputElement>(mayEdit ? text : undefined);
  if (!mayEdit) return <h2 className="clip">{shot.title || t('untitled')}</h2>;
  return (
    <FieldFrame shotId={shot.id} field="title">
      <h2 className="shot-title">
        <input
          ref={bind}
          className="fv"
          aria-label={t('field.title')}
          placeholder={t('untitled')}
          autoComplete="off"
          maxLength={200}
        />
      </h2>
    </FieldFrame>
  );
}
