'use client';
import { useTranslations } from 'next-intl';
import { Dialog } from '../../ui/Dialog.tsx';
import { useModel, useWorkspace } from '../workspace/useWorkspace.ts';
import { Composer } from './Composer.tsx';
import { targetBeat } from './commentTarget.ts';
import { Thread } from './Thread.tsx';

/** The threads on one beat, over the list that the beat stands in. */
export function BeatThreads({
  beatId,
  name,
  onClose,
}: {
  readonly beatId: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const t = useTranslations('comments');
  const { can, comments } = useWorkspace();
  const all = useModel((model) => model.threads);
  const threads = all.filter(({ root }) => root.target?.kind === 'beat' && root.target.id === beatId);
  const { key, target } = targetBeat(beatId);
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={t('beatThreads', { name })}
      lead={threads.length === 0 ? t('emptyOpen') : undefined}
    >
      {threads.length > 0 && (
        <ul className="cl beat-threads" aria-label={t('threads')}>
          {threads.map((thread) => (
            <Thread key={thread.root.id} thread={thread} />
          ))}
        </ul>
      )}
      {can('comment.write') && (
        <Composer
          draftKey={key}
          label={t('newOnBeat')}
          placeholder={t('newOnBeat')}
          autoFocus
          onSend={(body, mentions) => comments.add({ body, mentions: [...mentions], target })}
        />
      )}
    </Dialog>
  );
}
