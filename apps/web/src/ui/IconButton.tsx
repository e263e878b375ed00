'use client';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { joinClasses } from './joinClasses.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The accessible name, and the tooltip's words. */
  readonly label: string;
  readonly keys?: readonly string[];
  readonly on?: boolean;
  readonly small?: boolean;
  /** A short text instead of an icon, such as `EN`. */
  readonly text?: boolean;
  readonly children: ReactNode;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A square button with an icon of 16 px; its name shows as a tooltip. `on` makes it a toggle. */
export function IconButton({ label, keys, on, small, text, className, children, type, ...rest }: IconButtonProps) {
  return (
    <Tooltip words={label} keys={keys}>
      <button
        {...rest}
        type={type ?? 'button'}
        className={joinClasses('ib', small && 's', text && 'txt', on && 'on', className)}
        aria-label={label}
        aria-pressed={on}
      >
        {children}
      </button>
    </Tooltip>
  );
}
