import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Me } from '../features/shell/me.tsx';
import { readSession, sessionCookieName } from './auth/session.ts';
import { services } from './services.ts';

/** Who is signed in, or null. For server components. */
export async function readMe(): Promise<Me | null> {
  const house = services();
  const token = (await cookies()).get(sessionCookieName(house.environment))?.value;
  const session = await readSession(token, house);
  if (!session) return null;
  const { id, name, email } = session.person;
  return { id, name, email };
}

/** Who is signed in; nobody is sent to the sign-in page, which leads back here. */
export async function requireMe(): Promise<Me> {
  const me = await readMe();
  if (me) return me;
  const path = (await headers()).get('x-path') ?? '/projects';
  redirect(`/sign-in?to=${encodeURIComponent(path)}`);
}
