'use client';
import type { ShotFieldName } from '@tramline/shots';
import { useTranslations } from 'next-intl';
import type { CSSProperties, ReactNode } from 'react';
import { whoColour } from '../../ui/Avatar.tsx';
import { joinClasses } from '../../ui/joinClasses.ts';
import { useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { fieldKey, tellField, useFieldPerson } from './fieldPresence.ts';

export interface FieldFrameProps {
  readonly shotId: string;
  readonly field: ShotFieldName;
  /** Over the whole width instead of half of it. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A labelled field of a shot: it lights its phrases, tells others that somebody is in it, and shows who else is. */
export function FieldFrame({ shotId, field, wide, children }: FieldFrameProps) {
  const t = useTranslations('shots');
  const { focus, shotsRoom } = useWorkspace();
  const key = fieldKey(shotId, field);
  const person = useFieldPerson(shotsRoom.awareness, key);
  const isLit = useWorkspaceFocus(
    (state) => state.litField === field && (state.litShotId ?? state.selectedShotId) === shotId,
  );
  const light = (isOn: boolean): void =>
    focus.set(isOn ? { litShotId: shotId, litField: field } : { litShotId: null, litField: null });
  const style = person ? ({ '--who': whoColour(person.id) } as CSSProperties) : undefined;
  return (
    // The pointer only lights up what belongs together; everything works without it.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      className={joinClasses('f', wide && 'wide', isLit && 'lit', person && 'peer')}
      style={style}
      data-field={field}
      data-name={person?.name}
      onPointerEnter={() => light(true)}
      onPointerLeave={() => light(false)}
      onFocus={() => {
        light(true);
        tellField(shotsRoom.awareness, key);
      }}
      onBlur={() => {
        light(false);
        tellField(shotsRoom.awareness, null);
      }}
    >
      {children}
      {person && <span className="sr">{t('isHere', { name: person.name })}</span>}
    </div>
  );
}
