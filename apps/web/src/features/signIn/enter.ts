'use client';
import type { Registration } from '@tramline/wire';
import { signIn } from 'next-auth/react';
import { askApi, type FailureCode, failureCode } from '../shell/askApi.ts';
import { readRefusal } from './readRefusal.ts';
import type { DemoAccount } from './signInOptions.ts';

interface Answer {
  readonly ok: boolean;
  readonly status: number;
  readonly error: string | null;
}

/** Asks next-auth without leaving the page. Null when the person is in; else why not. */
async function enter(
  provider: 'credentials' | 'demo',
  typed: Readonly<Record<string, string>>,
): Promise<FailureCode | null> {
  try {
    const answer: Answer | undefined = await signIn(provider, { ...typed, redirect: false });
    if (!answer) return 'server.failed';
    if (answer.ok && !answer.error) return null;
    return answer.status >= 500 ? 'server.failed' : readRefusal(answer.error);
  } catch {
    return 'network.away';
  }
}

/** Signs in with e-mail and password. Which of the two was wrong is never said. */
export const enterWithPassword = (email: string, password: string) => enter('credentials', { email, password });

/** Signs in as one of the demo's people. */
export const enterAsDemo = (account: DemoAccount['key']) => enter('demo', { account });

/** Leaves for the issuer of single sign-on, which comes back to `to`. */
export async function enterWithSingleSignOn(to: string): Promise<void> {
  await signIn('oidc', { callbackUrl: to });
}

/** Makes an account. Null when it is there; else why not. */
export async function register(registration: Registration): Promise<FailureCode | null> {
  try {
    await askApi('POST', '/api/registrations', registration);
    return null;
  } catch (thrown) {
    return failureCode(thrown);
  }
}
