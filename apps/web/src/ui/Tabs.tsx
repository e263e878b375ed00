'use client';
import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';

export interface TabsProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly onPick: (value: V) => void;
  readonly tabs: readonly {
    readonly value: V;
    readonly label: string;
    readonly count?: number;
    readonly panel: ReactNode;
  }[];
}

/** The tabs of a panel, 40 px high, each with a count, and the panel of the one that is on. */
export function Tabs<V extends string>({ label, value, onPick, tabs }: TabsProps<V>) {
  return (
    <Radix.Root className="tabbed" value={value} onValueChange={(picked) => onPick(picked as V)}>
      <Radix.List className="ptabs" aria-label={label}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.value} value={tab.value}>
            {tab.label}
            {tab.count !== undefined && <span className="num mut">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.value} value={tab.value} className="tab-panel" tabIndex={-1}>
          {tab.panel}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
