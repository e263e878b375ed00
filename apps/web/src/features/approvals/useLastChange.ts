'use client';
import { useQuery } from '@tanstack/react-query';
import { followGround, openScript, reachOfAnchor, reachOfFields, resolveAnchor } from '@tramline/collab';
import { LAST_CHANGE_UNITS_MAX, type LastChangeRequest, type LastChangeView } from '@tramline/wire';
import { useEffect, useState } from 'react';
import { askApi } from '../shell/askApi.ts';
import type { DecidableGate, ShotView } from '../workspace/model/workspaceModel.ts';
import { useRoom, useWorkspace } from '../workspace/useWorkspace.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { useStaleDifferences } from './CauseChips.tsx';

/** Who is typing is asked about when they pause: the server knows only what is committed. */
const QUIET_MS = 1000;

/**
 * Who last changed what a stale approval of a shot is bound to. `undefined` while that is not known: without a network, while somebody
 * types, or when it follows from a change elsewhere.
 */
export function useLastChange(shot: ShotView, gate: DecidableGate): LastChangeView | undefined {
  const workspace = useWorkspace();
  const { scriptRoom, shotsRoom, script } = workspace;
  const status = shot.gates[gate];
  const since = status.state === 'stale' ? status.since.at : undefined;
  const { hash } = shot.contents[gate];
  const settled = useSettled(hash);
  const fields = useStaleDifferences(shot, gate).flatMap(({ component, field }) =>
    component === 'shot' ? [field] : [],
  );
  const isCommitted = [
    useRoom(scriptRoom, ({ saved }) => saved.count === 0),
    useRoom(shotsRoom, ({ saved }) => saved.count === 0),
  ].every(Boolean);
  const isWords = status.state === 'stale' && status.changed.includes('words');
  const { data } = useQuery({
    queryKey: ['lastChange', script.id, shot.id, gate, since, hash, settled.turn],
    enabled: since !== undefined && settled.value === hash && isCommitted,
    // Asked anew whenever the content changes, also when the same content comes back by another hand.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
    queryFn: async () => {
      const units = unitsOf(workspace, shot, isWords, fields);
      const sizes = [units.script, units.shots].map((ranges) => ranges.reduce((sum, [, , length]) => sum + length, 0));
      if (Math.max(...sizes) === 0 || Math.max(...sizes) > LAST_CHANGE_UNITS_MAX) return null;
      const path = `/api/scripts/${script.id}/last-change`;
      return (await askApi<LastChangeView | undefined>('POST', path, { since, units })) ?? null;
    },
  });
  return (settled.value === hash ? data : undefined) ?? undefined;
}

function unitsOf(
  { scriptRoom, shotsRoom }: Workspace,
  { id, record: { anchor } }: ShotView,
  isWords: boolean,
  fields: readonly string[],
): LastChangeRequest['units'] {
  const ground = followGround(openScript(scriptRoom.doc));
  const words = isWords && anchor ? reachOfAnchor(ground, anchor, resolveAnchor(ground, anchor)) : [];
  return { script: [...words], shots: [...reachOfFields(shotsRoom.doc, id, fields)] };
}

/** A value once it has stood for a while, and a count of such values: the same one may come back. */
function useSettled<T>(value: T): { readonly value: T | undefined; readonly turn: number } {
  const [settled, setSettled] = useState<{ value: T | undefined; turn: number }>({ value: undefined, turn: 0 });
  useEffect(() => {
    const timer = setTimeout(() => setSettled(({ turn }) => ({ value, turn: turn + 1 })), QUIET_MS);
    return () => {
      clearTimeout(timer);
      setSettled(({ turn }) => ({ value: undefined, turn }));
    };
  }, [value]);
  return settled;
}
