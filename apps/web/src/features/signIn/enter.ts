'use client';
import { signIn } from 'next-auth/react';
import type { DemoAccount } from './signInOptions.ts';

/** What came of a try to sign in. Which of e-mail and password was wrong is never said. */
export type Entered = 'in' | 'refused' | 'tooMany' | 'away';

function outcomeOf(answer: { ok: boolean; status: number; error: string | null } | undefined): Entered {
  if (!answer) return 'away';
  if (answer.ok && !answer.error) return 'in';
  if (answer.status === 429 || answer.error?.includes('tooMany')) return 'tooMany';
  return answer.status >= 500 ? 'away' : 'refused';
}

/** Signs in with e-mail and password. */
export async function enterWithPassword(email: string, password: string): Promise<Entered> {
  try {
    return outcomeOf(await signIn('credentials', { email, password, redirect: false }));
  } catch {
    return 'away';
  }
}

/** Signs in as one of the demo's people. */
export async function enterAsDemo(account: DemoAccount['key']): Promise<Entered> {
  try {
    return outcomeOf(await signIn('demo', { account, redirect: false }));
  } catch {
    return 'away';
  }
}

/** Leaves for the issuer of single sign-on, which comes back to `to`. */
export async function enterWithSingleSignOn(to: string): Promise<void> {
  await signIn('oidc', { callbackUrl: to });
}
