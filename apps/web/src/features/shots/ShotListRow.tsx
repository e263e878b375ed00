'use client';
import { GATES, labelOfCode, type ShotFieldName } from '@tramline/shots';
import { GripVertical } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { type CSSProperties, type KeyboardEvent, memo, type PointerEvent, type ReactNode } from 'react';
import { whoColour } from '../../ui/Avatar.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { joinClasses } from '../../ui/joinClasses.ts';
import { ShotLabel } from '../../ui/ShotLabel.tsx';
import { StateGlyph } from '../../ui/StateGlyph.tsx';
import { glyphOf } from '../approvals/gateState.ts';
import type { BeatView, ShotView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { CodeField } from './CodeField.tsx';
import { type FieldPerson, fieldKey } from './fieldPresence.ts';
import { labelLook } from './labelLook.ts';
import { NumberField } from './NumberField.tsx';
import { ShotMenu } from './ShotMenu.tsx';
import { ShotTitle } from './ShotTitle.tsx';
import { shotSeconds } from './shotSummary.ts';

export interface ShotListRowProps {
  readonly shot: ShotView;
  readonly rowIndex: number;
  readonly isOn: boolean;
  /** The row that the Tab key comes to. */
  readonly isStop: boolean;
  readonly isLifted: boolean;
  readonly mayEdit: boolean;
  readonly mayMove: boolean;
  readonly people: ReadonlyMap<string, FieldPerson>;
  readonly beats: readonly BeatView[];
  readonly onLift: (event: PointerEvent<HTMLElement>, shotId: string) => void;
  readonly onKey: (event: KeyboardEvent<HTMLElement>, shot: ShotView) => void;
  readonly onReveal: (shot: ShotView) => void;
}

/** A shot as a row. The row that is on can be written in; all others are text, so that thousands stay cheap. */
export const ShotListRow = memo(function ShotListRow(props: ShotListRowProps) {
  const { shot, rowIndex, isOn, isStop, isLifted, mayEdit, mayMove, onLift, onKey, onReveal } = props;
  const t = useTranslations('shots');
  const gates = useTranslations('approvals');
  const { focus } = useWorkspace();
  const isEditing = isOn && mayEdit;
  const { fields } = shot.record;
  const seconds = shotSeconds(fields);
  return (
    <tr
      className={joinClasses('shot-row', isOn && 'on', isLifted && 'lifted')}
      data-s={shot.id}
      aria-rowindex={rowIndex}
      aria-selected={isOn}
      tabIndex={isStop ? 0 : -1}
      onClick={() => focus.setSelectedShotId(shot.id)}
      onDoubleClick={() => !isEditing && shot.place.state === 'placed' && onReveal(shot)}
      onFocus={(event) => event.target === event.currentTarget && focus.setSelectedShotId(shot.id)}
      onKeyDown={(event) => onKey(event, shot)}
    >
      <td className="grip-cell">
        {mayMove && (
          <button
            type="button"
            className="grip-handle"
            tabIndex={-1}
            aria-label={t('drag', { label: shot.label })}
            title={t('drag', { label: shot.label })}
            onPointerDown={(event) => onLift(event, shot.id)}
          >
            <GripVertical size={14} aria-hidden="true" />
          </button>
        )}
      </td>
      <td className="label-cell">
        {shot.label ? (
          <ShotLabel label={shot.label} hue={shot.hue} look={labelLook(shot)} />
        ) : (
          <span className="mut">{t('orphanLabel')}</span>
        )}
      </td>
      <Cell {...props} field="title" className="de">
        {isEditing ? <ShotTitle shot={shot} mayEdit /> : <Description shot={shot} />}
      </Cell>
      <td className="dg">
        {shot.place.state === 'orphaned' ? (
          <span className="row">
            <Chip state="stale">{t('coversNothing')}</Chip>
            <del className="clip">{shot.place.quote}</del>
          </span>
        ) : (
          <Dialogue shot={shot} />
        )}
      </td>
      {(['size', 'angle', 'movement'] as const).map((name) => (
        <Cell key={name} {...props} field={name}>
          {isEditing ? (
            <CodeField shotId={shot.id} field={name} fields={fields} mayEdit />
          ) : (
            <CodeText field={name} shot={shot} />
          )}
        </Cell>
      ))}
      <Cell {...props} field="focalMm" className="num">
        {isEditing ? (
          <NumberField shotId={shot.id} field="focalMm" fields={fields} mayEdit />
        ) : fields.focalMm === undefined ? (
          ''
        ) : (
          fields.focalMm
        )}
      </Cell>
      <Cell {...props} field="durationFrames" className="num r">
        {isEditing ? (
          <NumberField shotId={shot.id} field="durationFrames" fields={fields} mayEdit />
        ) : seconds === undefined ? (
          ''
        ) : (
          t('seconds', { value: seconds })
        )}
      </Cell>
      {GATES.map((gate) => (
        <td key={gate} className="gc">
          <StateGlyph
            state={glyphOf(shot.gates[gate].state)}
            label={gates('gateState', { gate: gates(`gate.${gate}`), state: gates(`state.${shot.gates[gate].state}`) })}
          />
        </td>
      ))}
      <td className="menu-cell">
        <ShotMenu shot={shot} mayEdit={mayEdit} onReveal={() => onReveal(shot)} />
      </td>
    </tr>
  );
});

/** A cell in which somebody else may be: framed in their colour, with their name on it. */
function Cell({
  shot,
  people,
  field,
  className,
  children,
}: Pick<ShotListRowProps, 'shot' | 'people'> & {
  readonly field: ShotFieldName;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const person = people.get(fieldKey(shot.id, field));
  return (
    <td
      className={joinClasses(className, `c-${field}`, person && 'peer')}
      data-name={person?.name}
      style={person ? ({ '--who': whoColour(person.id) } as CSSProperties) : undefined}
    >
      {children}
    </td>
  );
}

function CodeText({ shot, field }: { readonly shot: ShotView; readonly field: 'size' | 'angle' | 'movement' }) {
  const language = useLocale() === 'zh' ? 'zh' : 'en';
  const code = shot.record.fields[field];
  return code === undefined ? null : <span className="clip">{labelOfCode(field, code, language)}</span>;
}

/** What the shot is called, else what happens in it, else the first covered words. */
function Description({ shot }: { readonly shot: ShotView }) {
  const t = useTranslations('shots');
  const covered = shot.words.find(({ type }) => type === 'action')?.text;
  const words = shot.title || shot.record.fields.action || covered;
  return <span className={joinClasses('clip', !shot.title && 'sec')}>{words || t('untitled')}</span>;
}

/** The first spoken words, after who says them. */
function Dialogue({ shot }: { readonly shot: ShotView }) {
  const speech = shot.words.find(({ type }) => type === 'dialogue');
  return speech ? (
    <span className="clip">
      {speech.cue} {speech.text}
    </span>
  ) : null;
}
