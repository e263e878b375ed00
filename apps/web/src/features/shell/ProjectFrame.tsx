'use client';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { CurrentProject } from '../projects/currentProject.tsx';
import { useProject } from '../projects/projectQueries.ts';
import { failureCode } from './askApi.ts';
import { FailureState } from './FailureState.tsx';
import { Frame } from './Frame.tsx';
import { HomeFrame } from './HomeFrame.tsx';
import { NothingHere } from './NothingHere.tsx';
import { PhoneTabs } from './PhoneTabs.tsx';
import { ProjectCrumb } from './ProjectCrumb.tsx';
import { ProjectTabs, ScreenHeading } from './ProjectTabs.tsx';
import { useSheets } from './sheets.ts';
import { TopBar } from './TopBar.tsx';
import { useProjectItems } from './useProjectItems.tsx';

function ProjectItems({ children }: { children: ReactNode }) {
  useProjectItems();
  return children;
}

/** The frame of a project's screens. Without the project (or without a right to it) it says that there is nothing here. */
export function ProjectFrame({ projectId, children }: { projectId: string; children: ReactNode }) {
  const t = useTranslations('shell');
  const { data: project, error, refetch } = useProject(projectId);
  const { setPlace } = useSheets();
  const name = project?.name;
  useEffect(() => {
    setPlace(name);
    return () => setPlace(undefined);
  }, [name, setPlace]);

  if (!project) {
    return (
      <HomeFrame>
        <main className="scroll home">
          {error && failureCode(error) === 'thing.notFound' && <NothingHere />}
          {error && failureCode(error) !== 'thing.notFound' && (
            <FailureState error={error} onRetry={() => void refetch()} />
          )}
          {!error && <Skeleton label={t('loading')} />}
        </main>
      </HomeFrame>
    );
  }
  return (
    <CurrentProject project={project}>
      <ProjectItems>
        <Frame
          bar={
            <TopBar>
              <ScreenHeading />
              <ProjectCrumb />
              <ProjectTabs />
            </TopBar>
          }
          phoneTabs={<PhoneTabs />}
        >
          {children}
        </Frame>
      </ProjectItems>
    </CurrentProject>
  );
}
