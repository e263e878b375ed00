'use client';
import { LANGUAGES, labelOfCode, MODEL_IDS, MODELS } from '@tramline/shots';
import { ChevronDown } from 'lucide-react';
import { useLocale, useTranslations } from 'next-intl';
import { writeField } from '../shots/shotEdits.ts';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace } from '../workspace/useWorkspace.ts';

/** The language's own name, the same on every screen. */
const LANGUAGE_NAMES = { en: 'English', zh: '中文' } as const;

/** For which model and in which language the prompt is compiled. Who may not edit reads them. */
export function PromptChoice({ shot, mayEdit }: { readonly shot: ShotView; readonly mayEdit: boolean }) {
  const t = useTranslations('prompt');
  const locale = useLocale() === 'zh' ? 'zh' : 'en';
  const { shotsRoom } = useWorkspace();
  const { model, language } = shot.prompt;
  const modelName = labelOfCode('model', model, locale);
  if (!mayEdit)
    return (
      <>
        <span className="chip out">{modelName}</span>
        <span className="chip out">{LANGUAGE_NAMES[language]}</span>
      </>
    );
  return (
    <>
      <Choice
        label={t('model')}
        value={model}
        options={MODEL_IDS.filter((id) => id === model || (MODELS[id].status as string) !== 'retired').map((id) => ({
          value: id,
          label: MODELS[id].label[locale],
        }))}
        onPick={(next) => writeField(shotsRoom.doc, shot.id, 'model', next)}
      />
      <Choice
        label={t('language')}
        value={language}
        options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
        onPick={(next) => writeField(shotsRoom.doc, shot.id, 'promptLanguage', next)}
      />
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly onPick: (value: string) => void;
}

function Choice({ label, value, options, onPick }: ChoiceProps) {
  return (
    <span className="chip out choice">
      <select aria-label={label} value={value} onChange={(event) => onPick(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown className="i" size={11} aria-hidden="true" />
    </span>
  );
}
