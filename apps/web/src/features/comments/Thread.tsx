'use client';
import { Check, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { joinClasses } from '../../ui/joinClasses.ts';
import { ShotLabel } from '../../ui/ShotLabel.tsx';
import { useToast } from '../../ui/Toast.tsx';
import type { ThreadView } from '../workspace/model/workspaceModel.ts';
import { useModel, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { CommentItem } from './CommentItem.tsx';
import { Composer } from './Composer.tsx';
import { PENDING_PREFIX } from './commentStore.ts';
import { useFailureWords } from './useFailureWords.ts';

/** A thread: what it hangs on, its comments, and for those who may comment an answer box. */
export function Thread({ thread }: { readonly thread: ThreadView }) {
  const t = useTranslations('comments');
  const { root, replies } = thread;
  const { can, comments, focus, commands } = useWorkspace();
  const isActive = useWorkspaceFocus((state) => state.activeThreadId === root.id);
  const [isReplying, setReplying] = useState(() => comments.readDraft(`reply:${root.id}`) !== '');
  const item = useRef<HTMLLIElement>(null);
  const toast = useToast();
  const failureWords = useFailureWords();
  const mayWrite = can('comment.write') && !root.id.startsWith(PENDING_PREFIX);

  useEffect(() => {
    if (isActive) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);

  const reveal = (): void => {
    if (thread.place.state === 'placed') commands.revealThread(root.id);
    else if (root.target?.kind === 'shot') commands.revealShot(root.target.id);
    focus.setActiveThreadId(root.id);
  };
  const resolve = async (): Promise<void> => {
    const outcome = await comments.change(root.id, { resolved: root.resolved === null });
    if (!outcome.ok) toast({ kind: 'wrong', title: t('notChanged'), words: failureWords(outcome) });
  };
  return (
    <li
      ref={item}
      className={joinClasses('ci thread', isActive && 'on', root.resolved && 'done')}
      data-thread={root.id}
    >
      <ThreadTarget thread={thread} onReveal={reveal} />
      <CommentItem comment={root} />
      {replies.map((reply) => (
        <CommentItem key={reply.id} comment={reply} />
      ))}
      {root.resolved && <p className="mut thread-resolved">{t('resolvedBy', { name: root.resolved.by.name })}</p>}
      {mayWrite &&
        (isReplying ? (
          <Composer
            draftKey={`reply:${root.id}`}
            label={t('replyTo', { name: root.author.name })}
            placeholder={t('reply')}
            autoFocus
            onCancel={() => {
              comments.keepDraft(`reply:${root.id}`, '');
              setReplying(false);
            }}
            onSend={(body, mentions) => comments.add({ body, mentions: [...mentions], threadId: root.id })}
          />
        ) : (
          <div className="row thread-acts">
            <Button size="small" kind="quiet" onClick={() => setReplying(true)}>
              {t('reply')}
            </Button>
            <Button
              size="small"
              kind="quiet"
              icon={root.resolved ? <RotateCcw size={13} aria-hidden="true" /> : <Check size={13} aria-hidden="true" />}
              onClick={() => void resolve()}
            >
              {t(root.resolved ? 'reopen' : 'resolve')}
            </Button>
          </div>
        ))}
    </li>
  );
}

/** What the thread hangs on: the words themselves, a shot, a beat; an orphaned one says which words they were. */
function ThreadTarget({
  thread: { root, place },
  onReveal,
}: {
  readonly thread: ThreadView;
  readonly onReveal: () => void;
}) {
  const t = useTranslations('comments');
  const target = root.target;
  const shot = useModel((model) => (target?.kind === 'shot' ? model.shotById.get(target.id) : undefined));
  const beat = useModel((model) =>
    target?.kind === 'beat' ? model.beats.find(({ id }) => id === target.id) : undefined,
  );
  if (target === null) return null;
  if (target.kind === 'words') {
    const quote = place.state === 'orphaned' ? place.quote : target.anchor.quote;
    return (
      <div className="row thread-target">
        {place.state === 'placed' ? (
          <button type="button" className="thread-quote clip" title={quote} onClick={onReveal}>
            {quote === '' ? t('aPlace') : quote}
          </button>
        ) : (
          <>
            <del className="thread-quote clip">{quote}</del>
            <Chip state="stale">{t('orphaned')}</Chip>
          </>
        )}
      </div>
    );
  }
  return (
    <div className="row thread-target">
      {shot ? (
        <button type="button" className="row thread-shot" onClick={onReveal}>
          <ShotLabel label={shot.label} hue={shot.hue} look="hollow" />
          <span className="clip">{shot.title}</span>
        </button>
      ) : (
        <span className="mut">
          {beat ? t('onBeat', { name: beat.title }) : t(target.kind === 'shot' ? 'shotGone' : 'beatGone')}
        </span>
      )}
    </div>
  );
}
