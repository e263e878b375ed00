'use client';
import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
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

/** Where the focus begins: the first field, else the first button at the foot, which is the safe choice. */
function firstTarget(content: HTMLElement): HTMLElement | null {
  return (
    content.querySelector<HTMLElement>('.modal-body :is(input, select, textarea):not(:disabled, [readonly])') ??
    content.querySelector<HTMLElement>(':is(footer, .modal-foot) button:not(:disabled)')
  );
}

/** A dialog in the middle of the screen. Focus is trapped and goes back where it was; Esc closes. */
export function Dialog({ open, onOpenChange, title, lead, width = 'narrow', children, footer }: DialogProps) {
  const t = useTranslations('ui');
  const content = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="scrim" />
        <Radix.Content
          ref={content}
          className={joinClasses('dlg modal', width)}
          onOpenAutoFocus={(event) => {
            const target = content.current && firstTarget(content.current);
            if (!target) return;
            event.preventDefault();
            target.focus();
          }}
          {...(lead ? {} : { 'aria-describedby': undefined })}
        >
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
