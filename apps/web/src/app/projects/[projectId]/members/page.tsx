import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MembersScreen } from '../../../../features/members/MembersScreen.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('members'))('title') };
}

/** `/projects/<id>/members` */
export default function MembersPage() {
  return <MembersScreen />;
}
