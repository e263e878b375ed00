'use client';
import { type MemberView, may, ROLES, type Role } from '@tramline/wire';
import { UserMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Avatar } from '../../ui/Avatar.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { Select } from '../../ui/Field.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

/** The roles that one may give: only an owner makes owners. */
export function rolesToGive(myRole: Role): readonly Role[] {
  return myRole === 'owner' ? ROLES : ROLES.filter((role) => role !== 'owner');
}

export interface MemberRowProps {
  readonly member: MemberView;
  readonly myRole: Role;
  readonly isMe: boolean;
  readonly onRole: (role: Role) => void;
  readonly onRemove: () => void;
}

/** One member: who it is, the role (a choice for those who may), and a way out. */
export function MemberRow({ member, myRole, isMe, onRole, onRemove }: MemberRowProps) {
  const t = useTranslations('members');
  const mayChange = may(myRole, 'members.change') && (member.role !== 'owner' || myRole === 'owner');
  return (
    <li className="person-row">
      <Avatar person={member} size="large" decorative />
      <span className="col grow">
        <span className="row g6">
          <b className="clip">{member.name}</b>
          {isMe && <Chip>{t('you')}</Chip>}
        </span>
        <small className="clip">{member.email}</small>
      </span>
      {mayChange ? (
        <Select
          small
          hideLabel
          className="role-pick"
          label={t('roleOf', { name: member.name })}
          value={member.role}
          options={rolesToGive(myRole).map((value) => ({ value, label: t(`roles.${value}`) }))}
          onPick={onRole}
        />
      ) : (
        <span className="sec">{t(`roles.${member.role}`)}</span>
      )}
      {(mayChange || isMe) && (
        <IconButton label={isMe ? t('leave') : t('removeName', { name: member.name })} onClick={onRemove}>
          <UserMinus size={16} aria-hidden="true" />
        </IconButton>
      )}
    </li>
  );
}
