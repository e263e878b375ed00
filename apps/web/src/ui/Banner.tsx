import { CloudOff, OctagonAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { joinClasses } from './joinClasses.ts';

export interface BannerProps {
  /** `away`: the server does not answer, work is kept. `danger`: something may be lost. */
  readonly kind: 'away' | 'danger';
  /** The first words, strong. */
  readonly title: string;
  readonly children?: ReactNode;
  /** A small button. */
  readonly action?: ReactNode;
}

/** One sentence across the screen: what happened, what is safe, what to do. */
export function Banner({ kind, title, children, action }: BannerProps) {
  const Icon = kind === 'away' ? CloudOff : OctagonAlert;
  return (
    <div className={joinClasses('banner', kind)} role="status">
      <Icon className="i" size={15} aria-hidden="true" />
      <span className="grow">
        <b>{title}</b> {children}
      </span>
      {action}
    </div>
  );
}
