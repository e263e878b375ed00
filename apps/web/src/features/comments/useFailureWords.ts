'use client';
import { useTranslations } from 'next-intl';
import type { CallFailure } from './requestJson.ts';

/** The causes that have words of their own; every other code says that the mistake is ours. */
const CAUSES: Readonly<Partial<Record<CallFailure['code'], string>>> = {
  'network.away': 'away',
  'live.away': 'away',
  'store.away': 'away',
  'session.none': 'session',
  'role.forbidden': 'role',
  'thing.notFound': 'gone',
  'shot.notFound': 'gone',
  'rate.tooMany': 'tooMany',
};

/** Why a call failed and what to do, in the person's language. */
export function useFailureWords(): (failure: CallFailure) => string {
  const t = useTranslations('comments.why');
  return ({ code }) => t((CAUSES[code] ?? 'other') as 'other');
}
