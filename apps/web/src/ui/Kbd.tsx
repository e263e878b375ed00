'use client';
import { Fragment, type ReactNode } from 'react';
import { useKeyNames } from './keyNames.ts';

/** One key cap. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd>{children}</kbd>;
}

/** The caps of one key combination. `Mod`, `Alt`, `Shift`, `Enter` and the arrows are drawn as the person's machine names them. */
export function Keys({ keys }: { keys: readonly string[] }) {
  const nameOf = useKeyNames();
  return (
    <>
      {keys.map((key, at) => (
        // A combination may hold a key twice, and never changes its order.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <Fragment key={at}>
          <kbd>{nameOf(key)}</kbd>
        </Fragment>
      ))}
    </>
  );
}
