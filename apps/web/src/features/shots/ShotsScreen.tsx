'use client';
import './shotsScreen.css';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AvatarRow } from '../../ui/Avatar.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useOtherPeople } from '../navigator/usePeople.ts';
import { useShotItems } from '../panel/useShotItems.tsx';
import { InBar } from '../shell/barSlots.tsx';
import { SaveBanner } from '../status/SaveBanner.tsx';
import { SavedMark } from '../status/SavedMark.tsx';
import { useModel, useRoom, useWorkspace } from '../workspace/useWorkspace.ts';
import { EmptyList, NothingFound } from './EmptyList.tsx';
import { ListBar } from './ListBar.tsx';
import { readShotList, type StateFilter } from './listItems.ts';
import { ShotTable } from './ShotTable.tsx';
import { useListKeys } from './useListKeys.ts';
import { useOpenInScript } from './useOpenInScript.ts';

/** All shots of a script, by scene and beat. */
export function ShotsScreen() {
  const t = useTranslations('shots');
  const sync = useTranslations('sync');
  const { can, shotsRoom, scriptRoom } = useWorkspace();
  const mayEdit = useRoom(shotsRoom, (room) => room.mode === 'edit') && can('shots.edit');
  const content = useRoom(shotsRoom, (room) => room.content);
  const scriptContent = useRoom(scriptRoom, (room) => room.content);
  const model = useModel((now) => now);
  const [filter, setFilter] = useState<StateFilter>('all');
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const openInScript = useOpenInScript();
  useShotItems(openInScript);
  useListKeys(mayEdit);
  const list = readShotList(model, { filter, folded });
  const fold = (key: string): void =>
    setFolded((before) => {
      const next = new Set(before);
      if (!next.delete(key)) next.add(key);
      return next;
    });

  return (
    <>
      <Bar />
      <main className="stack shots-screen" aria-label={t('list')}>
        <ListBar list={list} filter={filter} onFilter={setFilter} />
        <div className="shots-body">
          <SaveBanner />
          {content === 'opening' || scriptContent === 'opening' ? (
            <Skeleton label={sync('opening')} rows={6} />
          ) : content === 'absent' && list.all === 0 ? (
            <EmptyState drawing={<CloudOff size={36} />} title={t('absentTitle')}>
              {t('absent')}
            </EmptyState>
          ) : list.items.length > 0 ? (
            <ShotTable
              list={list}
              mayEdit={mayEdit}
              mayMove={mayEdit && filter === 'all'}
              onFold={fold}
              onReveal={openInScript}
            />
          ) : list.all === 0 ? (
            <EmptyList mayEdit={mayEdit} />
          ) : (
            <NothingFound onShowAll={() => setFilter('all')} />
          )}
        </div>
      </main>
    </>
  );
}

/** What stands in the top bar for this screen. */
function Bar() {
  const t = useTranslations('script');
  const screen = useTranslations('shots');
  const people = useOtherPeople();
  return (
    <>
      <InBar slot="title">
        <b>{screen('title')}</b>
      </InBar>
      <InBar slot="saved">
        <SavedMark />
      </InBar>
      <InBar slot="people">
        {people.length > 0 && <AvatarRow people={people} label={t('peopleHere', { count: people.length })} />}
      </InBar>
    </>
  );
}
