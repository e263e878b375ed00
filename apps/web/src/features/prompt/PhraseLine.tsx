'use client';
import { type PromptField, type PromptSource, SHOT_FIELDS } from '@tramline/shots';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { joinClasses } from '../../ui/joinClasses.ts';
import type { ShotView } from '../workspace/model/workspaceModel.ts';
import { useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { type PromptPhrase, readPhrases, type Stretch } from './promptPhrases.ts';

export interface PhraseLineProps {
  readonly shot: ShotView;
  readonly part: PromptSource['in'];
  readonly label: string;
  readonly changed: readonly Stretch[];
}

/**
 * The phrases of a prompt. Pointing at one, or moving to it by the arrow keys, lights its field and its words; Enter or a press goes
 * to the field. The line is one stop of the Tab key.
 */
export function PhraseLine({ shot, part, label, changed }: PhraseLineProps) {
  const phrases = useMemo(() => readPhrases(shot.prompt, part, changed), [shot.prompt, part, changed]);
  const line = useRef<HTMLSpanElement>(null);
  const [stop, setStop] = useState(0);
  const sourced = phrases.filter(({ source }) => source !== null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step =
      event.key === 'ArrowRight' || event.key === 'ArrowDown'
        ? 1
        : event.key === 'ArrowLeft' || event.key === 'ArrowUp'
          ? -1
          : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(sourced.length - 1, Math.max(0, stop + step));
    setStop(next);
    line.current?.querySelectorAll<HTMLElement>('[data-phrase]')[next]?.focus();
  };
  let place = -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <span ref={line} role="group" aria-label={label} onKeyDown={onKeyDown}>
      {phrases.map((phrase) => {
        if (!phrase.source) return <Pieces key={phrase.start} phrase={phrase} />;
        place++;
        const at = place;
        return (
          <Phrase
            key={phrase.start}
            phrase={phrase}
            source={phrase.source}
            shot={shot}
            isStop={at === Math.min(stop, sourced.length - 1)}
            onFocus={() => setStop(at)}
          />
        );
      })}
    </span>
  );
}

/** Puts the focus into a field of the card; a field that is folded away is unfolded first. */
function goToField(shotId: string, field: string | undefined): void {
  const card = document.querySelector<HTMLElement>(`[data-shot-card="${CSS.escape(shotId)}"]`);
  const box = () => card?.querySelector<HTMLElement>(`[data-field="${field}"] .fv`);
  const there = box();
  if (there) {
    there.focus();
    return;
  }
  if (!field || !Object.hasOwn(SHOT_FIELDS, field)) return;
  card?.querySelector<HTMLElement>('.fields-more[aria-expanded="false"]')?.click();
  requestAnimationFrame(() => box()?.focus());
}

function Phrase({
  phrase,
  source,
  shot,
  isStop,
  onFocus,
}: {
  readonly phrase: PromptPhrase;
  readonly source: PromptSource;
  readonly shot: ShotView;
  readonly isStop: boolean;
  readonly onFocus: () => void;
}) {
  const t = useTranslations('prompt');
  const nameOf = useSourceName();
  const { focus } = useWorkspace();
  const { field, words } = source;
  const isLit = useWorkspaceFocus(
    (state) => field !== undefined && state.litField === field && (state.litShotId ?? state.selectedShotId) === shot.id,
  );
  const light = (isOn: boolean): void =>
    focus.set(isOn ? { litShotId: shot.id, litField: field ?? null } : { litShotId: null, litField: null });
  const text = phrase.pieces.map((piece) => piece.text).join('');
  const go = (): void => goToField(shot.id, field);
  return (
    // A button cannot break across lines as words do.
    // biome-ignore lint/a11y/useSemanticElements: see above
    <span
      className={joinClasses('p', words && 'hot', isLit && 'lit')}
      role="button"
      tabIndex={isStop ? 0 : -1}
      data-phrase={field}
      aria-label={field ? t('goTo', { text, field: nameOf(field) }) : undefined}
      onPointerEnter={() => light(true)}
      onPointerLeave={() => light(false)}
      onFocus={() => {
        onFocus();
        light(true);
      }}
      onBlur={() => light(false)}
      onClick={go}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        go();
      }}
    >
      <Pieces phrase={phrase} />
    </span>
  );
}

function Pieces({ phrase }: { readonly phrase: PromptPhrase }) {
  return phrase.pieces.map(({ text, isChanged }, at) =>
    // Pieces are made anew with the phrase and have no identity.
    // biome-ignore lint/suspicious/noArrayIndexKey: see above
    isChanged ? <u key={at}>{text}</u> : <span key={at}>{text}</span>,
  );
}

/** What a phrase comes from, in the person's language. */
export function useSourceName(): (field: PromptField) => string {
  const sources = useTranslations('prompt.source');
  const fields = useTranslations('shots.field');
  return (field) => (field === 'dialogue' || field === 'scene' ? sources(field) : fields(field));
}
