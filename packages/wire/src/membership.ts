/** The rules of changing members that the capability table alone cannot say: owners are made and changed by owners, and one stays. */
import type { ErrorCode } from './errorCode.ts';
import { may, type Role } from './role.ts';

/** A wish to change a member. `to` is `undefined` for taking the person out; `owners` counts the project's owners now. */
export interface MemberWish {
  readonly actor: Role;
  /** The wish is about the actor: everybody may leave. */
  readonly isSelf: boolean;
  readonly from: Role;
  readonly to: Role | undefined;
  readonly owners: number;
}

/** The code that refuses a wish, or `undefined` when it may be done. */
export function refuseMemberWish({ actor, isSelf, from, to, owners }: MemberWish): ErrorCode | undefined {
  const isLeaving = isSelf && to === undefined;
  if (!isLeaving && !may(actor, 'members.change')) return 'role.forbidden';
  if ((from === 'owner' || to === 'owner') && actor !== 'owner') return 'member.ownerOnly';
  if (from === 'owner' && to !== 'owner' && owners <= 1) return 'member.lastOwner';
  return undefined;
}

/** The code that refuses an invitation into a role, or `undefined` when it may be written. */
export function refuseInvitation(actor: Role, role: Role): ErrorCode | undefined {
  if (!may(actor, 'members.change')) return 'role.forbidden';
  return role === 'owner' && actor !== 'owner' ? 'member.ownerOnly' : undefined;
}
