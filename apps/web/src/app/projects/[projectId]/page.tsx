import { ProjectHome } from '../../../features/projects/ProjectHome.tsx';

/** `/projects/<id>` leads to the first script. */
export default function ProjectPage() {
  return <ProjectHome />;
}
