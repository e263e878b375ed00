'use client';
import type { ProjectView } from '@tramline/wire';
import Link from 'next/link';
import { useFormatter, useTranslations } from 'next-intl';
import { AvatarRow } from '../../ui/Avatar.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { projectPaths } from './projectQueries.ts';

/** When anything of a project's scripts was last changed, else when it was made. */
export function lastChange(project: ProjectView): Date {
  const times = [project.createdAt, ...project.scripts.map(({ changedAt }) => changedAt)].map((time) =>
    Date.parse(time),
  );
  return new Date(Math.max(...times));
}

/** A project as a card: its title page, what is in it, who is in it. */
export function ProjectCard({ project }: { project: ProjectView }) {
  const t = useTranslations('projects');
  const format = useFormatter();
  const [first] = project.scripts;
  const facts = [
    first ? t(`formats.${first.format}`) : null,
    t('scriptCount', { count: project.scripts.length }),
    format.dateTime(lastChange(project), { dateStyle: 'medium' }),
  ].filter((fact) => fact !== null);
  return (
    <Link className="card pj" href={projectPaths(project.id).home}>
      <div className="cover" aria-hidden="true">
        <span lang={/\p{Script=Han}/u.test(project.name) ? 'zh-CN' : 'en'}>
          <i>{project.name}</i>
        </span>
      </div>
      <div className="bcb">
        <div className="row">
          <b className="grow clip t14">{project.name}</b>
          {project.isDemo && <Chip>{t('demo')}</Chip>}
        </div>
        <small className="clip">{facts.join(' · ')}</small>
        <div className="row">
          <small className="grow">{t(`roles.${project.role}`)}</small>
          <AvatarRow people={project.members} label={t('people', { count: project.members.length })} size="small" />
        </div>
      </div>
    </Link>
  );
}
