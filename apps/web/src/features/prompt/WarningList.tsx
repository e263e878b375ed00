'use client';
import type { CompiledPrompt, PromptField, PromptWarning } from '@tramline/shots';
import { ClockAlert, Info, OctagonAlert, Scissors, TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { joinClasses } from '../../ui/joinClasses.ts';
import { useSourceName } from './PhraseLine.tsx';

function iconOf({ code, weight }: PromptWarning) {
  if (weight === 'error') return OctagonAlert;
  if (code === 'length.dropped' || code === 'avoid.dropped') return Scissors;
  if (code.startsWith('duration.') || code.startsWith('dialogue.raised')) return ClockAlert;
  return weight === 'note' ? Info : TriangleAlert;
}

/** What the compiler noticed, in words; what must be mended is red and says so. */
export function WarningList({ prompt }: { readonly prompt: CompiledPrompt }) {
  const t = useTranslations('prompt');
  const nameOf = useSourceName();
  if (prompt.warnings.length === 0) return null;
  return (
    <ul className="warns" aria-label={t('warnings')}>
      {prompt.warnings.map((warning) => {
        const Icon = iconOf(warning);
        const { field, ...facts } = warning.facts;
        const words = t(`warning.${warning.code}` as 'warning.action.empty', {
          ...facts,
          ...(field === undefined ? {} : { field: nameOf(String(field) as PromptField) }),
        });
        return (
          <li
            key={`${warning.code} ${JSON.stringify(warning.facts)}`}
            className={joinClasses(warning.weight === 'error' && 'bad')}
          >
            <Icon className="i" size={13} aria-hidden="true" />
            <span>
              {warning.weight === 'error' && <b>{t('weight.error')}: </b>}
              {words}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
