import type { ReactNode } from 'react';
import { ProjectFrame } from '../../../features/shell/ProjectFrame.tsx';

/** The frame of one project. */
export default async function ProjectLayout({
  params,
  children,
}: {
  params: Promise<{ projectId: string }>;
  children: ReactNode;
}) {
  const { projectId } = await params;
  return <ProjectFrame projectId={projectId}>{children}</ProjectFrame>;
}
