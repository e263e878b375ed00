'use client';
import './scriptWorkspace.css';
import { CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AvatarRow } from '../../ui/Avatar.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useSidePanel } from '../../ui/useSidePanel.ts';
import { Navigator } from '../navigator/Navigator.tsx';
import { useOtherPeople } from '../navigator/usePeople.ts';
import { ScriptPage } from '../page/ScriptPage.tsx';
import { Tools } from '../page/Tools.tsx';
import { Panel } from '../panel/Panel.tsx';
import { InBar } from '../shell/barSlots.tsx';
import { SaveBanner } from '../status/SaveBanner.tsx';
import { SavedMark } from '../status/SavedMark.tsx';
import { StatusBar } from '../status/StatusBar.tsx';
import { PhoneTitle } from './PhoneTitle.tsx';
import { useShowPanel } from './usePanels.ts';
import { useRoom, useWorkspace } from './useWorkspace.ts';
import { useWorkspaceItems } from './useWorkspaceItems.tsx';

/** The script workspace: scenes at the left, the page in the middle, shots and comments at the right. */
export function ScriptWorkspace() {
  const t = useTranslations('script');
  const left = useSidePanel('left');
  const right = useSidePanel('right');
  useShowPanel(right);
  useWorkspaceItems({ left, right });
  return (
    <>
      <Bar openScenes={left.toggle} />
      <div className="ws">
        <SidePanel panel={left} label={t('scenesPanel')} handleLabel={t('scenesWidth')} closeLabel={t('closePanel')}>
          <div className="nav nav-body">
            <Navigator onOpened={left.close} />
          </div>
        </SidePanel>
        <main className="ctr" aria-label={t('page')}>
          <Tools left={left} right={right} />
          <Middle />
          <StatusBar />
        </main>
        <SidePanel panel={right} label={t('shotsPanel')} handleLabel={t('shotsWidth')} closeLabel={t('closePanel')}>
          <Panel />
        </SidePanel>
      </div>
    </>
  );
}

/** What stands in the top bar for this screen. */
function Bar({ openScenes }: { readonly openScenes: () => void }) {
  const t = useTranslations('script');
  const people = useOtherPeople();
  return (
    <>
      <InBar slot="title">
        <PhoneTitle openScenes={openScenes} />
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

/** The page, or why there is none. */
function Middle() {
  const t = useTranslations('sync');
  const { scriptRoom } = useWorkspace();
  const content = useRoom(scriptRoom, (room) => room.content);
  return (
    <div className="middle">
      <SaveBanner />
      {content === 'ready' && <ScriptPage />}
      {content === 'opening' && (
        <div className="desk" aria-busy="true">
          <Skeleton label={t('opening')} rows={6} />
        </div>
      )}
      {content === 'absent' && (
        <div className="desk">
          <EmptyState drawing={<CloudOff size={36} />} title={t('absentTitle')}>
            {t('absent')}
          </EmptyState>
        </div>
      )}
    </div>
  );
}
