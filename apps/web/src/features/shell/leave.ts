'use client';
import { signOut } from 'next-auth/react';

/** Signs out on this device and shows the sign-in page. */
export async function leave(): Promise<void> {
  await signOut({ redirect: false }).catch(() => undefined);
  location.assign('/sign-in');
}
