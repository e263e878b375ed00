import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ScriptWorkspace } from '../../../../../features/workspace/ScriptWorkspace.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('script'))('page') };
}

/** `/projects/<id>/scripts/<id>` */
export default function ScriptPage() {
  return <ScriptWorkspace />;
}
