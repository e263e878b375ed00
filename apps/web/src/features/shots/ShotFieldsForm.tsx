'use client';
import { SHOT_FIELDS, type ShotFieldName, type ShotFields } from '@tramline/shots';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { joinClasses } from '../../ui/joinClasses.ts';
import { useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { CodeField } from './CodeField.tsx';
import { NumberField } from './NumberField.tsx';
import { TextField } from './TextField.tsx';

/** What is there without asking, in pairs; the rest on demand. */
const FIRST: readonly ShotFieldName[] = [
  'size',
  'angle',
  'movement',
  'focalMm',
  'subjects',
  'action',
  'light',
  'durationFrames',
];
const FURTHER: readonly ShotFieldName[] = [
  'framing',
  'depthOfField',
  'movementSpeed',
  'movementEnd',
  'location',
  'look',
  'sound',
  'keep',
  'avoid',
  'notes',
];
const WIDE: readonly ShotFieldName[] = ['location', 'look', 'sound', 'keep', 'avoid', 'notes'];

/** Whether all fields are shown; kept from shot to shot while the page is open. */
let wasOpen = false;

export interface ShotFieldsFormProps {
  readonly shotId: string;
  readonly fields: ShotFields;
  readonly mayEdit: boolean;
}

/** The fields of a shot, edited by several people at once. */
export function ShotFieldsForm({ shotId, fields, mayEdit }: ShotFieldsFormProps) {
  const t = useTranslations('shots');
  const [isOpen, setOpen] = useState(wasOpen);
  const isHiddenLit = useWorkspaceFocus(
    (state) =>
      !isOpen &&
      (state.litShotId ?? state.selectedShotId) === shotId &&
      FURTHER.includes(state.litField as ShotFieldName),
  );
  const filled = FURTHER.filter((name) => fields[name] !== undefined && fields[name] !== '').length;
  const narrow = isOpen ? [...FIRST, ...FURTHER.filter((name) => !WIDE.includes(name))] : FIRST;
  const wide = isOpen ? WIDE : [];
  return (
    <div className="fields">
      <div className="fs">
        {narrow.map((name) => (
          <OneField key={name} name={name} shotId={shotId} fields={fields} mayEdit={mayEdit} />
        ))}
        {wide.map((name) => (
          <OneField key={name} name={name} shotId={shotId} fields={fields} mayEdit={mayEdit} wide />
        ))}
      </div>
      {(mayEdit || filled > 0) && (
        <Button
          kind="quiet"
          size="small"
          className={joinClasses('fields-more', isHiddenLit && 'lit')}
          aria-expanded={isOpen}
          icon={isOpen ? <ChevronUp size={13} aria-hidden="true" /> : <ChevronDown size={13} aria-hidden="true" />}
          onClick={() => {
            wasOpen = !isOpen;
            setOpen(wasOpen);
          }}
        >
          {isOpen ? t('fewerFields') : t('moreFields', { count: filled })}
        </Button>
      )}
    </div>
  );
}

function OneField({ name, ...rest }: { readonly name: ShotFieldName; readonly wide?: boolean } & ShotFieldsFormProps) {
  const { kind } = SHOT_FIELDS[name];
  if (kind === 'code') return <CodeField field={name as 'size'} {...rest} />;
  if (kind === 'number') return <NumberField field={name as 'focalMm'} {...rest} />;
  return <TextField field={name as 'action'} {...rest} />;
}
