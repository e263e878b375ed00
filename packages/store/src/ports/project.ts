/** Projects, their members and the invitations into them. */
import type { MemberView, Outcome, Role } from '@tramline/wire';
import type { Script } from './script.ts';

export interface Project {
  readonly id: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly createdAt: Date;
}

/** A project as one of its members sees it. Members are in the order in which they came, scripts by position. */
export interface MemberProject extends Project {
  readonly role: Role;
  readonly members: readonly Member[];
  readonly scripts: readonly Script[];
}

export type Member = MemberView;

export interface Projects {
  /** The projects of a person, oldest first. */
  listFor(personId: string): Promise<readonly MemberProject[]>;
  /** A project as a person sees it; `undefined` when it is not there, was deleted, or the person is not a member. */
  findFor(id: string, personId: string): Promise<MemberProject | undefined>;
  /** The role of a person in a project; `undefined` as with `findFor`. */
  roleOf(id: string, personId: string): Promise<Role | undefined>;
  /** Makes a project whose owner is `ownerId`. */
  create(project: { id: string; name: string; ownerId: string; isDemo?: boolean; at: Date }): Promise<void>;
  rename(id: string, name: string): Promise<void>;
  /** Deletes a project: nobody sees it again, its rooms close. Its rows stay for the operator. */
  remove(id: string, at: Date): Promise<void>;
}

/** Who acts, with the role that the server has just read. */
export interface Actor {
  readonly id: string;
  readonly role: Role;
}

/**
 * Members of a project. A change locks the project's members and judges with the roles found under the lock, so that of two owners
 * who demote each other at once one stays. Refusals are those of `refuseMemberWish`, `thing.notFound` for who is not a member.
 */
export interface Members {
  list(projectId: string): Promise<readonly Member[]>;
  /** Adds a member without an invitation, for the seed. */
  add(projectId: string, personId: string, role: Role, at: Date): Promise<void>;
  changeRole(projectId: string, personId: string, role: Role, actorId: string, at: Date): Promise<Outcome<Member>>;
  remove(projectId: string, personId: string, actorId: string, at: Date): Promise<Outcome<undefined>>;
}

export interface Invitation {
  readonly id: string;
  readonly projectId: string;
  readonly role: Role;
  readonly email: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  readonly acceptedAt: Date | null;
  readonly acceptedById: string | null;
  readonly revokedAt: Date | null;
}

/** An invitation by link: good once, until it expires or is revoked. Only the hash of its token is known here. */
export interface Invitations {
  list(projectId: string): Promise<readonly Invitation[]>;
  find(tokenHash: Uint8Array): Promise<(Invitation & { readonly projectName: string }) | undefined>;
  create(invitation: {
    id: string;
    projectId: string;
    role: Role;
    email: string | null;
    tokenHash: Uint8Array;
    createdById: string;
    at: Date;
    expiresAt: Date;
  }): Promise<Invitation>;
  /** Revokes an invitation that nobody has used. `thing.notFound` when it is not in the project, `invitation.used` when too late. */
  revoke(projectId: string, id: string, at: Date): Promise<Outcome<undefined>>;
  /**
   * Makes a person a member. Refuses with `invitation.invalid` (unknown, revoked, project gone), `invitation.used`,
   * `invitation.expired`, `invitation.otherPerson` (it names another e-mail), `member.exists`. Who used it may call again.
   */
  accept(tokenHash: Uint8Array, personId: string, at: Date): Promise<Outcome<{ projectId: string }>>;
}
