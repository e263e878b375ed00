'use client';
import type { ProjectView, ScriptView } from '@tramline/wire';
import { useParams } from 'next/navigation';
import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { spreadColours } from '../../ui/Avatar.tsx';

const ProjectContext = createContext<ProjectView | null>(null);

/** Hands a project to the screens inside it. */
export function CurrentProject({ project, children }: { project: ProjectView; children: ReactNode }) {
  // Before anything below draws a person.
  useMemo(() => spreadColours(project.members.map(({ id }) => id)), [project.members]);
  return <ProjectContext.Provider value={project}>{children}</ProjectContext.Provider>;
}

/** The project of this address. */
export function useCurrentProject(): ProjectView {
  const project = useContext(ProjectContext);
  if (!project) throw new TypeError('useCurrentProject is only for screens of a project');
  return project;
}

/** The script of this address, else the project's first one; undefined while it has none. */
export function useCurrentScript(): ScriptView | undefined {
  const { scripts } = useCurrentProject();
  const { scriptId } = useParams<{ scriptId?: string }>();
  return scripts.find(({ id }) => id === scriptId) ?? scripts[0];
}
