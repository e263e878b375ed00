'use client';
import type { ApprovalView } from '@tramline/wire';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import type { DecidableGate, ShotView } from '../workspace/model/workspaceModel.ts';
import { useStaleDifferences } from './CauseChips.tsx';
import { useDifferenceName } from './SeenAndNow.tsx';
import { useLastChange } from './useLastChange.ts';
import { WordDifference } from './WordDifference.tsx';

/** The longest story that a card tells; the rest is in the comparison. */
const MOST_DIFFERENCES = 3;

/** What led to the state: the words struck and added, who decided and when, and what they asked for. */
export function ApprovalStory({ shot, gate }: { readonly shot: ShotView; readonly gate: DecidableGate }) {
  const t = useTranslations('approvals');
  const nameOf = useDifferenceName();
  const status = shot.gates[gate];
  const all = useStaleDifferences(shot, gate);
  const roots = all.filter(({ component }) => component !== 'prompt');
  const differences = (roots.length > 0 ? roots : all).slice(0, MOST_DIFFERENCES);
  if (status.state === 'none') return <p className="sec appr-hint">{t(`hint.${gate}`)}</p>;
  return (
    <>
      {differences.map((difference, at) => (
        // Differences are made anew from the two contents and have no identity.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div key={at} className="appr-difference">
          {difference.component !== 'words' && <span className="cap">{nameOf(difference)}</span>}
          <WordDifference segments={difference.segments} />
        </div>
      ))}
      {status.state === 'stale' && (
        <By
          row={status.since}
          more={
            <>
              <ChangedBy shot={shot} gate={gate} />{' '}
              {roots.some(({ component }) => component === 'words') && t('restores')}
            </>
          }
        />
      )}
      {status.state === 'changes' && status.requests.map((row) => <By key={row.id} row={row} />)}
      {(status.state === 'approved' || status.state === 'partial') &&
        status.approvals.map((row) => <By key={row.id} row={row} />)}
    </>
  );
}

function By({ row, more }: { readonly row: ApprovalView; readonly more?: ReactNode }) {
  const t = useTranslations('approvals');
  const format = useFormatter();
  const at = format.dateTime(new Date(row.at), { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' });
  return (
    <div className="by">
      <Avatar person={row.actor} size="small" decorative />
      <div>
        {t(row.decision === 'request_changes' ? 'requestedBy' : 'approvedBy', { name: row.actor.name, at })} {more}
        {row.note && <p className="appr-note">{row.note}</p>}
      </div>
    </div>
  );
}

/** Who changed it last, when that is known. */
function ChangedBy({ shot, gate }: { readonly shot: ShotView; readonly gate: DecidableGate }) {
  const t = useTranslations('approvals');
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const change = useLastChange(shot, gate);
  if (!change) return null;
  const at = new Date(change.at);
  return t('changedBy', { name: change.by.name, ago: format.relativeTime(at > now ? now : at, now) });
}
