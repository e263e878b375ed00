'use client';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Button } from '../../ui/Button.tsx';
import { Mark } from '../../ui/Mark.tsx';
import { Note } from '../../ui/Note.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { projectPaths } from '../projects/projectQueries.ts';
import { useFailureWords } from '../shell/FailureState.tsx';
import { leave } from '../shell/leave.ts';
import type { Me } from '../shell/me.tsx';
import { AccountForm } from '../signIn/AccountForm.tsx';
import { AppearanceRow } from '../signIn/AppearanceRow.tsx';
import { useAccept, useOffer } from './memberQueries.ts';

/** The other side of an invitation's link: what it is for, and a way to take it. */
export function InvitationScreen({ token, me }: { token: string; me: Me | null }) {
  const t = useTranslations('members');
  const errors = useTranslations('errors');
  const words = useFailureWords();
  const { data: offer, error } = useOffer(token);
  const accept = useAccept(token);
  const path = `/invitations/${token}`;
  const join = () =>
    accept.mutate(undefined, { onSuccess: ({ projectId }) => location.assign(projectPaths(projectId).home) });
  const ended = offer && offer.state !== 'open' ? (offer.state === 'revoked' ? 'invalid' : offer.state) : null;

  return (
    <main className="si alone-si">
      <section className="sil scroll">
        <div className="row">
          <Mark size={26} />
          <b className="t16">{t('product')}</b>
        </div>
        {!offer && !error && <Skeleton label={t('loading')} rows={1} />}
        {error && (
          <>
            <h1>{t('invitation')}</h1>
            <Note state="changes" live>
              {words(error)}
            </Note>
          </>
        )}
        {offer && <h1>{t('offer', { project: offer.projectName })}</h1>}
        {ended && <Note state="stale">{errors(`invitation.${ended}`)}</Note>}
        {offer && !ended && (
          <>
            <p className="sec t14">{t('offerAs', { role: t(`roles.${offer.role}`) })}</p>
            {accept.error && (
              <Note state="changes" live>
                {words(accept.error)}
              </Note>
            )}
            {me ? (
              <div className="sf">
                <Button kind="primary" size="large" busy={accept.isPending} onClick={join}>
                  {t('join', { name: me.name })}
                </Button>
                <Button kind="quiet" onClick={() => void leave()}>
                  {t('otherAccount')}
                </Button>
              </div>
            ) : (
              <>
                <Button kind="primary" size="large" asChild>
                  <Link href={`/sign-in?to=${encodeURIComponent(path)}`}>{t('signInFirst')}</Link>
                </Button>
                <div className="or">
                  <span>{t('orNew')}</span>
                </div>
                <AccountForm
                  options={{ demo: [], singleSignOn: null, mayRegister: true }}
                  to={projectPaths(offer.projectId).home}
                  refusal={null}
                  invitation={token}
                  email={offer.email ?? undefined}
                />
              </>
            )}
          </>
        )}
        <AppearanceRow />
      </section>
    </main>
  );
}
