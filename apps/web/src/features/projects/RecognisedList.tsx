'use client';
import { ELEMENT_CHOICES, type PreviewView } from '@tramline/wire';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { Segment } from '../../ui/Segment.tsx';
import { StateGlyph } from '../../ui/StateGlyph.tsx';
import type { Corrections } from './corrections.ts';

/** So many rows are drawn at first, and more on demand: a film has thousands. */
const ROWS = 150;

export interface RecognisedListProps {
  readonly preview: PreviewView;
  readonly corrections: Corrections;
  readonly onCorrect: (corrections: Corrections) => void;
}

/** What each line was taken for, those that should be looked at first; a kind can be changed, a line left out or taken back. */
export function RecognisedList({ preview, corrections, onCorrect }: RecognisedListProps) {
  const t = useTranslations('preview');
  const unsure = preview.elements.flatMap(({ confidence }, at) => (confidence === 'sure' ? [] : at));
  const [shown, setShown] = useState<'unsure' | 'all' | 'dropped'>(unsure.length > 0 ? 'unsure' : 'all');
  const [most, setMost] = useState(ROWS);
  const places = shown === 'all' ? preview.elements.map((_, at) => at) : unsure;
  const scenes = preview.elements.filter(({ type }) => type === 'heading').length;
  const speeches = preview.elements.filter(({ type }) => type === 'character').length;
  return (
    <section className="recognised" aria-label={t('title')}>
      <p className="sec num">{t('found', { scenes, speeches, elements: preview.elements.length })}</p>
      <Segment
        label={t('show')}
        value={shown}
        options={(['unsure', 'all', 'dropped'] as const).map((value) => ({
          value,
          label: t(`shows.${value}`, {
            count: { unsure: unsure.length, all: preview.elements.length, dropped: preview.dropped.length }[value],
          }),
        }))}
        onPick={(value) => {
          setShown(value);
          setMost(ROWS);
        }}
      />
      <ol className="recognised-rows" aria-label={t('title')}>
        {shown === 'dropped'
          ? preview.dropped.slice(0, most).map(({ text, reason }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a preview's lines have no other name than their place
              <li key={at} className="recognised-row">
                <Button size="small" onClick={() => onCorrect(corrections.restore(at))}>
                  {t(corrections.isRestored(at) ? 'leaveOut' : 'takeBack')}
                </Button>
                <span className="grow clip">{text}</span>
                <small className="mut">{t(`dropped.${reason}`)}</small>
              </li>
            ))
          : places
              .slice(0, most)
              .map((at) => (
                <RecognisedRow
                  key={at}
                  element={preview.elements[at]!}
                  type={corrections.typeOf(at)}
                  onType={(type) => onCorrect(corrections.setType(at, type))}
                />
              ))}
      </ol>
      {(shown === 'dropped' ? preview.dropped.length : places.length) > most && (
        <Button size="small" onClick={() => setMost(most + 4 * ROWS)}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}

interface RecognisedRowProps {
  readonly element: PreviewView['elements'][number];
  /** What a person chose; undefined where nothing was changed. */
  readonly type: (typeof ELEMENT_CHOICES)[number] | null | undefined;
  readonly onType: (type: (typeof ELEMENT_CHOICES)[number] | null) => void;
}

const LEFT_OUT = 'leftOut' as const;

function RecognisedRow({ element, type, onType }: RecognisedRowProps) {
  const t = useTranslations('preview');
  const names = useTranslations('script');
  const value = type === undefined ? element.type : (type ?? LEFT_OUT);
  return (
    <li className={type === null ? 'recognised-row gone' : 'recognised-row'}>
      <Select
        label={t('kindOf', { words: element.text.slice(0, 40) })}
        hideLabel
        small
        value={value}
        options={[...(element.type === 'pageBreak' ? (['pageBreak'] as const) : []), ...ELEMENT_CHOICES, LEFT_OUT].map(
          (choice) => ({
            value: choice,
            label: choice === LEFT_OUT ? t('leftOut') : names('elementType', { type: choice }),
          }),
        )}
        onPick={(choice) => choice !== 'pageBreak' && onType(choice === LEFT_OUT ? null : choice)}
      />
      <span className="grow words">
        {element.number && <b className="num">{element.number} </b>}
        {element.text}
      </span>
      {element.confidence !== 'sure' && type === undefined && (
        <small className="mut row g4">
          {element.confidence === 'guess' && <StateGlyph state="unknown" size={10} />}
          {t(`confidence.${element.confidence}`)}
        </small>
      )}
    </li>
  );
}
