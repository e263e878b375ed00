import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { pathInside } from '../../features/signIn/pathInside.ts';
import { readRefusal } from '../../features/signIn/readRefusal.ts';
import { SignInScreen } from '../../features/signIn/SignInScreen.tsx';
import { readSignInOptions } from '../../server/readSignInOptions.ts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') };
}

/** `/sign-in`, with `?to=` for where to go afterwards. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { to, error } = await searchParams;
  return (
    <SignInScreen
      options={await readSignInOptions()}
      to={pathInside(to)}
      refusal={error === undefined ? null : readRefusal(error)}
    />
  );
}
