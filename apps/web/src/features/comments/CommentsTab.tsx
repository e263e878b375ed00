'use client';
import { MessageSquare } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segment } from '../../ui/Segment.tsx';
import { useModel, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { NewThread } from './NewThread.tsx';
import { Thread } from './Thread.tsx';
import { filterThreads, type ThreadFilter } from './threadFilter.ts';

/** All threads of the script, in the order of its words. */
export function CommentsTab() {
  const t = useTranslations('comments');
  const { can, model } = useWorkspace();
  const threads = useModel((now) => now.threads);
  const activeThreadId = useWorkspaceFocus((state) => state.activeThreadId);
  const [filter, setFilter] = useState<ThreadFilter>('open');
  const shown = useMemo(() => filterThreads(threads, filter), [threads, filter]);
  const openCount = useMemo(() => filterThreads(threads, 'open').length, [threads]);

  // A thread that is opened from the words must be in the list, whichever list is on.
  useEffect(() => {
    const active = model.getSnapshot().threads.find(({ root }) => root.id === activeThreadId);
    if (active) setFilter(active.root.resolved ? 'resolved' : 'open');
  }, [activeThreadId, model]);

  return (
    <div className="comments-tab">
      <div className="row comments-filter">
        <Segment
          label={t('filter')}
          value={filter}
          onPick={setFilter}
          options={[
            { value: 'open', label: t('open', { count: openCount }) },
            { value: 'resolved', label: t('resolved', { count: threads.length - openCount }) },
          ]}
        />
      </div>
      <div className="scroll">
        {shown.length === 0 ? (
          <EmptyState
            drawing={<MessageSquare size={36} />}
            title={t(filter === 'open' ? 'emptyOpen' : 'emptyResolved')}
            level="h3"
          >
            {filter === 'open' && t(can('comment.write') ? 'emptyHint' : 'emptyRead')}
          </EmptyState>
        ) : (
          <ul className="cl" aria-label={t('threads')}>
            {shown.map((thread) => (
              <Thread key={thread.root.id} thread={thread} />
            ))}
          </ul>
        )}
      </div>
      {can('comment.write') && <NewThread />}
    </div>
  );
}
