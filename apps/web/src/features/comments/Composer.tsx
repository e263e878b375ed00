'use client';
import { ArrowUp } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { BusyRing } from '../../ui/Button.tsx';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { findMentioned, type OpenMention, readMentions, readOpenMention, writeMention } from './mention.ts';
import type { CallOutcome } from './requestJson.ts';
import { useFailureWords } from './useFailureWords.ts';

export interface ComposerProps {
  /** Names the box among all boxes: what was not sent is kept under it. */
  readonly draftKey: string;
  /** The accessible name of the box. */
  readonly label: string;
  readonly placeholder: string;
  /** Words that are there at first, for an edit. */
  readonly initial?: string;
  readonly autoFocus?: boolean;
  /** Over the box: what the comment will hang on. */
  readonly above?: ReactNode;
  readonly onSend: (body: string, mentions: readonly string[]) => Promise<CallOutcome<unknown>>;
  readonly onCancel?: () => void;
  readonly onFocus?: () => void;
}

/** A box for a comment. `@` offers the members; ⌘/Ctrl+Enter sends; words that could not be sent stay in the box. */
export function Composer({
  draftKey,
  label,
  placeholder,
  initial = '',
  autoFocus,
  above,
  onSend,
  onCancel,
  onFocus,
}: ComposerProps) {
  const t = useTranslations('comments');
  const { project, comments } = useWorkspace();
  const failureWords = useFailureWords();
  const [words, setWords] = useState(() => comments.readDraft(draftKey) || initial);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const mention = useMention(words, project.members);
  const listId = useId();

  useEffect(() => {
    setWords(comments.readDraft(draftKey) || initial);
    setFailure(null);
  }, [draftKey, comments, initial]);
  useEffect(() => {
    if (autoFocus) box.current?.focus();
  }, [autoFocus]);

  const change = (next: string, caret: number): void => {
    setWords(next);
    comments.keepDraft(draftKey, next === initial ? '' : next);
    mention.read(next, caret);
  };
  const pick = (name: string): void => {
    if (!mention.open) return;
    const written = writeMention(words, mention.open, name);
    change(written.words, written.caret);
    mention.close();
    requestAnimationFrame(() => box.current?.setSelectionRange(written.caret, written.caret));
  };
  const send = async (): Promise<void> => {
    const body = words.trim();
    if (body === '' || isSending) return;
    setSending(true);
    setFailure(null);
    setWords('');
    const outcome = await onSend(body, readMentions(body, project.members));
    setSending(false);
    if (outcome.ok) return comments.keepDraft(draftKey, '');
    setFailure(failureWords(outcome));
    setWords((typedMeanwhile) => (typedMeanwhile === '' ? words : `${words}\n${typedMeanwhile}`));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (mention.onKey(event, pick)) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) {
      event.preventDefault();
      void send();
    } else if (event.key === 'Escape' && onCancel) {
      event.stopPropagation();
      onCancel();
    }
  };

  return (
    <form
      className="composer"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {above}
      <div className="composer-box fld area">
        <textarea
          ref={box}
          rows={1}
          value={words}
          placeholder={placeholder}
          aria-label={label}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={mention.found.length > 0 ? `${listId}-${mention.at}` : undefined}
          onChange={(event) => change(event.target.value, event.target.selectionEnd)}
          onSelect={(event) => mention.read(words, event.currentTarget.selectionEnd)}
          onKeyDown={onKeyDown}
          onFocus={onFocus}
          onBlur={mention.close}
        />
        <button
          type="submit"
          className="btn pri composer-send"
          aria-label={t('send')}
          title={t('send')}
          disabled={words.trim() === ''}
        >
          {isSending ? <BusyRing /> : <ArrowUp size={14} aria-hidden="true" />}
        </button>
      </div>
      <div
        id={listId}
        className="menu mention-list"
        role="listbox"
        aria-label={t('members')}
        hidden={mention.found.length === 0}
      >
        {mention.found.map((member, at) => (
          <div
            key={member.id}
            id={`${listId}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === mention.at}
            className="menu-item"
            data-highlighted={at === mention.at || undefined}
            onPointerDown={(event) => {
              event.preventDefault();
              pick(member.name);
            }}
          >
            <Avatar person={member} size="small" decorative />
            {member.name}
          </div>
        ))}
      </div>
      {failure && (
        <p className="bad composer-failure" role="alert">
          {t('notSent')} {failure}
        </p>
      )}
      {onCancel && (
        <button type="button" className="btn sm gh composer-cancel" onClick={onCancel}>
          {t('cancel')}
        </button>
      )}
    </form>
  );
}

/** The list of members under the caret while a mention is being typed. */
function useMention(words: string, members: Parameters<typeof findMentioned>[0]) {
  const [open, setOpen] = useState<OpenMention | undefined>();
  const [at, setAt] = useState(0);
  const found = open ? findMentioned(members, open.query) : [];
  return {
    open,
    at: Math.min(at, Math.max(0, found.length - 1)),
    found,
    read(next: string, caret: number) {
      setOpen(readOpenMention(next, caret));
      if (next !== words) setAt(0);
    },
    close: () => setOpen(undefined),
    onKey(event: KeyboardEvent, pick: (name: string) => void): boolean {
      if (found.length === 0) return false;
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      const isPick = (event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab';
      if (step === 0 && !isPick && event.key !== 'Escape') return false;
      event.preventDefault();
      event.stopPropagation();
      if (step !== 0) setAt((now) => (Math.min(now, found.length - 1) + step + found.length) % found.length);
      else if (isPick) pick(found[Math.min(at, found.length - 1)]!.name);
      else setOpen(undefined);
      return true;
    },
  };
}
