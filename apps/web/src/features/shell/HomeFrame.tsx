'use client';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Frame } from './Frame.tsx';
import { TopBar } from './TopBar.tsx';

/** The frame of the screens outside a project: projects, one's own settings. */
export function HomeFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('shell');
  return <Frame bar={<TopBar>{<b>{t('product')}</b>}</TopBar>}>{children}</Frame>;
}
