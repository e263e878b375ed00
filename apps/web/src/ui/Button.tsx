import { Slot } from 'radix-ui';
import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { joinClasses } from './joinClasses.ts';
import { Keys } from './Kbd.tsx';

/** What a button is for. `approve` and `request` are the two decisions at a gate; `danger` ends something for good. */
type ButtonKind = 'default' | 'primary' | 'quiet' | 'approve' | 'request' | 'danger';
const KIND_CLASS: Readonly<Record<ButtonKind, string>> = {
  default: '',
  primary: 'pri',
  quiet: 'gh',
  approve: 'ok',
  request: 'no',
  danger: 'no',
};
const SIZE_CLASS = { small: 'sm', normal: '', large: 'lg', touch: 'big' } as const;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  readonly size?: keyof typeof SIZE_CLASS;
  /** A lucide icon of 14 px, before the words. A busy button shows a ring in its place, at the same width. */
  readonly icon?: ReactNode;
  /** The key that does the same, such as `['A']`; shown, not bound. */
  readonly keys?: readonly string[];
  readonly busy?: boolean;
  /** Puts the looks on the only child, for instance a link. */
  readonly asChild?: boolean;
  readonly ref?: Ref<HTMLButtonElement>;
}

/** A button with words. While `busy` it cannot be pressed and says so to assistive technology. */
export function Button({ kind = 'default', size = 'normal', icon, keys, busy = false, asChild, ...rest }: ButtonProps) {
  const { className, children, disabled, type, onClick, ref, ...others } = rest;
  const looks = joinClasses('btn', KIND_CLASS[kind], SIZE_CLASS[size], busy && 'busy', className);
  if (asChild) {
    return (
      <Slot.Root className={looks} onClick={onClick} {...others}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      {...others}
      ref={ref}
      type={type ?? 'button'}
      className={looks}
      disabled={disabled}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? <BusyRing /> : icon}
      <span>{children}</span>
      {keys && (
        <span className="bk" aria-hidden="true">
          <Keys keys={keys} />
        </span>
      )}
    </button>
  );
}

/** The running ring, as wide as an icon. */
export function BusyRing({ size = 14 }: { size?: number }) {
  return (
    <svg
      className="gl"
      width={size}
      height={size}
      viewBox="0 0 12 12"
      fill="none"
      stroke="currentColor"
      aria-hidden="true"
    >
      <circle cx={6} cy={6} r={4.25} strokeOpacity={0.35} strokeWidth={1.5} />
      <path className="spin" d="M6 1.75A4.25 4.25 0 0 1 10.25 6" strokeWidth={1.75} strokeLinecap="round" />
    </svg>
  );
}
