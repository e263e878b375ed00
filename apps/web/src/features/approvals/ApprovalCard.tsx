'use client';
import { Check, History } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { joinClasses } from '../../ui/joinClasses.ts';
import { StateGlyph } from '../../ui/StateGlyph.tsx';
import { useShortcuts } from '../keys/useShortcuts.ts';
import type { DecidableGate, ShotView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { ApprovalStory } from './ApprovalStory.tsx';
import { CauseChips } from './CauseChips.tsx';
import { CompareDialog } from './CompareDialog.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { glyphOf } from './gateState.ts';
import { RequestForm } from './RequestForm.tsx';
import { type Conflict, type Seen, useDecision } from './useDecision.ts';

export interface ApprovalCardProps {
  readonly shot: ShotView;
  readonly gate: DecidableGate;
  /** The card that the keys A and R speak to. */
  readonly hasKeys?: boolean;
}

/** How a shot stands at one gate: the state, its cause and story, and for those who decide there the decision. */
export function ApprovalCard({ shot, gate, hasKeys = false }: ApprovalCardProps) {
  const t = useTranslations('approvals');
  const keyWords = useTranslations('shots.keys');
  const { can, me } = useWorkspace();
  const desk = useDecision(shot.id, gate);
  const [requested, setRequested] = useState<Seen | null>(null);
  const [isComparing, setComparing] = useState(false);
  const status = shot.gates[gate];
  // What is drawn here is what a press decides on: the contents of this very rendering.
  const seen: Seen = shot.contents[gate];
  const mayDecide = can('gate.decide') && shot.place.state === 'placed';
  const isMine = shot.approvals.findLast(
    (row) => row.gate === gate && row.actor.id === me.id && status.state !== 'none',
  );
  const mayWithdraw = mayDecide && isMine !== undefined && isMine.decision !== 'withdraw';
  const mayApprove = mayDecide && status.state !== 'approved';

  const approve = (): void => void desk.decide('approve', seen);
  const ask = (): void => {
    desk.dismiss();
    setRequested(seen);
  };
  const isFree = requested === null && !desk.conflict && desk.busy === null;
  useShortcuts(
    hasKeys && mayDecide
      ? [
          {
            id: 'shot.approve',
            section: 'review',
            words: keyWords('approve'),
            keys: ['A'],
            run: () => isFree && mayApprove && approve(),
          },
          {
            id: 'shot.request',
            section: 'review',
            words: keyWords('request'),
            keys: ['R'],
            run: () => isFree && ask(),
          },
        ]
      : [],
  );

  return (
    <section
      className={joinClasses('appr', status.state)}
      data-gate={gate}
      data-state={status.state}
      aria-label={t('card', { gate: t(`gate.${gate}`) })}
    >
      <div className="bh" aria-live="polite">
        <StateGlyph state={glyphOf(status.state)} size={13} />
        <h3>
          {t(`title.${status.state}`, { gate: t(`gate.${gate}`), have: status.approvals.length, need: status.needed })}
        </h3>
        <span className="grow" />
        <CauseChips shot={shot} gate={gate} />
      </div>
      <ApprovalStory shot={shot} gate={gate} />
      {desk.failure && (
        <p className="bad" role="alert">
          {t('notRecorded')} {desk.failure}
        </p>
      )}
      {requested ? (
        <RequestForm
          busy={desk.busy !== null}
          onCancel={() => setRequested(null)}
          onSend={async (note) => {
            if (await desk.decide('request_changes', requested, note)) setRequested(null);
          }}
        />
      ) : (
        mayDecide && (
          <div className="row appr-acts">
            {mayApprove && (
              <Button
                kind="primary"
                className="grow"
                icon={<Check size={14} aria-hidden="true" />}
                keys={hasKeys ? ['A'] : undefined}
                busy={desk.busy === 'approve'}
                disabled={desk.busy !== null && desk.busy !== 'approve'}
                onClick={approve}
              >
                {t(status.state === 'stale' ? 'reaffirm' : 'approve')}
              </Button>
            )}
            <Button className={mayApprove ? undefined : 'grow'} disabled={desk.busy !== null} onClick={ask}>
              {t('request')}
            </Button>
            {mayWithdraw && status.state !== 'stale' && (
              <Button
                kind="quiet"
                busy={desk.busy === 'withdraw'}
                disabled={desk.busy !== null && desk.busy !== 'withdraw'}
                onClick={() => void desk.decide('withdraw', seen)}
              >
                {t('withdraw')}
              </Button>
            )}
            {status.state === 'stale' && (
              <IconButton label={t('compare')} onClick={() => setComparing(true)}>
                <History size={16} aria-hidden="true" />
              </IconButton>
            )}
          </div>
        )
      )}
      {!mayDecide && status.state === 'stale' && (
        <div className="row">
          <Button size="small" icon={<History size={14} aria-hidden="true" />} onClick={() => setComparing(true)}>
            {t('compare')}
          </Button>
        </div>
      )}
      {isComparing && status.state === 'stale' && (
        <CompareDialog shot={shot} gate={gate} approval={status.since} onClose={() => setComparing(false)} />
      )}
      {desk.conflict && (
        <ConflictDialog
          shot={shot}
          gate={gate}
          conflict={desk.conflict}
          desk={desk}
          onRequest={(conflict: Conflict) => {
            desk.dismiss();
            setRequested(conflict.now);
          }}
        />
      )}
    </section>
  );
}
