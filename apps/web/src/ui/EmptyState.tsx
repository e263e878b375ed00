import type { ReactNode } from 'react';

export interface EmptyStateProps {
  /** One drawing: a lucide icon of 36 px, or `EmptyLines`. */
  readonly drawing: ReactNode;
  readonly title: string;
  /** What it is, and the next step in words. */
  readonly children?: ReactNode;
  /** The next step as buttons. */
  readonly actions?: ReactNode;
  readonly level?: 'h1' | 'h2' | 'h3';
}

/** What a list shows before there is anything in it. */
export function EmptyState({ drawing, title, children, actions, level: Heading = 'h2' }: EmptyStateProps) {
  return (
    <section className="em">
      <div className="emi" aria-hidden="true">
        {drawing}
      </div>
      <Heading className="em-title">{title}</Heading>
      {children && <p className="sec">{children}</p>}
      {actions && <div className="row wrap">{actions}</div>}
    </section>
  );
}
