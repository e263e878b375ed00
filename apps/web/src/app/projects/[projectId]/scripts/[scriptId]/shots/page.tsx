import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ShotsScreen } from '../../../../../../features/shots/ShotsScreen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('shots'))('title') };
}

/** `/projects/<id>/scripts/<id>/shots` */
export default function ShotsPage() {
  return <ShotsScreen />;
}
