import type { ReactNode } from 'react';
import { SignedInLayout } from '../SignedInLayout.tsx';

/** Projects and everything in them are for people who are signed in. */
export default function ProjectsLayout({ children }: { children: ReactNode }) {
  return <SignedInLayout>{children}</SignedInLayout>;
}
