'use client';
import type { Role } from '@tramline/wire';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Field, Select } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { useFailureWords } from '../shell/FailureState.tsx';
import { CopyField } from './CopyField.tsx';
import { rolesToGive } from './MemberRow.tsx';
import { useMemberChanges } from './memberQueries.ts';

export interface InviteDialogProps {
  readonly projectId: string;
  readonly myRole: Role;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

const DAYS = ['1', '7', '30'] as const;

/** Makes an invitation and shows its link, which is told only this once. */
export function InviteDialog({ projectId, myRole, open, onOpenChange }: InviteDialogProps) {
  const t = useTranslations('members');
  const words = useFailureWords();
  const { invite } = useMemberChanges(projectId);
  const [role, setRole] = useState<Role>('writer');
  const [days, setDays] = useState<(typeof DAYS)[number]>('7');
  const [email, setEmail] = useState('');
  const close = (next: boolean) => {
    if (!next) {
      invite.reset();
      setEmail('');
    }
    onOpenChange(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate({ role, days: Number(days), ...(email.trim() && { email: email.trim() }) });
  };
  const made = invite.data;
  if (made) {
    return (
      <Dialog open={open} onOpenChange={close} title={t('linkTitle')} lead={t('linkLead')}>
        <CopyField label={t('link')} value={made.link} />
        <div className="row modal-foot">
          <Button kind="primary" onClick={() => close(false)}>
            {t('done')}
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog open={open} onOpenChange={close} title={t('inviteTitle')} lead={t('inviteLead')}>
      <form id="invite-form" className="grid gap-3" onSubmit={submit}>
        {invite.error && (
          <Note state="changes" live>
            {words(invite.error)}
          </Note>
        )}
        <div className="grid grid-cols-2 gap-3">
          <Select
            label={t('role')}
            value={role}
            options={rolesToGive(myRole).map((value) => ({ value, label: t(`roles.${value}`) }))}
            onPick={setRole}
          />
          <Select
            label={t('goodFor')}
            value={days}
            options={DAYS.map((value) => ({ value, label: t('days', { count: Number(value) }) }))}
            onPick={setDays}
          />
        </div>
        <Field
          label={t('onlyFor')}
          hint={t('onlyForHint')}
          type="email"
          autoComplete="off"
          maxLength={254}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
      </form>
      <div className="row modal-foot">
        <Button onClick={() => close(false)}>{t('cancel')}</Button>
        <Button type="submit" form="invite-form" kind="primary" busy={invite.isPending}>
          {t('makeLink')}
        </Button>
      </div>
    </Dialog>
  );
}
