'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { BarSlotsProvider } from './barSlots.tsx';

export interface FrameProps {
  /** The top bar. */
  readonly bar: ReactNode;
  /** The tabs at the foot of a phone. */
  readonly phoneTabs?: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every signed-in screen: skip link, bar, the screen with its own `main`, tabs on a phone. */
export function Frame({ bar, phoneTabs, children }: FrameProps) {
  const t = useTranslations('shell');
  return (
    <BarSlotsProvider>
      <a className="skip" href="#screen">
        {t('skip')}
      </a>
      <div className="app">
        {bar}
        <div id="screen" className="screen" tabIndex={-1}>
          {children}
        </div>
        {phoneTabs}
      </div>
    </BarSlotsProvider>
  );
}
