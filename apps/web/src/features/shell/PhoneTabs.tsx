'use client';
import { AlignLeft, Ellipsis, Settings, Table2, Users } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Menu, MenuItem } from '../../ui/Menu.tsx';
import { useCurrentProject } from '../projects/currentProject.tsx';
import { projectPaths } from '../projects/projectQueries.ts';
import { useScriptScreens } from './ProjectTabs.tsx';

const ICON = { script: AlignLeft, shots: Table2 } as const;

/** The tabs at the foot of a phone: the screens of the script, and what else the project has. */
export function PhoneTabs() {
  const t = useTranslations('shell');
  const screens = useScriptScreens();
  const paths = projectPaths(useCurrentProject().id);
  const more = (
    <button type="button">
      <Ellipsis size={20} aria-hidden="true" />
      <span>{t('more')}</span>
    </button>
  );
  return (
    <nav className="pt" aria-label={t('projectNav')} data-region="tabs">
      {screens.map(({ name, path, isHere }) => {
        const Icon = ICON[name];
        return (
          <Link key={name} href={path} aria-current={isHere ? 'page' : undefined}>
            <Icon size={20} aria-hidden="true" />
            <span>{t(`screen.${name}`)}</span>
          </Link>
        );
      })}
      <Menu trigger={more} label={t('more')} align="end">
        <MenuItem asChild>
          <Link href={paths.members}>
            <Users size={16} aria-hidden="true" />
            <span>{t('members')}</span>
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link href={paths.settings}>
            <Settings size={16} aria-hidden="true" />
            <span>{t('projectSettings')}</span>
          </Link>
        </MenuItem>
      </Menu>
    </nav>
  );
}
