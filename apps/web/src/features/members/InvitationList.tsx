'use client';
import { Link2, X } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { IconButton } from '../../ui/IconButton.tsx';
import { useInvitations, useMemberChanges } from './memberQueries.ts';

/** Invitations that are still open, each with a way to revoke it. */
export function InvitationList({ projectId, onRefused }: { projectId: string; onRefused: (thrown: unknown) => void }) {
  const t = useTranslations('members');
  const format = useFormatter();
  const { data } = useInvitations(projectId, true);
  const { revoke } = useMemberChanges(projectId);
  const open = data?.filter(({ state }) => state === 'open') ?? [];
  if (open.length === 0) return null;
  return (
    <section aria-labelledby="invitations-title">
      <h2 id="invitations-title" className="sech">
        {t('invitations')}
      </h2>
      <ul className="card people-list">
        {open.map((invitation) => (
          <li className="person-row" key={invitation.id}>
            <span className="disc" aria-hidden="true">
              <Link2 size={16} />
            </span>
            <span className="col grow">
              <b className="clip">{invitation.email ?? t('anybody')}</b>
              <small>
                {t('until', {
                  when: format.dateTime(new Date(invitation.expiresAt), { dateStyle: 'medium', timeStyle: 'short' }),
                })}
              </small>
            </span>
            <span className="sec">{t(`roles.${invitation.role}`)}</span>
            <IconButton label={t('revoke')} onClick={() => revoke.mutate(invitation.id, { onError: onRefused })}>
              <X size={16} aria-hidden="true" />
            </IconButton>
          </li>
        ))}
      </ul>
    </section>
  );
}
