'use client';
import { type CompiledPrompt, diffText, readApprovedContent } from '@tramline/shots';
import { useTranslations } from 'next-intl';
import { type CSSProperties, useMemo } from 'react';
import { lineColour } from '../../ui/ShotLabel.tsx';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { CopyPrompt } from './CopyPrompt.tsx';
import { PhraseLine } from './PhraseLine.tsx';
import { PromptChoice } from './PromptChoice.tsx';
import { addedStretches, type Stretch } from './promptPhrases.ts';
import { WarningList } from './WarningList.tsx';

/** What a model is told for a shot, every phrase tied to its field and its words. */
export function PromptPreview({ shot, mayEdit }: { readonly shot: ShotView; readonly mayEdit: boolean }) {
  const t = useTranslations('prompt');
  const { prompt } = shot;
  const changed = useChanged(shot);
  const isOver = prompt.length.used > prompt.length.max;
  return (
    <section className="blk" aria-label={t('title')} style={{ '--line': lineColour(shot.hue) } as CSSProperties}>
      <div className="bh">
        <h3>{t('title')}</h3>
        <PromptChoice shot={shot} mayEdit={mayEdit} />
        <span className="grow" />
        <small className={isOver ? 'num bad' : 'num'}>
          {t('length', { used: prompt.length.used, max: prompt.length.max, unit: prompt.length.unit })}
        </small>
        <CopyPrompt prompt={prompt} />
      </div>
      <div className="prompt" lang={prompt.language === 'zh' ? 'zh-CN' : 'en'}>
        {prompt.text === '' ? (
          <span className="mut" lang="">
            {t('empty')}
          </span>
        ) : (
          <PhraseLine shot={shot} part="text" label={t('text')} changed={changed.text} />
        )}
        {prompt.dropped.map(({ field, text }) => (
          <s key={`${field} ${text}`} className="drop" title={t('dropped', { text })}>
            {text}
          </s>
        ))}
        {prompt.negative !== '' && (
          <p className="prompt-negative">
            <span className="cap">{t('negative')}</span>{' '}
            <PhraseLine shot={shot} part="negative" label={t('negative')} changed={changed.negative} />
          </p>
        )}
      </div>
      <Parameters prompt={prompt} />
      <WarningList prompt={prompt} />
    </section>
  );
}

/** Where the prompt says something else than when it was approved. */
function useChanged(shot: ShotView): { readonly text: readonly Stretch[]; readonly negative: readonly Stretch[] } {
  const status = shot.gates.prompt;
  const since = status.state === 'stale' ? status.since : undefined;
  const { text, negative } = shot.prompt;
  return useMemo(() => {
    const seen = since ? readApprovedContent(since.content).prompt : undefined;
    const added = (before: string | undefined, now: string): readonly Stretch[] =>
      before === undefined
        ? []
        : addedStretches(diffText(before, now).map((segment) => ({ kind: segment.op, text: segment.text })));
    return { text: added(seen?.text, text), negative: added(seen?.negative, negative) };
  }, [since, text, negative]);
}

/** The parameters that stand for themselves; the model has its own control. */
const SHOWN = ['durationSeconds', 'aspect', 'audio'] as const;

function Parameters({ prompt }: { readonly prompt: CompiledPrompt }) {
  const t = useTranslations('prompt');
  return (
    <ul className="row parameters" aria-label={t('parameters')}>
      {SHOWN.flatMap((name) => {
        const value = prompt.parameters[name];
        return value === undefined
          ? []
          : [
              <li key={name} className="chip num">
                {t(`parameter.${name}`, { value: String(value) })}
              </li>,
            ];
      })}
    </ul>
  );
}
