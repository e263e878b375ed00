import type { ReactNode } from 'react';
import { ImportProvider } from '../projects/importing.tsx';
import { requireMe } from './readMe.ts';
import { SignedIn } from './SignedIn.tsx';

/** The layout of every screen that needs a person: asks who it is, then hands them down. */
export async function SignedInLayout({ children }: { children: ReactNode }) {
  const me = await requireMe();
  return (
    <SignedIn me={me}>
      <ImportProvider>{children}</ImportProvider>
    </SignedIn>
  );
}
