'use client';
import { ChevronsUpDown, FileUp, FolderOpen, Settings, Users } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { Menu, MenuItem, MenuLabel, MenuLine } from '../../ui/Menu.tsx';
import { useCurrentProject, useCurrentScript } from '../projects/currentProject.tsx';
import { useImport } from '../projects/importing.tsx';
import { projectPaths } from '../projects/projectQueries.ts';
import { BarPlace } from './barSlots.tsx';
import { useGo } from './useGo.ts';

/** The project's name; under it its scripts to switch between, and the project's own screens. */
export function ProjectCrumb() {
  const t = useTranslations('shell');
  const go = useGo();
  const project = useCurrentProject();
  const script = useCurrentScript();
  const { chooseFile } = useImport();
  const paths = projectPaths(project.id);
  const shown = script && project.scripts.length > 1 && script.title !== project.name ? script.title : null;
  const trigger = (
    <button type="button" className="crumb">
      <b className="clip">{project.name}</b>
      {shown && <span className="clip sec crumb-script">{shown}</span>}
      <ChevronsUpDown className="i" size={12} aria-hidden="true" />
    </button>
  );
  return (
    <>
      <Menu trigger={trigger} label={project.name}>
        <MenuLabel>{t('scripts')}</MenuLabel>
        {project.scripts.map((other) => (
          <MenuItem key={other.id} checked={other.id === script?.id} onSelect={() => go(paths.script(other.id))}>
            {other.title}
          </MenuItem>
        ))}
        {project.actions.includes('script.edit') && (
          <MenuItem icon={<FileUp size={14} aria-hidden="true" />} onSelect={() => chooseFile(project.id)}>
            {t('importScript')}
          </MenuItem>
        )}
        <MenuLine />
        <MenuItem asChild>
          <Link href={paths.members}>
            <Users size={14} aria-hidden="true" />
            <span className="grow">{t('members')}</span>
          </Link>
        </MenuItem>
        <MenuItem asChild>
          <Link href={paths.settings}>
            <Settings size={14} aria-hidden="true" />
            <span className="grow">{t('projectSettings')}</span>
          </Link>
        </MenuItem>
        <MenuLine />
        <MenuItem asChild>
          <Link href="/projects">
            <FolderOpen size={14} aria-hidden="true" />
            <span className="grow">{t('allProjects')}</span>
          </Link>
        </MenuItem>
      </Menu>
      <BarPlace slot="title" className="bar-title" />
    </>
  );
}
