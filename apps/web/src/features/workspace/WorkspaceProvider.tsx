'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { useCurrentProject } from '../projects/currentProject.tsx';
import { projectPaths } from '../projects/projectQueries.ts';
import { useMe } from '../shell/me.tsx';
import { NothingHere } from '../shell/NothingHere.tsx';
import { keepScreens } from '../shell/offlineShell.ts';
import { type OpenWorkspace, openWorkspace } from './createWorkspace.ts';
import { OpenWorkspaceContext } from './usePanels.ts';
import { useWhereabouts } from './useWhereabouts.ts';
import { WorkspaceContext } from './useWorkspace.ts';

/** Opens the rooms of a script of the current project and hands the workspace to the screens inside. */
export function WorkspaceProvider({ scriptId, children }: { readonly scriptId: string; readonly children: ReactNode }) {
  const t = useTranslations('sync');
  const project = useCurrentProject();
  const me = useMe();
  const script = project.scripts.find(({ id }) => id === scriptId);
  const [open, setOpen] = useState<OpenWorkspace | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a renamed script or a new member must not open the rooms again
  useEffect(() => {
    if (!script) return;
    const opened = openWorkspace({ project, script, me });
    setOpen(opened);
    return () => {
      setOpen(null);
      opened.close();
    };
  }, [script?.id, me.id]);

  const isKept = script !== undefined;
  useEffect(() => {
    if (!isKept) return;
    const paths = projectPaths(project.id);
    void keepScreens(
      ['/projects', paths.home, paths.script(scriptId), paths.shots(scriptId)],
      [
        '/api/projects',
        `/api/projects/${project.id}`,
        `/api/scripts/${scriptId}/comments`,
        `/api/scripts/${scriptId}/approvals`,
      ],
    );
  }, [isKept, project.id, scriptId]);

  const workspace = useMemo(
    () => (open && script ? open.present({ project, script, me: { id: me.id, name: me.name } }) : null),
    [open, project, script, me],
  );
  if (!script) return <NothingHere />;
  if (!open || !workspace) return <Skeleton label={t('opening')} rows={6} />;
  return (
    <OpenWorkspaceContext.Provider value={open}>
      <WorkspaceContext.Provider value={workspace}>
        <ProjectNews events={workspace.events} />
        <Whereabouts />
        {children}
      </WorkspaceContext.Provider>
    </OpenWorkspaceContext.Provider>
  );
}

function Whereabouts() {
  useWhereabouts();
  return null;
}

/** News about the project itself: its names and roles are asked for anew; who is no longer in it leaves. */
function ProjectNews({ events }: { readonly events: ReturnType<OpenWorkspace['present']>['events'] }) {
  const queries = useQueryClient();
  const router = useRouter();
  useEffect(() => {
    const refresh = (): void => void queries.invalidateQueries({ queryKey: ['projects'] });
    const stops = [
      events.on('members.changed', refresh),
      events.on('script.changed', refresh),
      events.on('ended', (why) => {
        // The rooms say by themselves that they ended, and keep the words; only the lists are asked for anew.
        if (why === 'membership') refresh();
        else router.refresh();
      }),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [events, queries, router]);
  return null;
}
