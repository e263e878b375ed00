'use client';
import { useTranslations } from 'next-intl';
import { useEffect } from 'react';
import { Mark } from '../../ui/Mark.tsx';
import type { FailureCode } from '../shell/askApi.ts';
import { forgetScreens } from '../shell/offlineShell.ts';
import { AccountForm } from './AccountForm.tsx';
import { AppearanceRow } from './AppearanceRow.tsx';
import { DemoAccounts } from './DemoAccounts.tsx';
import { Poster } from './Poster.tsx';
import type { SignInOptions } from './signInOptions.ts';

export interface SignInScreenProps {
  readonly options: SignInOptions;
  /** Where to go afterwards. */
  readonly to: string;
  /** Why the last try came back refused, for instance from single sign-on. */
  readonly refusal: FailureCode | null;
}

/** The way in: demo accounts, an account of one's own, single sign-on; and beside it a page with its tramlines. */
export function SignInScreen({ options, to, refusal }: SignInScreenProps) {
  const t = useTranslations('signIn');
  // Whoever was here before is gone, however their session ended.
  useEffect(() => void forgetScreens(), []);
  return (
    <main className="si">
      <section className="sil scroll">
        <div className="row">
          <Mark size={26} />
          <b className="t16">{t('product')}</b>
        </div>
        <h1>{t('slogan')}</h1>
        {options.demo.length > 0 && <DemoAccounts accounts={options.demo} to={to} />}
        <AccountForm options={options} to={to} refusal={refusal} />
        <AppearanceRow />
      </section>
      <Poster />
    </main>
  );
}
