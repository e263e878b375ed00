'use client';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';

export interface SegmentProps<V extends string> {
  readonly label: string;
  readonly value: V;
  readonly options: readonly {
    readonly value: V;
    readonly label: ReactNode;
    readonly name?: string;
    readonly lang?: string;
  }[];
  readonly onPick: (value: V) => void;
}

/** Two to four choices beside each other; exactly one is on. */
export function Segment<V extends string>({ label, value, options, onPick }: SegmentProps<V>) {
  return (
    <ToggleGroup.Root
      type="single"
      className="seg"
      aria-label={label}
      value={value}
      onValueChange={(picked) => picked && onPick(picked as V)}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          lang={option.lang}
          aria-label={option.name}
          className={option.value === value ? 'on' : undefined}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
