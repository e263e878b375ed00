'use client';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextArea } from '../../ui/Field.tsx';

export interface RequestFormProps {
  readonly busy: boolean;
  readonly onSend: (note: string) => void;
  readonly onCancel: () => void;
}

/** A request for changes says what should change; without a note it is not sent. Words stay in the box when sending fails. */
export function RequestForm({ busy, onSend, onCancel }: RequestFormProps) {
  const t = useTranslations('approvals');
  const [note, setNote] = useState('');
  const [isMissing, setMissing] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);
  const send = (): void => {
    if (note.trim() === '') {
      setMissing(true);
      box.current?.focus();
    } else onSend(note.trim());
  };
  return (
    <form
      className="request-form"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.stopPropagation();
          onCancel();
        } else if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) send();
      }}
    >
      <TextArea
        ref={box}
        label={t('noteLabel')}
        value={note}
        rows={2}
        maxLength={4000}
        wrong={isMissing && note.trim() === '' ? t('noteNeeded') : undefined}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className="row">
        <Button type="submit" kind="request" busy={busy}>
          {t('sendRequest')}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
