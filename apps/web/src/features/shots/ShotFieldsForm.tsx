'use client';
import { SHOT_FIELDS, type ShotFieldName, type ShotFields } from '@tramline/shots';
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { CodeField } from './CodeField.tsx';
import { NumberField } from './NumberField.tsx';
import { TextField } from './TextField.tsx';

/** What is there without asking; the rest as soon as it says something, or on demand. */
const FIRST: readonly ShotFieldName[] = [
  'size',
  'angle',
  'movement',
  'focalMm',
  'subjects',
  'durationFrames',
  'light',
  'action',
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
const WIDE: readonly ShotFieldName[] = ['action', 'look', 'sound', 'keep', 'avoid', 'notes'];

export interface ShotFieldsFormProps {
  readonly shotId: string;
  readonly fields: ShotFields;
  readonly mayEdit: boolean;
}

/** The fields of a shot, edited by several people at once. */
export function ShotFieldsForm({ shotId, fields, mayEdit }: ShotFieldsFormProps) {
  const t = useTranslations('shots');
  const [isOpen, setOpen] = useState(false);
  // A field that has shown itself stays while the shot is open: it must not vanish under a caret when its last word goes.
  const [shown, setShown] = useState<ReadonlySet<ShotFieldName>>(new Set());
  const lit = useWorkspaceFocus((state) => state.litField) as ShotFieldName | null;
  useEffect(() => {
    const saying = FURTHER.filter((name) => fields[name] !== undefined && fields[name] !== '');
    setShown((before) => (saying.every((name) => before.has(name)) ? before : new Set([...before, ...saying])));
  }, [fields]);
  const further = FURTHER.filter((name) => isOpen || shown.has(name) || name === lit);
  const all = [...FIRST, ...further];
  const narrow = all.filter((name) => !WIDE.includes(name));
  const wide = all.filter((name) => WIDE.includes(name));
  const hidden = FURTHER.length - further.length;
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
      {mayEdit && (hidden > 0 || isOpen) && (
        <Button
          kind="quiet"
          size="small"
          className="fields-more"
          aria-expanded={isOpen}
          icon={isOpen ? <ChevronUp size={13} aria-hidden="true" /> : <ChevronDown size={13} aria-hidden="true" />}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'fewerFields' : 'moreFields')}
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
