'use client';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ProjectView, ScriptChange, ScriptRequest, ScriptView } from '@tramline/wire';
import { askApi } from '../shell/askApi.ts';

const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: () => askApi<readonly ProjectView[]>('GET', '/api/projects'),
});
const projectQuery = (id: string) =>
  queryOptions({ queryKey: ['projects', id], queryFn: () => askApi<ProjectView>('GET', `/api/projects/${id}`) });

/** The projects of the person who is signed in. */
export const useProjects = () => useQuery(projectsQuery);

/** One project with its members' names and its scripts. */
export const useProject = (id: string) => useQuery(projectQuery(id));

/** Everything that changes a project or its scripts; each asks for the lists anew when it is done. */
export function useProjectChanges() {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['projects'] });
  return {
    create: useMutation({
      onSuccess,
      mutationFn: (name: string) => askApi<ProjectView>('POST', '/api/projects', { name }),
    }),
    rename: useMutation({
      onSuccess,
      mutationFn: ({ id, name }: { id: string; name: string }) =>
        askApi<ProjectView>('PATCH', `/api/projects/${id}`, { name }),
    }),
    remove: useMutation({ onSuccess, mutationFn: (id: string) => askApi<void>('DELETE', `/api/projects/${id}`) }),
    addScript: useMutation({
      onSuccess,
      mutationFn: ({ projectId, ...script }: ScriptRequest & { projectId: string }) =>
        askApi<ScriptView>('POST', `/api/projects/${projectId}/scripts`, script),
    }),
    changeScript: useMutation({
      onSuccess,
      mutationFn: ({ id, ...change }: ScriptChange & { id: string }) =>
        askApi<ScriptView>('PATCH', `/api/scripts/${id}`, change),
    }),
    removeScript: useMutation({ onSuccess, mutationFn: (id: string) => askApi<void>('DELETE', `/api/scripts/${id}`) }),
  };
}

/** The addresses of a project's screens. */
export const projectPaths = (projectId: string) => ({
  home: `/projects/${projectId}`,
  members: `/projects/${projectId}/members`,
  settings: `/projects/${projectId}/settings`,
  script: (scriptId: string) => `/projects/${projectId}/scripts/${scriptId}`,
  shots: (scriptId: string) => `/projects/${projectId}/scripts/${scriptId}/shots`,
});
