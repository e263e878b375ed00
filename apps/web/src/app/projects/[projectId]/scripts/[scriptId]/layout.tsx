import type { ReactNode } from 'react';
import { WorkspaceProvider } from '../../../../../features/workspace/WorkspaceProvider.tsx';

/** The screens of one script share its rooms: going from the page to the shot list opens nothing anew. */
export default async function ScriptLayout({
  params,
  children,
}: {
  params: Promise<{ scriptId: string }>;
  children: ReactNode;
}) {
  const { scriptId } = await params;
  return <WorkspaceProvider scriptId={scriptId}>{children}</WorkspaceProvider>;
}
