'use client';
import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InvitationOffer, InvitationRequest, InvitationView, MemberView, Role } from '@tramline/wire';
import { askApi } from '../shell/askApi.ts';

/** A new invitation with its link, which is told this once and never again. */
export type NewInvitation = InvitationView & { readonly link: string };

const membersQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'members'],
    queryFn: () => askApi<readonly MemberView[]>('GET', `/api/projects/${projectId}/members`),
  });
const invitationsQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'invitations'],
    queryFn: () => askApi<readonly InvitationView[]>('GET', `/api/projects/${projectId}/invitations`),
  });

export const useMembers = (projectId: string) => useQuery(membersQuery(projectId));
export const useInvitations = (projectId: string, enabled: boolean) =>
  useQuery({ ...invitationsQuery(projectId), enabled });

/** What the holder of a link may know before signing in. */
export const useOffer = (token: string) =>
  useQuery({
    queryKey: ['invitations', token],
    queryFn: () => askApi<InvitationOffer>('GET', `/api/invitations/${encodeURIComponent(token)}`),
    retry: false,
  });

/** Joins the project of an invitation. */
export const useAccept = (token: string) =>
  useMutation({
    mutationFn: () =>
      askApi<{ readonly projectId: string }>('POST', `/api/invitations/${encodeURIComponent(token)}/accept`),
  });

/** Everything that changes who is in a project. */
export function useMemberChanges(projectId: string) {
  const queries = useQueryClient();
  const onSuccess = () => queries.invalidateQueries({ queryKey: ['projects'] });
  const path = `/api/projects/${projectId}`;
  return {
    changeRole: useMutation({
      onSuccess,
      mutationFn: ({ id, role }: { id: string; role: Role }) =>
        askApi<MemberView>('PATCH', `${path}/members/${id}`, { role }),
    }),
    remove: useMutation({ onSuccess, mutationFn: (id: string) => askApi<void>('DELETE', `${path}/members/${id}`) }),
    invite: useMutation({
      onSuccess,
      mutationFn: (request: InvitationRequest) => askApi<NewInvitation>('POST', `${path}/invitations`, request),
    }),
    revoke: useMutation({ onSuccess, mutationFn: (id: string) => askApi<void>('DELETE', `${path}/invitations/${id}`) }),
  };
}
