'use client';
import { type ContentDifference, diffContent, readApprovedContent } from '@tramline/shots';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { Chip } from '../../ui/Chip.tsx';
import type { DecidableGate, ShotView } from '../workspace/model/workspaceModel.ts';
import { causesOf } from './gateState.ts';
import { useDifferenceName } from './SeenAndNow.tsx';

const SPOKEN: readonly string[] = ['dialogue', 'parenthetical', 'lyrics', 'character'];

/** What changed between the newest approval that does not hold any more and now; nothing when none is stale. */
export function useStaleDifferences(shot: ShotView, gate: DecidableGate): readonly ContentDifference[] {
  const status = shot.gates[gate];
  const since = status.state === 'stale' ? status.since : undefined;
  const now = shot.contents[gate].content;
  return useMemo(() => (since ? diffContent(readApprovedContent(since.content), now) : []), [since, now]);
}

/** Never "stale" alone: which part changed. */
export function CauseChips({ shot, gate }: { readonly shot: ShotView; readonly gate: DecidableGate }) {
  const nameOf = useCauseName();
  const status = shot.gates[gate];
  const differences = useStaleDifferences(shot, gate);
  if (status.state !== 'stale') return null;
  return causesOf(status.changed).map((cause) => (
    <Chip key={cause} state="stale" bare>
      {nameOf(cause, differences)}
    </Chip>
  ));
}

/** Words for a cause: "dialogue changed" when only speech did, the field's name when only one did. */
function useCauseName(): (
  cause: ReturnType<typeof causesOf>[number],
  differences: readonly ContentDifference[],
) => string {
  const t = useTranslations('approvals.cause');
  const fieldName = useDifferenceName();
  return (cause, differences) => {
    const own = differences.filter(({ component }) => component === cause);
    if (cause === 'words')
      return t(own.length > 0 && own.every(({ field }) => SPOKEN.includes(field)) ? 'dialogue' : 'words');
    if (cause === 'shot' && own.length === 1) return t('field', { field: fieldName(own[0]!) });
    return t(cause);
  };
}
