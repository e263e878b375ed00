'use client';
import { changePageChoices, openScript, type PageChoices, readPageChoices } from '@tramline/collab';
import { profiles } from '@tramline/screenplay';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { useRoom, useWorkspace } from '../workspace/useWorkspace.ts';
import { usePage } from './usePage.ts';
import { useSettings } from './useSettings.ts';

const LONGEST_WORDS = 40;
const MINUTE = { least: 50, most: 2000 } as const;

/** How the script is paginated. What is chosen holds for everybody at once, and is undone by choosing again. */
export function PageSetup() {
  const t = useTranslations('pageSetup');
  const { page, scriptRoom, script } = useWorkspace();
  const isOpen = usePage((state) => state.isSetupOpen);
  const mayEdit = useRoom(scriptRoom, (room) => room.mode === 'edit');
  const document = openScript(scriptRoom.doc);
  const choices = useSettings(document.settings, (settings) => readPageChoices(settings, script.language));
  const change = (next: Partial<PageChoices>): void => changePageChoices(document, next);
  const close = (): void => page.set({ isSetupOpen: false });
  return (
    <Dialog open={isOpen} onOpenChange={(open) => open || close()} title={t('title')} lead={t('lead')}>
      <div className="grid gap-3">
        <Select
          label={t('profile')}
          hint={t(`profileHint.${choices.profile}`)}
          value={choices.profile}
          disabled={!mayEdit}
          options={profiles.map(({ name }) => ({ value: name, label: t(`profiles.${name}`) }))}
          onPick={(profile) => change({ profile })}
        />
        <Checkbox
          label={t('sentences')}
          hint={t('sentencesHint')}
          checked={choices.splitAtSentences}
          disabled={!mayEdit}
          onCheck={(splitAtSentences) => change({ splitAtSentences })}
        />
        <Checkbox
          label={t('continueds')}
          hint={t('continuedsHint')}
          checked={choices.continueds}
          disabled={!mayEdit}
          onCheck={(continueds) => change({ continueds })}
        />
        <div className="grid grid-cols-2 gap-3">
          <WordsField label={t('more')} value={choices.more} mayEdit={mayEdit} onWords={(more) => change({ more })} />
          <WordsField
            label={t('contd')}
            value={choices.contd}
            mayEdit={mayEdit}
            onWords={(contd) => change({ contd })}
          />
        </div>
        {script.language === 'zh' && (
          <Field
            label={t('minute')}
            hint={t('minuteHint')}
            type="number"
            min={MINUTE.least}
            max={MINUTE.most}
            readOnly={!mayEdit}
            defaultValue={choices.charactersPerMinute}
            onChange={({ target }) => {
              const value = target.valueAsNumber;
              if (value >= MINUTE.least && value <= MINUTE.most) change({ charactersPerMinute: Math.round(value) });
            }}
          />
        )}
      </div>
      <div className="row modal-foot">
        <Button kind="primary" onClick={close}>
          {t('done')}
        </Button>
      </div>
    </Dialog>
  );
}

/** Words that pages add; they are taken when the field is left, so that nobody's pages flicker while one types. */
function WordsField({
  label,
  value,
  mayEdit,
  onWords,
}: {
  readonly label: string;
  readonly value: string;
  readonly mayEdit: boolean;
  readonly onWords: (words: string) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = (): void => {
    if (typed !== null && typed.trim() !== value) onWords(typed.trim());
    setTyped(null);
  };
  return (
    <Field
      label={label}
      value={typed ?? value}
      maxLength={LONGEST_WORDS}
      readOnly={!mayEdit}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === 'Enter' && take()}
    />
  );
}
