'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field } from '../../ui/Field.tsx';

export interface DeleteDialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** What is to be deleted; it has to be typed. */
  readonly name: string;
  /** What will happen. */
  readonly lead: string;
  readonly busy: boolean;
  readonly onDelete: () => void;
}

/** Says what will go, and asks for the name, so that nothing is deleted by a slip. */
export function DeleteDialog({ open, onOpenChange, name, lead, busy, onDelete }: DeleteDialogProps) {
  const t = useTranslations('settings');
  const [typed, setTyped] = useState('');
  const close = (next: boolean) => {
    setTyped('');
    onOpenChange(next);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={close}
      title={t('deleteTitle', { name })}
      lead={lead}
      footer={
        <>
          <Button onClick={() => close(false)}>{t('keep')}</Button>
          <Button kind="danger" busy={busy} disabled={typed.trim() !== name.trim()} onClick={onDelete}>
            {t('deleteDo')}
          </Button>
        </>
      }
    >
      <Field
        label={t('typeName', { name })}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Dialog>
  );
}
