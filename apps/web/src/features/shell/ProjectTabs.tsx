'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useCurrentProject, useCurrentScript } from '../projects/currentProject.tsx';
import { projectPaths } from '../projects/projectQueries.ts';

/** The screens of a script, and which one this is. */
export function useScriptScreens() {
  const project = useCurrentProject();
  const script = useCurrentScript();
  const pathname = usePathname();
  if (!script) return [];
  const paths = projectPaths(project.id);
  return [
    { name: 'script' as const, path: paths.script(script.id), isHere: pathname === paths.script(script.id) },
    { name: 'shots' as const, path: paths.shots(script.id), isHere: pathname.startsWith(paths.shots(script.id)) },
  ];
}

/** The heading of the script's screens, whose space belongs to the words: for assistive technology only. */
export function ScreenHeading() {
  const t = useTranslations('shell');
  const script = useCurrentScript();
  const here = useScriptScreens().find(({ isHere }) => isHere);
  return script && here ? <h1 className="sr">{`${script.title} · ${t(`screen.${here.name}`)}`}</h1> : null;
}

/** The tabs of a project in the bar. */
export function ProjectTabs() {
  const t = useTranslations('shell');
  const screens = useScriptScreens();
  return (
    <nav className="tabs" aria-label={t('projectNav')}>
      {screens.map(({ name, path, isHere }) => (
        <Link key={name} href={path} aria-current={isHere ? 'page' : undefined}>
          {t(`screen.${name}`)}
        </Link>
      ))}
    </nav>
  );
}
