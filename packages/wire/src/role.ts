/** Who may do what. This one table decides everywhere: routes, rooms, events and what a screen offers. Source: DESIGN.md 7. */
import { z } from 'zod';

/** The roles of a project's members, from the most to the least able. */
export const ROLES = ['owner', 'producer', 'director', 'writer', 'artist', 'reviewer', 'viewer'] as const;
export const role = z.enum(ROLES);
export type Role = z.infer<typeof role>;

/** What a member may ask for. */
export const ACTIONS = [
  'project.read',
  'comment.write',
  'script.edit',
  'shots.edit',
  'take.request',
  'spending.allow',
  'gate.decide',
  'settings.change',
  'members.change',
  'project.delete',
] as const;
export type Action = (typeof ACTIONS)[number];

const everybody: readonly Role[] = ROLES;

/** The capability table: for each action the roles that have it. Decisions at a gate follow the gate's own rule; this is its default. */
export const CAPABILITIES: Readonly<Record<Action, readonly Role[]>> = {
  'project.read': everybody,
  'comment.write': ['owner', 'producer', 'director', 'writer', 'artist', 'reviewer'],
  'script.edit': ['owner', 'director', 'writer'],
  'shots.edit': ['owner', 'director', 'writer', 'artist'],
  'take.request': ['owner', 'producer', 'director', 'artist'],
  'spending.allow': ['owner', 'producer'],
  'gate.decide': ['producer', 'director'],
  'settings.change': ['owner', 'producer'],
  'members.change': ['owner', 'producer'],
  'project.delete': ['owner'],
};

/** Whether a role has an action. */
export function may(who: Role, action: Action): boolean {
  return CAPABILITIES[action].includes(who);
}
