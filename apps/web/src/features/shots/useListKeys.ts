'use client';
import { useTranslations } from 'next-intl';
import { useShortcuts } from '../keys/useShortcuts.ts';

/** The rows of the keys sheet for the shot list; the list itself listens. */
export function useListKeys(mayEdit: boolean): void {
  const t = useTranslations('shots.keys');
  useShortcuts([
    { id: 'shots.next', section: 'lists', words: t('next'), keys: ['J'] },
    { id: 'shots.open', section: 'lists', words: t('open'), keys: ['Enter'] },
    ...(mayEdit ? [{ id: 'shots.move', section: 'lists' as const, words: t('moveRow'), keys: ['Alt', 'Up'] }] : []),
  ]);
}
