import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InvitationScreen } from '../../../features/members/InvitationScreen.tsx';
import { readMe } from '../../../server/readMe.ts';

export async function generateMetadata(): Promise<Metadata> {
  // The address holds a secret: it must not leave with a click.
  return { title: (await getTranslations('members'))('invitation'), referrer: 'no-referrer' };
}

/** `/invitations/<token>`: joins a project; who has no account makes one on the way. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  return <InvitationScreen token={token} me={await readMe()} />;
}
