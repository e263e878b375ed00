import type { ReactNode } from 'react';
import { SignedInLayout } from '../SignedInLayout.tsx';

/** One's own settings are for people who are signed in. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SignedInLayout>{children}</SignedInLayout>;
}
