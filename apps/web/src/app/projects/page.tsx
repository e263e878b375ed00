import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectsScreen } from '../../features/projects/ProjectsScreen.tsx';
import { HomeFrame } from '../../features/shell/HomeFrame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('projects'))('title') };
}

/** `/projects` */
export default function ProjectsPage() {
  return (
    <HomeFrame>
      <ProjectsScreen />
    </HomeFrame>
  );
}
