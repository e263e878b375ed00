'use client';
import { readApprovedContent } from '@tramline/shots';
import type { ApprovalView } from '@tramline/wire';
import { useFormatter, useTranslations } from 'next-intl';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { DecidableGate, ShotView } from '../workspace/model/workspaceModel.ts';
import { SeenAndNow } from './SeenAndNow.tsx';

export interface CompareDialogProps {
  readonly shot: ShotView;
  readonly gate: DecidableGate;
  readonly approval: ApprovalView;
  readonly onClose: () => void;
}

/** What was approved beside what is there now. Nothing is decided here. */
export function CompareDialog({ shot, gate, approval, onClose }: CompareDialogProps) {
  const t = useTranslations('approvals');
  const format = useFormatter();
  const at = format.dateTime(new Date(approval.at), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      width="wide"
      title={t('compareTitle')}
      lead={t('compareLead', { name: approval.actor.name, label: shot.label, at })}
      footer={<Button onClick={onClose}>{t('close')}</Button>}
    >
      <SeenAndNow
        seen={readApprovedContent(approval.content)}
        now={shot.contents[gate].content}
        seenTitle={t('conflict.then')}
      />
    </Dialog>
  );
}
