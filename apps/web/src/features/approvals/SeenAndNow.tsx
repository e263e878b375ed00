'use client';
import {
  type ApprovedContent,
  type ComponentName,
  type ContentDifference,
  diffContent,
  labelOfCode,
  SHOT_FIELDS,
  type ShotFieldName,
} from '@tramline/shots';
import { useLocale, useTranslations } from 'next-intl';
import { StateGlyph } from '../../ui/StateGlyph.tsx';
import { WordDifference } from './WordDifference.tsx';

export interface SeenAndNowProps {
  readonly seen: ApprovedContent;
  readonly now: ApprovedContent;
  /** Over the left column. */
  readonly seenTitle: string;
}

const isField = (name: string): name is ShotFieldName => Object.hasOwn(SHOT_FIELDS, name);

/** What was seen beside what is there now: a row for every difference, and one for every part that is the same. */
export function SeenAndNow({ seen, now, seenTitle }: SeenAndNowProps) {
  const t = useTranslations('approvals');
  const differences = diffContent(seen, now);
  const parts = (['words', 'shot', 'prompt'] as const).filter(
    (name) => seen[name] !== undefined || now[name] !== undefined,
  );
  return (
    <div className="cft">
      <div className="cfh">
        <span />
        <span>{seenTitle}</span>
        <span>{t('conflict.now')}</span>
      </div>
      {parts.map((name) => {
        const changed = differences.filter(({ component }) => component === name);
        return changed.length > 0 ? (
          changed.map((difference, at) => (
            // Differences are made anew from the two contents and have no identity.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            <DifferenceRow key={`${name} ${at}`} difference={difference} />
          ))
        ) : (
          <SameRow key={name} name={name} />
        );
      })}
    </div>
  );
}

function SameRow({ name }: { readonly name: ComponentName }) {
  const t = useTranslations('approvals');
  return (
    <div>
      <span className="row">
        <StateGlyph state="approved" label={t('same')} />
        <b>{t(`component.${name}`)}</b>
      </span>
      <p className="mut">{t('same')}</p>
      <p className="mut">{t('same')}</p>
    </div>
  );
}

function DifferenceRow({ difference }: { readonly difference: ContentDifference }) {
  const t = useTranslations('approvals');
  const nameOf = useDifferenceName();
  return (
    <div>
      <span className="row">
        <StateGlyph state="stale" label={t('changed')} />
        <b>{nameOf(difference)}</b>
      </span>
      <Side difference={difference} side="seen" />
      <Side difference={difference} side="now" />
    </div>
  );
}

function Side({ difference, side }: { readonly difference: ContentDifference; readonly side: 'seen' | 'now' }) {
  const t = useTranslations('approvals');
  const locale = useLocale();
  const { component, field, segments } = difference;
  const value = difference[side];
  if (value === null || value === '') return <p className="mut">{t('nothing')}</p>;
  if (component === 'shot' && isField(field) && SHOT_FIELDS[field].kind !== 'text') {
    const label =
      SHOT_FIELDS[field].kind === 'code' ? labelOfCode(field as 'size', value, locale === 'zh' ? 'zh' : 'en') : value;
    return <p className="num">{side === 'seen' ? <del>{label}</del> : <ins>{label}</ins>}</p>;
  }
  return <WordDifference segments={segments} side={side} />;
}

/** What a difference is in: the words of a speech, a field, a part of the prompt. */
export function useDifferenceName(): (difference: ContentDifference) => string {
  const t = useTranslations('approvals');
  const fields = useTranslations('shots.field');
  return ({ component, field, cue }) => {
    if (component === 'shot' && isField(field)) return fields(field);
    if (component === 'words' && cue !== undefined && cue !== '') return cue;
    if (component === 'prompt' && field === 'negative') return t('negative');
    return t(`component.${component}`);
  };
}
