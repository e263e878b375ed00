'use client';
import { useTranslations } from 'next-intl';
import { useToast } from '../../ui/Toast.tsx';
import { useWorkspace } from '../workspace/useWorkspace.ts';

/** Hangs a shot onto the selected words, and says so. */
export function useReattach(): (shotId: string) => void {
  const t = useTranslations('shots');
  const toast = useToast();
  const { commands, model } = useWorkspace();
  return (shotId) => {
    if (!commands.reattachShot(shotId)) return toast({ kind: 'wrong', title: t('reattachHint') });
    toast({ title: t('reattached', { label: model.getSnapshot().shotById.get(shotId)?.label ?? '' }) });
  };
}
