'use client';
import { ArrowRight } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { BusyRing } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Note } from '../../ui/Note.tsx';
import type { FailureCode } from '../shell/askApi.ts';
import { enterAsDemo } from './enter.ts';
import type { DemoAccount } from './signInOptions.ts';

/** One button for each person of the demo: a press, and you are in. */
export function DemoAccounts({ accounts, to }: { accounts: readonly DemoAccount[]; to: string }) {
  const t = useTranslations('signIn');
  const errors = useTranslations('errors');
  const [entering, setEntering] = useState<DemoAccount['key'] | null>(null);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const enter = async (account: DemoAccount) => {
    setEntering(account.key);
    setFailure(null);
    const outcome = await enterAsDemo(account.key);
    if (outcome === null) return location.assign(to);
    setEntering(null);
    setFailure(outcome);
  };
  return (
    <section className="demo card" aria-labelledby="demo-title">
      <div className="row">
        <h2 id="demo-title" className="grow">
          {t('tryNow')}
        </h2>
        <Chip>{t('demoChip')}</Chip>
      </div>
      {failure && (
        <Note state="changes" live>
          {errors(failure)}
        </Note>
      )}
      <ul>
        {accounts.map((account, at) => (
          <li key={account.key}>
            <button
              type="button"
              className="rb"
              aria-busy={entering === account.key || undefined}
              disabled={entering !== null && entering !== account.key}
              onClick={() => enter(account)}
            >
              <Avatar person={account} size="large" decorative token={`who-${at + 1}`} />
              <span className="col grow">
                <b>{t(`demoRole.${account.key}`)}</b>
                <small>{t(`demoDoes.${account.key}`)}</small>
              </span>
              <span className="mut">{account.name.split(' ')[0]}</span>
              {entering === account.key ? (
                <BusyRing size={15} />
              ) : (
                <ArrowRight className="i" size={15} aria-hidden="true" />
              )}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
