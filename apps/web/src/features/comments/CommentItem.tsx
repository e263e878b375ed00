'use client';
import type { CommentView } from '@tramline/wire';
import { Ellipsis } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Avatar } from '../../ui/Avatar.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { useToast } from '../../ui/Toast.tsx';
import { useWorkspace } from '../workspace/useWorkspace.ts';
import { CommentWords } from './CommentWords.tsx';
import { Composer } from './Composer.tsx';
import { PENDING_PREFIX } from './commentStore.ts';
import { useFailureWords } from './useFailureWords.ts';

/** One comment: who, when, the words, and for its author the acts on it. */
export function CommentItem({ comment }: { readonly comment: CommentView }) {
  const t = useTranslations('comments');
  const format = useFormatter();
  const now = useNow({ updateInterval: 60_000 });
  const { me, can, comments } = useWorkspace();
  const [isEditing, setEditing] = useState(false);
  const toast = useToast();
  const failureWords = useFailureWords();
  const isPending = comment.id.startsWith(PENDING_PREFIX);
  const isMine = comment.author.id === me.id && can('comment.write') && !isPending && !comment.isDeleted;

  const remove = async (): Promise<void> => {
    const outcome = await comments.remove(comment.id);
    if (!outcome.ok) toast({ kind: 'wrong', title: t('notRemoved'), words: failureWords(outcome) });
  };
  const at = new Date(comment.createdAt);
  return (
    <div className="comment" data-pending={isPending || undefined}>
      <Avatar person={comment.author} size="small" decorative />
      <div className="comment-body">
        <div className="row comment-head">
          <b>{comment.author.name}</b>
          <time
            className="mut"
            dateTime={comment.createdAt}
            title={format.dateTime(at, { dateStyle: 'medium', timeStyle: 'short' })}
          >
            {isPending ? t('sending') : format.relativeTime(at > now ? now : at, now)}
          </time>
          {comment.editedAt && !comment.isDeleted && <span className="mut">{t('edited')}</span>}
          <span className="grow" />
          {isMine && !isEditing && (
            <Menu
              label={t('actsOn', { name: comment.author.name })}
              align="end"
              trigger={
                <IconButton small label={t('actsOn', { name: comment.author.name })}>
                  <Ellipsis size={14} aria-hidden="true" />
                </IconButton>
              }
            >
              <MenuItem onSelect={() => setEditing(true)}>{t('edit')}</MenuItem>
              <MenuItem danger onSelect={() => void remove()}>
                {t('delete')}
              </MenuItem>
            </Menu>
          )}
        </div>
        {comment.isDeleted && <p className="mut">{t('deleted')}</p>}
        {isEditing ? (
          <Composer
            draftKey={`edit:${comment.id}`}
            label={t('editLabel')}
            placeholder={t('editLabel')}
            initial={comment.body}
            autoFocus
            onCancel={() => {
              comments.keepDraft(`edit:${comment.id}`, '');
              setEditing(false);
            }}
            onSend={async (body, mentions) => {
              const outcome = await comments.change(comment.id, { body, mentions: [...mentions] });
              if (outcome.ok) setEditing(false);
              return outcome;
            }}
          />
        ) : (
          !comment.isDeleted && <CommentWords comment={comment} />
        )}
      </div>
    </div>
  );
}
