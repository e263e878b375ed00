import { describe, expect, it } from 'vitest';
import { type MemberWish, refuseInvitation, refuseMemberWish } from './membership.ts';
import { may, ROLES, type Role } from './role.ts';

const targets: readonly (Role | undefined)[] = [...ROLES, undefined];
/** Every wish: who asks, about themselves or another, what the member is, what they shall be, with one owner and with two. */
const wishes: MemberWish[] = ROLES.flatMap((actor) =>
  ROLES.flatMap((from) =>
    targets.flatMap((to) =>
      [1, 2].flatMap((owners) =>
        [true, false]
          .filter((isSelf) => !isSelf || actor === from)
          .map((isSelf) => ({ actor, isSelf, from, to, owners })),
      ),
    ),
  ),
);
const granted = wishes.filter((wish) => refuseMemberWish(wish) === undefined);

describe('changing members', () => {
  it('[ME1] is for who may change members, and for leaving', () => {
    const others = granted.filter((wish) => !(wish.isSelf && wish.to === undefined));
    expect(others.length).toBeGreaterThan(100);
    expect(others.filter((wish) => !may(wish.actor, 'members.change'))).toEqual([]);
    const denied = wishes.filter(
      (wish) => !may(wish.actor, 'members.change') && !(wish.isSelf && wish.to === undefined),
    );
    expect(new Set(denied.map(refuseMemberWish))).toEqual(new Set(['role.forbidden']));
  });
  it('[ME2] lets every role leave', () => {
    for (const actor of ROLES) {
      expect(refuseMemberWish({ actor, isSelf: true, from: actor, to: undefined, owners: 2 })).toBeUndefined();
    }
  });
  it('[ME3] lets only an owner touch owners', () => {
    const touching = granted.filter((wish) => wish.from === 'owner' || wish.to === 'owner');
    expect(touching.length).toBeGreaterThan(10);
    expect(touching.filter((wish) => wish.actor !== 'owner')).toEqual([]);
    expect(refuseMemberWish({ actor: 'producer', isSelf: false, from: 'owner', to: 'writer', owners: 2 })).toBe(
      'member.ownerOnly',
    );
    expect(refuseMemberWish({ actor: 'producer', isSelf: true, from: 'producer', to: 'owner', owners: 2 })).toBe(
      'member.ownerOnly',
    );
  });
  it('[ME3] lets only an owner invite an owner', () => {
    const invited = ROLES.flatMap((actor) =>
      ROLES.filter((role) => !refuseInvitation(actor, role)).map((role) => `${actor}>${role}`),
    );
    const byProducer = ROLES.filter((role) => role !== 'owner').map((role) => `producer>${role}`);
    expect(invited).toEqual([...ROLES.map((role) => `owner>${role}`), ...byProducer]);
    expect(refuseInvitation('producer', 'owner')).toBe('member.ownerOnly');
    expect(refuseInvitation('director', 'viewer')).toBe('role.forbidden');
  });
  it('[ME4] never leaves a project without an owner', () => {
    expect(granted.filter(({ from, to, owners }) => owners === 1 && from === 'owner' && to !== 'owner')).toEqual([]);
    expect(refuseMemberWish({ actor: 'owner', isSelf: true, from: 'owner', to: undefined, owners: 1 })).toBe(
      'member.lastOwner',
    );
    expect(refuseMemberWish({ actor: 'owner', isSelf: true, from: 'owner', to: 'writer', owners: 1 })).toBe(
      'member.lastOwner',
    );
    expect(refuseMemberWish({ actor: 'owner', isSelf: true, from: 'owner', to: 'writer', owners: 2 })).toBeUndefined();
  });
});
