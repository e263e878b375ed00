'use client';
import { signOut } from 'next-auth/react';
import { forgetScreens } from './offlineShell.ts';

/** Signs out on this device and shows the sign-in page. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false }).catch(() => undefined);
  await forgetScreens();
  location.assign('/sign-in');
}
