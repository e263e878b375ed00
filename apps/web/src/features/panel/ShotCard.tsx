'use client';
import { MessageSquarePlus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '../../ui/IconButton.tsx';
import { ShotLabel } from '../../ui/ShotLabel.tsx';
import { ApprovalCard } from '../approvals/ApprovalCard.tsx';
import { PromptPreview } from '../prompt/PromptPreview.tsx';
import { countCovered } from '../shots/coveredCount.ts';
import { labelLook } from '../shots/labelLook.ts';
import { ShotFieldsForm } from '../shots/ShotFieldsForm.tsx';
import { ShotMenu } from '../shots/ShotMenu.tsx';
import { ShotTitle } from '../shots/ShotTitle.tsx';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useModel, useWorkspace } from '../workspace/useWorkspace.ts';

/** The selected shot: its name, fields, prompt, and how it stands at the gates. */
export function ShotCard({ shot, mayEdit }: { readonly shot: ShotView; readonly mayEdit: boolean }) {
  const t = useTranslations('panel');
  return (
    <article className="detail" data-shot-card={shot.id} aria-label={t('detail', { label: shot.label })}>
      <CardHead shot={shot} mayEdit={mayEdit} />
      <ShotFieldsForm shotId={shot.id} fields={shot.record.fields} mayEdit={mayEdit} />
      <PromptPreview shot={shot} mayEdit={mayEdit} />
      {shot.place.state === 'placed' && (
        <>
          <ApprovalCard shot={shot} gate="prompt" hasKeys />
          <ApprovalCard shot={shot} gate="script" />
        </>
      )}
    </article>
  );
}

function CardHead({ shot, mayEdit }: { readonly shot: ShotView; readonly mayEdit: boolean }) {
  const t = useTranslations('shots');
  const comments = useTranslations('comments');
  const { can, commands, focus } = useWorkspace();
  const threads = useModel(
    (model) =>
      model.threads.filter(
        ({ root }) => root.resolved === null && root.target?.kind === 'shot' && root.target.id === shot.id,
      ).length,
  );
  const { elements, words, isHan } = countCovered(shot.words);
  return (
    <div className="shd">
      {shot.label !== '' && <ShotLabel big label={shot.label} hue={shot.hue} look={labelLook(shot)} />}
      <div className="grow">
        <ShotTitle shot={shot} mayEdit={mayEdit} />
        <small>
          {shot.place.state === 'placed' ? (
            <button type="button" className="lnk quiet-link" onClick={() => commands.revealShot(shot.id)}>
              {t(isHan ? 'coversHan' : 'covers', { elements, words })}
            </button>
          ) : (
            t('coversNothing')
          )}
        </small>
      </div>
      {(can('comment.write') || threads > 0) && (
        <IconButton
          small
          label={
            threads > 0 ? `${comments('newOnShot')} · ${comments('open', { count: threads })}` : comments('newOnShot')
          }
          className={threads > 0 ? 'has-threads' : undefined}
          onClick={() => focus.set({ panelTab: 'comments', selection: null, selectedShotId: shot.id })}
        >
          <MessageSquarePlus size={16} aria-hidden="true" />
        </IconButton>
      )}
      <ShotMenu shot={shot} mayEdit={mayEdit} />
    </div>
  );
}
