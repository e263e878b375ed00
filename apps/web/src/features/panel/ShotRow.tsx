'use client';
import { useLocale, useTranslations } from 'next-intl';
import { type KeyboardEvent, memo } from 'react';
import { GateRow } from '../../ui/GateRow.tsx';
import { joinClasses } from '../../ui/joinClasses.ts';
import { ShotLabel } from '../../ui/ShotLabel.tsx';
import { glyphOf } from '../approvals/gateState.ts';
import { useGatesName } from '../approvals/useGatesName.ts';
import { labelLook } from '../shots/labelLook.ts';
import { shotSeconds, shotSummary } from '../shots/shotSummary.ts';
import { stepShot } from '../shots/stepShot.ts';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';

export interface ShotRowProps {
  readonly shot: ShotView;
  readonly isOn: boolean;
  readonly mayEdit: boolean;
}

/** Moves the focus to the row before or after. */
function focusNeighbour(event: KeyboardEvent<HTMLElement>, by: 1 | -1): void {
  const rows = [...(event.currentTarget.closest('ul')?.querySelectorAll<HTMLElement>('button.srow') ?? [])];
  rows[rows.indexOf(event.currentTarget) + by]?.focus();
}

/** A shot in one row: label, what it is, its length, how it stands. Pointing lights it everywhere; a press selects it. */
export const ShotRow = memo(function ShotRow({ shot, isOn, mayEdit }: ShotRowProps) {
  const t = useTranslations('shots');
  const language = useLocale() === 'zh' ? 'zh' : 'en';
  const gatesName = useGatesName();
  const { focus, commands, shotsRoom, model } = useWorkspace();
  const isLit = useWorkspaceFocus((state) => state.litShotId === shot.id);
  const { fields } = shot.record;
  const seconds = shotSeconds(fields);
  const summary = shotSummary(fields, language);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.altKey) focusNeighbour(event, by);
    else if (mayEdit) stepShot(shotsRoom.doc, model.getSnapshot(), shot.id, by);
  };
  return (
    <li>
      <button
        type="button"
        className={joinClasses('srow', isOn && 'on', isLit && 'lit')}
        data-s={shot.id}
        aria-current={isOn || undefined}
        aria-keyshortcuts={mayEdit ? 'Alt+ArrowUp Alt+ArrowDown' : undefined}
        onClick={() => commands.revealShot(shot.id)}
        onPointerEnter={() => focus.setLitShotId(shot.id)}
        onPointerLeave={() => focus.setLitShotId(null)}
        onFocus={() => focus.setLitShotId(shot.id)}
        onBlur={() => focus.setLitShotId(null)}
        onKeyDown={onKeyDown}
      >
        <ShotLabel label={shot.label} hue={shot.hue} look={labelLook(shot)} />
        <span className="clip grow">{summary || shot.title || <span className="mut">{t('noSummary')}</span>}</span>
        <span className="num mut">{seconds === undefined ? t('none') : t('seconds', { value: seconds })}</span>
        <GateRow
          states={[
            glyphOf(shot.gates.script.state),
            glyphOf(shot.gates.prompt.state),
            glyphOf(shot.gates.picture.state),
            glyphOf(shot.gates.final.state),
          ]}
          label={gatesName(shot.gates)}
        />
      </button>
    </li>
  );
});
