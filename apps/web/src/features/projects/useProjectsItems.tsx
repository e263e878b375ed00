'use client';
import type { ProjectView } from '@tramline/wire';
import { Clapperboard, FileUp, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { PaletteItem, PaletteProvider } from '../palette/paletteItem.ts';
import { useGo } from '../shell/useGo.ts';
import { projectPaths } from './projectQueries.ts';

const size = 15;

/** What the palette offers on the projects screen: every project, a new one, an import. */
export function useProjectsItems(
  projects: readonly ProjectView[],
  openNew: () => void,
  chooseFile: () => void,
): PaletteProvider {
  const t = useTranslations('projects');
  const go = useGo();
  return () => [
    ...projects.map(
      (project): PaletteItem => ({
        id: `project.${project.id}`,
        group: 'go',
        title: project.name,
        detail: t('scriptCount', { count: project.scripts.length }),
        icon: <Clapperboard size={size} />,
        run: () => go(projectPaths(project.id).home),
      }),
    ),
    { id: 'do.newProject', group: 'do', title: t('newProject'), icon: <Plus size={size} />, keys: ['N'], run: openNew },
    { id: 'do.import', group: 'do', title: t('importScript'), icon: <FileUp size={size} />, run: chooseFile },
  ];
}
