'use client';
import type { MemberView } from '@tramline/wire';
import { UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useCurrentProject } from '../projects/currentProject.tsx';
import { FailureState, useFailureWords } from '../shell/FailureState.tsx';
import { useMe } from '../shell/me.tsx';
import { InvitationList } from './InvitationList.tsx';
import { InviteDialog } from './InviteDialog.tsx';
import { MemberRow } from './MemberRow.tsx';
import { useMemberChanges, useMembers } from './memberQueries.ts';
import { RoleTable } from './RoleTable.tsx';

/** Who is in the project and what each may do; those who may change it invite, change roles and remove. */
export function MembersScreen() {
  const t = useTranslations('members');
  const project = useCurrentProject();
  const me = useMe();
  const router = useRouter();
  const toast = useToast();
  const words = useFailureWords();
  const { data: members, error, refetch } = useMembers(project.id);
  const { changeRole, remove } = useMemberChanges(project.id);
  const [leaving, setLeaving] = useState<MemberView | null>(null);
  const [isInviting, setInviting] = useState(false);
  const mayChange = project.actions.includes('members.change');
  const refuse = (thrown: unknown) => toast({ title: t('notChanged'), words: words(thrown), kind: 'wrong' });
  const confirmRemoval = () => {
    if (!leaving) return;
    remove.mutate(leaving.id, {
      onError: refuse,
      onSuccess: () => leaving.id === me.id && router.push('/projects'),
      onSettled: () => setLeaving(null),
    });
  };

  return (
    <main className="scroll home" data-region="main">
      <div className="homew">
        <header className="row wrap">
          <h1 className="grow">{t('title')}</h1>
          {mayChange && (
            <Button kind="primary" icon={<UserPlus size={14} aria-hidden="true" />} onClick={() => setInviting(true)}>
              {t('invite')}
            </Button>
          )}
        </header>
        {error && !members && <FailureState error={error} onRetry={() => void refetch()} />}
        {!error && !members && <Skeleton label={t('loading')} />}
        {members && (
          <ul className="card people-list" aria-label={t('title')}>
            {members.map((member) => (
              <MemberRow
                key={member.id}
                member={member}
                myRole={project.role}
                isMe={member.id === me.id}
                onRole={(role) => changeRole.mutate({ id: member.id, role }, { onError: refuse })}
                onRemove={() => setLeaving(member)}
              />
            ))}
          </ul>
        )}
        {mayChange && <InvitationList projectId={project.id} onRefused={refuse} />}
        <RoleTable />
      </div>
      <InviteDialog projectId={project.id} myRole={project.role} open={isInviting} onOpenChange={setInviting} />
      <Dialog
        open={leaving !== null}
        onOpenChange={(open) => open || setLeaving(null)}
        title={leaving && (leaving.id === me.id ? t('leaveTitle') : t('removeTitle', { name: leaving.name }))}
        lead={leaving && (leaving.id === me.id ? t('leaveLead') : t('removeLead'))}
        footer={
          <>
            <Button onClick={() => setLeaving(null)}>{t('keep')}</Button>
            <Button kind="danger" busy={remove.isPending} onClick={confirmRemoval}>
              {leaving?.id === me.id ? t('leave') : t('remove')}
            </Button>
          </>
        }
      />
    </main>
  );
}
