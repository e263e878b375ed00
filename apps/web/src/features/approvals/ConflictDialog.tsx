'use client';
import { Check, OctagonAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AlertDialog } from 'radix-ui';
import { Button } from '../../ui/Button.tsx';
import { ShotLabel } from '../../ui/ShotLabel.tsx';
import type { DecidableGate, ShotView } from '../workspace/model/workspaceModel.ts';
import { SeenAndNow } from './SeenAndNow.tsx';
import type { Conflict, DecisionDesk } from './useDecision.ts';

export interface ConflictDialogProps {
  readonly shot: ShotView;
  readonly gate: DecidableGate;
  readonly conflict: Conflict;
  readonly desk: DecisionDesk;
  /** Asks for the note that a request for changes needs, about what is now shown. */
  readonly onRequest: (conflict: Conflict) => void;
}

/** Nothing was recorded: what was seen beside what is there now. The safe choice has the focus; deciding takes what is now shown. */
export function ConflictDialog({ shot, gate, conflict, desk, onRequest }: ConflictDialogProps) {
  const t = useTranslations('approvals');
  const { seen, now, decision, note } = conflict;
  return (
    <AlertDialog.Root open onOpenChange={(open) => open || desk.dismiss()}>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="scrim" />
        <AlertDialog.Content className="dlg cf conflict">
          <header>
            <span className="chip changes">
              <OctagonAlert size={12} aria-hidden="true" />
              {t('conflict.chip')}
            </span>
            <AlertDialog.Title asChild>
              <h1>{t('conflict.title')}</h1>
            </AlertDialog.Title>
            <AlertDialog.Description className="sec">
              {t.rich('conflict.lead', {
                decision,
                gate: t(`gate.${gate}`),
                label: () => <ShotLabel label={shot.label} hue={shot.hue} />,
              })}
            </AlertDialog.Description>
          </header>
          <div className="conflict-body">
            <SeenAndNow seen={seen.content} now={now.content} seenTitle={t('conflict.seen')} />
          </div>
          <footer>
            <AlertDialog.Cancel asChild>
              <Button>{t('conflict.close')}</Button>
            </AlertDialog.Cancel>
            <span className="grow" />
            {decision === 'withdraw' ? (
              <Button kind="request" busy={desk.busy !== null} onClick={() => void desk.decide('withdraw', now)}>
                {t('conflict.withdrawNow')}
              </Button>
            ) : (
              <>
                <Button
                  kind="request"
                  busy={desk.busy === 'request_changes'}
                  onClick={() => (note ? void desk.decide('request_changes', now, note) : onRequest(conflict))}
                >
                  {t(decision === 'request_changes' ? 'conflict.requestNow' : 'request')}
                </Button>
                {decision === 'approve' && (
                  <Button
                    kind="approve"
                    icon={<Check size={14} aria-hidden="true" />}
                    busy={desk.busy === 'approve'}
                    onClick={() => void desk.decide('approve', now)}
                  >
                    {t('conflict.approveNow')}
                  </Button>
                )}
              </>
            )}
          </footer>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
