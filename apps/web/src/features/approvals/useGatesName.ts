'use client';
import { GATES } from '@tramline/shots';
import { useTranslations } from 'next-intl';
import type { ShotView } from '../workspace/model/workspaceModel.ts';

/** How a shot stands at all gates, as one name for the four glyphs. */
export function useGatesName(): (gates: ShotView['gates']) => string {
  const t = useTranslations('approvals');
  return (gates) =>
    GATES.map((gate) => t('gateState', { gate: t(`gate.${gate}`), state: t(`state.${gates[gate].state}`) })).join(', ');
}
