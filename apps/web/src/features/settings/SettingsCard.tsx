import type { ReactNode } from 'react';

/** A titled group of settings. */
export function SettingsCard({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="set-group">
      <h2 className="sech">{title}</h2>
      <div className="card set-card">{children}</div>
    </section>
  );
}

export interface SettingRowProps {
  readonly title: ReactNode;
  readonly words?: ReactNode;
  /** The control at the right. */
  readonly children?: ReactNode;
}

/** One setting: what it is, what it does, its control. */
export function SettingRow({ title, words, children }: SettingRowProps) {
  return (
    <div className="set-row">
      <span className="col grow">
        <b className="clip">{title}</b>
        {words && <small>{words}</small>}
      </span>
      {children}
    </div>
  );
}
