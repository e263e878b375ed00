'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { joinClasses } from './joinClasses.ts';

export interface DialogProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly title: ReactNode;
  /** One sentence under the title; it says what will happen. */
  readonly lead?: ReactNode;
  /** 440, 560 or 720 px. */
  readonly width?: 'narrow' | 'normal' | 'wide';
  readonly children?: ReactNode;
  /** Buttons, the safe choice first; it takes the focus. */
  readonly footer?: ReactNode;
}

/** A dialog in the middle of the screen. Focus is trapped and goes back where it was; Esc closes. */
export function Dialog({ open, onOpenChange, title, lead, width = 'narrow', children, footer }: DialogProps) {
  const t = useTranslations('ui');
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content className={joinClasses('dlg modal', width)} {...(lead ? {} : { 'aria-describedby': undefined })}>
          <header>
            <div className="grow">
              <Radix.Title>{title}</Radix.Title>
              {lead && <Radix.Description className="sec">{lead}</Radix.Description>}
            </div>
            <Radix.Close className="ib" aria-label={t('close')}>
              <X size={16} aria-hidden="true" />
            </Radix.Close>
          </header>
          {children && <div className="modal-body">{children}</div>}
          {footer && <footer>{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
