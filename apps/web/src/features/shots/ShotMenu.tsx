'use client';
import { ArrowDown, ArrowUp, Crosshair, Ellipsis, Link2, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/Menu.tsx';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useModel, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { placeShot } from './shotEdits.ts';
import { stepShot } from './stepShot.ts';
import { useDeleteShot } from './useDeleteShot.ts';
import { useReattach } from './useReattach.ts';

export interface ShotMenuProps {
  readonly shot: ShotView;
  readonly mayEdit: boolean;
  /** Where the words are on another screen, going there is an act of the menu. */
  readonly onReveal?: () => void;
}

/** All that can be done with a shot besides writing in it. */
export function ShotMenu({ shot, mayEdit, onReveal }: ShotMenuProps) {
  const t = useTranslations('shots');
  const { shotsRoom, model, commands } = useWorkspace();
  const hasSelection = useWorkspaceFocus((state) => state.selection !== null);
  const beats = useModel((now) => now.beats);
  const deleteShot = useDeleteShot();
  const reattach = useReattach();
  const isPlaced = shot.place.state === 'placed';
  const beatsHere = beats.filter(({ sceneId }) => sceneId === null || sceneId === shot.sceneId);
  const step = (by: 1 | -1): void => void stepShot(shotsRoom.doc, model.getSnapshot(), shot.id, by);
  const moveTo = (beatId: string | null): void => {
    const siblings = model
      .getSnapshot()
      .shots.filter(({ id, sceneId, record }) => id !== shot.id && sceneId === shot.sceneId && record.beat === beatId);
    placeShot(shotsRoom.doc, shot.id, {
      beat: beatId,
      siblings: siblings.map(({ record }) => record),
      at: siblings.length,
    });
  };
  if (!mayEdit && !isPlaced) return null;
  return (
    <Menu
      align="end"
      label={t('acts', { label: shot.label })}
      trigger={
        <IconButton small label={t('acts', { label: shot.label })}>
          <Ellipsis size={16} aria-hidden="true" />
        </IconButton>
      }
    >
      {isPlaced && (
        <MenuItem
          icon={<Crosshair size={14} aria-hidden="true" />}
          onSelect={onReveal ?? (() => commands.revealShot(shot.id))}
        >
          {t('reveal')}
        </MenuItem>
      )}
      {mayEdit && (
        <>
          {!onReveal && (
            <MenuItem
              icon={<Link2 size={14} aria-hidden="true" />}
              disabled={!hasSelection}
              onSelect={() => reattach(shot.id)}
            >
              {t('reattach')}
            </MenuItem>
          )}
          {isPlaced && (
            <>
              <MenuLine />
              <MenuItem icon={<ArrowUp size={14} aria-hidden="true" />} keys={['Alt', 'Up']} onSelect={() => step(-1)}>
                {t('moveUp')}
              </MenuItem>
              <MenuItem
                icon={<ArrowDown size={14} aria-hidden="true" />}
                keys={['Alt', 'Down']}
                onSelect={() => step(1)}
              >
                {t('moveDown')}
              </MenuItem>
            </>
          )}
          {isPlaced && beatsHere.length > 0 && (
            <>
              <MenuLine />
              <MenuLabel>{t('moveTo')}</MenuLabel>
              <MenuItem checked={shot.record.beat === null} onSelect={() => moveTo(null)}>
                {t('noBeat')}
              </MenuItem>
              {beatsHere.map((beat) => (
                <MenuItem key={beat.id} checked={shot.record.beat === beat.id} onSelect={() => moveTo(beat.id)}>
                  {beat.title || t('beatNew')}
                </MenuItem>
              ))}
            </>
          )}
          <MenuLine />
          <MenuItem danger icon={<Trash2 size={14} aria-hidden="true" />} onSelect={() => deleteShot(shot)}>
            {t('delete')}
          </MenuItem>
        </>
      )}
    </Menu>
  );
}
