import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MySettingsScreen } from '../../features/settings/MySettingsScreen.tsx';
import { HomeFrame } from '../../features/shell/HomeFrame.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('mine') };
}

/** `/settings`: what is one's own. */
export default function MySettingsPage() {
  return (
    <HomeFrame>
      <MySettingsScreen />
    </HomeFrame>
  );
}
