'use client';
import { Check } from 'lucide-react';
import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import { joinClasses } from './joinClasses.ts';
import { Keys } from './Kbd.tsx';

export interface MenuProps {
  /** The control that opens it: one element that takes a ref. */
  readonly trigger: ReactElement;
  readonly label: string;
  readonly align?: 'start' | 'center' | 'end';
  readonly children: ReactNode;
}

/** A menu under a control. */
export function Menu({ trigger, label, align = 'start', children }: MenuProps) {
  return (
    <Radix.Root modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content className="menu" align={align} sideOffset={4} collisionPadding={8} aria-label={label}>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

export interface MenuItemProps {
  readonly icon?: ReactNode;
  readonly keys?: readonly string[];
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** A check before the words: the item is the one that is on. */
  readonly checked?: boolean;
  readonly onSelect?: (event: Event) => void;
  /** Puts the item on its only child, for instance a link. */
  readonly asChild?: boolean;
  readonly children: ReactNode;
}

/** One act in a menu. */
export function MenuItem({ icon, keys, danger, disabled, checked, onSelect, asChild, children }: MenuItemProps) {
  const looks = joinClasses('menu-item', danger && 'bad');
  if (asChild) {
    return (
      <Radix.Item asChild className={looks} disabled={disabled} onSelect={onSelect}>
        {children}
      </Radix.Item>
    );
  }
  const inside = (
    <>
      {checked === undefined ? (
        icon
      ) : (
        <span className="menu-check">{checked && <Check size={14} aria-hidden="true" />}</span>
      )}
      <span className="grow">{children}</span>
      {keys && <Keys keys={keys} />}
    </>
  );
  if (checked !== undefined) {
    return (
      <Radix.CheckboxItem className={looks} checked={checked} disabled={disabled} onSelect={onSelect}>
        {inside}
      </Radix.CheckboxItem>
    );
  }
  return (
    <Radix.Item className={looks} disabled={disabled} onSelect={onSelect}>
      {inside}
    </Radix.Item>
  );
}

/** A heading over a group of items. */
export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="menu-label cap">{children}</Radix.Label>;
}

/** A hairline between groups. */
export function MenuLine() {
  return <Radix.Separator className="hr menu-line" />;
}
