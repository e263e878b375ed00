'use client';
import { createContext, type ReactNode, useContext } from 'react';

/** The person who is signed in. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

const MeContext = createContext<Me | null>(null);

/** Who is signed in; only inside screens that ask for it. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new TypeError('useMe needs a MeProvider above it');
  return me;
}

/** Hands the person who is signed in to the screens below. */
export function MeProvider({ me, children }: { me: Me; children: ReactNode }) {
  return <MeContext.Provider value={me}>{children}</MeContext.Provider>;
}
