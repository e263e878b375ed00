'use client';
import { KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Note } from '../../ui/Note.tsx';
import type { FailureCode } from '../shell/askApi.ts';
import { enterWithPassword, enterWithSingleSignOn, register } from './enter.ts';
import type { SignInOptions } from './signInOptions.ts';

export interface AccountFormProps {
  readonly options: SignInOptions;
  readonly to: string;
  /** Why the last try came back refused, for instance from single sign-on. */
  readonly refusal: FailureCode | null;
  /** The token of an invitation: the form makes an account, which joins the project at once. */
  readonly invitation?: string;
  /** Filled in beforehand. */
  readonly email?: string | undefined;
}

/** Sign in with an account, or make one where that is open. Errors do not tell which part was wrong. */
export function AccountForm({ options, to, refusal, invitation, email: given }: AccountFormProps) {
  const t = useTranslations('signIn');
  const errors = useTranslations('errors');
  const [isNew, setNew] = useState(invitation !== undefined);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(refusal);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy) return;
    const form = new FormData(event.currentTarget);
    const read = (name: string) => String(form.get(name) ?? '').trim();
    const password = String(form.get('password') ?? '');
    setBusy(true);
    setFailure(null);
    const email = read('email');
    const refused = isNew
      ? await register({ name: read('name'), email, password, ...(invitation && { invitation }) })
      : null;
    const outcome = refused ?? (await enterWithPassword(email, password));
    if (outcome === null) return location.assign(to);
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
          {errors(failure)}
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
        defaultValue={given}
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
