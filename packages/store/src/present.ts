/** Presenters: what the store knows, as the wire shows it. Both server processes use them, so that a thing looks the same by every way. */
import {
  ACTIONS,
  type ApprovalView,
  type CommentView,
  type InvitationOffer,
  type InvitationView,
  may,
  type ProjectView,
  type ScriptView,
} from '@tramline/wire';
import type { Invitation, MemberProject } from './ports/project.ts';
import type { Approval, Comment } from './ports/review.ts';
import type { Script } from './ports/script.ts';

export function presentScript(script: Script): ScriptView {
  return { ...script, createdAt: script.createdAt.toISOString(), changedAt: script.changedAt.toISOString() };
}

/** A project with what its member may do in it. Members are shown by name; their e-mails are for the members' screen only. */
export function presentProject({ id, name, isDemo, role, members, scripts, createdAt }: MemberProject): ProjectView {
  return {
    ...{ id, name, isDemo, role },
    actions: ACTIONS.filter((action) => may(role, action)),
    members: members.map((member) => ({ id: member.id, name: member.name })),
    scripts: scripts.map(presentScript),
    createdAt: createdAt.toISOString(),
  };
}

/** How an invitation stands at a moment. */
export function invitationState(invitation: Invitation, now: Date): InvitationView['state'] {
  if (invitation.acceptedAt) return 'used';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}

export function presentInvitation(invitation: Invitation, now: Date): InvitationView {
  const { id, role, email, createdAt, expiresAt } = invitation;
  const times = { createdAt: createdAt.toISOString(), expiresAt: expiresAt.toISOString() };
  return { id, role, email, ...times, state: invitationState(invitation, now) };
}

export function presentOffer(invitation: Invitation & { readonly projectName: string }, now: Date): InvitationOffer {
  const { projectId, projectName, role, email } = invitation;
  return { projectId, projectName, role, email, state: invitationState(invitation, now) };
}

export function presentComment(comment: Comment): CommentView {
  const { projectId: _, deletedAt, createdAt, editedAt, resolved, ...rest } = comment;
  return {
    ...rest,
    createdAt: createdAt.toISOString(),
    editedAt: editedAt?.toISOString() ?? null,
    isDeleted: deletedAt !== null,
    resolved: resolved && { at: resolved.at.toISOString(), by: resolved.by },
  };
}

export function presentApproval({ takeId: _, at, ...rest }: Approval): ApprovalView {
  return { ...rest, at: at.toISOString() };
}
