'use client';
import { useTranslations } from 'next-intl';
import { useToast } from '../../ui/Toast.tsx';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { deleteShot } from './shotEdits.ts';

/** Deletes a shot at once; the message offers to undo it. */
export function useDeleteShot(): (shot: ShotView) => void {
  const t = useTranslations('shots');
  const toast = useToast();
  const { shotsRoom, focus } = useWorkspace();
  return (shot) => {
    const undo = deleteShot(shotsRoom.doc, shot.id);
    if (focus.getSnapshot().selectedShotId === shot.id) focus.setSelectedShotId(null);
    toast({
      title: t('deleted', { label: shot.label }),
      action: {
        label: t('undo'),
        run: () => {
          undo();
          focus.setSelectedShotId(shot.id);
        },
      },
    });
  };
}
