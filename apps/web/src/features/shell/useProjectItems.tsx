'use client';
import { AlignLeft, FileText, Settings, Table2, Users } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useShortcuts } from '../keys/useShortcuts.ts';
import type { PaletteItem } from '../palette/paletteItem.ts';
import { usePaletteProvider } from '../palette/paletteProviders.ts';
import { useCurrentProject, useCurrentScript } from '../projects/currentProject.tsx';
import { projectPaths } from '../projects/projectQueries.ts';
import { useGo } from './useGo.ts';

const size = 15;

/** What palette and keys offer inside a project: its screens and its scripts. */
export function useProjectItems(): void {
  const t = useTranslations('shell');
  const keys = useTranslations('keys');
  const project = useCurrentProject();
  const script = useCurrentScript();
  const paths = projectPaths(project.id);
  const goTo = useGo();
  const go = (path: string) => () => goTo(path);
  usePaletteProvider((): PaletteItem[] => [
    ...(script
      ? [
          {
            id: 'go.script',
            group: 'go',
            title: t('screen.script'),
            icon: <AlignLeft size={size} />,
            keys: ['G', 'S'],
            run: go(paths.script(script.id)),
          } as const,
          {
            id: 'go.shots',
            group: 'go',
            title: t('screen.shots'),
            icon: <Table2 size={size} />,
            keys: ['G', 'H'],
            run: go(paths.shots(script.id)),
          } as const,
        ]
      : []),
    { id: 'go.members', group: 'go', title: t('members'), icon: <Users size={size} />, run: go(paths.members) },
    {
      id: 'go.projectSettings',
      group: 'go',
      title: t('projectSettings'),
      icon: <Settings size={size} />,
      run: go(paths.settings),
    },
    ...project.scripts
      .filter(({ id }) => id !== script?.id)
      .map(
        (other): PaletteItem => ({
          id: `go.script.${other.id}`,
          group: 'go',
          title: other.title,
          detail: t('scripts'),
          icon: <FileText size={size} />,
          run: go(paths.script(other.id)),
        }),
      ),
  ]);
  useShortcuts(
    script
      ? [
          {
            id: 'go.script',
            section: 'anywhere',
            words: keys('row.goScript'),
            keys: ['G', 'S'],
            run: go(paths.script(script.id)),
          },
          {
            id: 'go.shots',
            section: 'anywhere',
            words: keys('row.goShots'),
            keys: ['G', 'H'],
            run: go(paths.shots(script.id)),
          },
        ]
      : [],
  );
}
