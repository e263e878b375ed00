import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ProjectSettingsScreen } from '../../../../features/settings/ProjectSettingsScreen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') };
}

/** `/projects/<id>/settings` */
export default function SettingsPage() {
  return <ProjectSettingsScreen />;
}
