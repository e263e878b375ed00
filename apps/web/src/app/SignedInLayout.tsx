import type { ReactNode } from 'react';
import { ImportProvider } from '../features/projects/importing.tsx';
import { SignedIn } from '../features/shell/SignedIn.tsx';
import { requireMe } from '../server/readMe.ts';

/** The layout of every screen that needs a person: asks who it is, then hands them down. */
export async function SignedInLayout({ children }: { children: ReactNode }) {
  const me = await requireMe();
  return (
    <SignedIn me={me}>
      <ImportProvider>{children}</ImportProvider>
    </SignedIn>
  );
}
