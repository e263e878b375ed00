'use client';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import { type Entered, enterWithPassword, enterWithSingleSignOn } from './enter.ts';
import { type Registered, register } from './register.ts';
import type { SignInOptions } from './signInOptions.ts';

export interface AccountFormProps {
  readonly options: SignInOptions;
  readonly to: string;
  readonly hasFailed: boolean;
  /** The token of an invitation: the form makes an account, which joins the project at once. */
  readonly invitation?: string;
  /** Filled in beforehand. */
  readonly email?: string | undefined;
}

type Failure = Exclude<Entered, 'in'> | Exclude<Registered, 'done'>;

/** Sign in with an account, or make one where that is open. Errors do not tell which part was wrong. */
export function AccountForm({ options, to, hasFailed, invitation, email }: AccountFormProps) {
  const t = useTranslations('signIn');
  const [isNew, setNew] = useState(invitation !== undefined);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(hasFailed ? 'refused' : null);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? '').trim();
    const password = String(form.get('password') ?? '');
    setBusy(true);
    setFailure(null);
    const registered = isNew
      ? await register({ name: read('name'), email: read('email'), password, ...(invitation && { invitation }) })
      : 'done';
    const outcome = registered === 'done' ? await enterWithPassword(read('email'), password) : registered;
    if (outcome === 'in') return location.assign(to);
    setFailure(outcome);
    setBusy(false);
  };

  return (
    <form className="sf" method="post" onSubmit={submit}>
      {options.demo.length > 0 && (
        <div className="or">
          <span>{t('orAccount')}</span>
        </div>
      )}
      {failure && (
        <Note state="changes" live>
          {t(`failed.${failure}`)}
        </Note>
      )}
      {isNew && <Field label={t('name')} name="name" autoComplete="name" required maxLength={200} />}
      <Field
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        required
        maxLength={254}
        defaultValue={email}
      />
      <Field
        label={t('password')}
        name="password"
        type="password"
        autoComplete={isNew ? 'new-password' : 'current-password'}
        required
        minLength={isNew ? 10 : undefined}
        maxLength={200}
        hint={isNew ? t('passwordHint') : undefined}
      />
      <Button type="submit" kind="primary" size="large" busy={isBusy}>
        {isNew ? t('register') : t('signIn')}
      </Button>
      {options.singleSignOn && (
        <Button size="large" icon={<KeyRound size={15} aria-hidden="true" />} onClick={() => enterWithSingleSignOn(to)}>
          {t('singleSignOn', { name: options.singleSignOn })}
        </Button>
      )}
      {options.mayRegister && !invitation && (
        <Button kind="quiet" onClick={() => setNew(!isNew)}>
          {isNew ? t('haveAccount') : t('noAccount')}
        </Button>
      )}
    </form>
  );
}
