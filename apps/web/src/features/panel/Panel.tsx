'use client';
import './panel.css';
import { useTranslations } from 'next-intl';
import { Tabs } from '../../ui/Tabs.tsx';
import { CommentsTab } from '../comments/CommentsTab.tsx';
import { useModel, useWorkspace, useWorkspaceFocus } from '../workspace/useWorkspace.ts';
import { ShotsTab } from './ShotsTab.tsx';
import { usePanelScene } from './usePanelScene.ts';
import { useShotItems } from './useShotItems.tsx';

/** What stands beside the page: the shots of the scene at the caret, and the comments of the script. */
export function Panel() {
  const t = useTranslations('panel');
  const { focus } = useWorkspace();
  const tab = useWorkspaceFocus((state) => state.panelTab);
  const scene = usePanelScene();
  const shotCount = useModel((model) => scene?.shots.length ?? model.shots.length);
  const openThreads = useModel((model) => model.threads.filter(({ root }) => root.resolved === null).length);
  useShotItems();
  return (
    <Tabs
      label={t('label')}
      value={tab}
      onPick={focus.setPanelTab}
      tabs={[
        { value: 'shots', label: t('shots'), count: shotCount, panel: <ShotsTab scene={scene} /> },
        { value: 'comments', label: t('comments'), count: openThreads, panel: <CommentsTab /> },
      ]}
    />
  );
}
