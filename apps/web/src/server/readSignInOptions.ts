import { DEMO_KEYS, demoEmail } from '@tramline/store';
import type { DemoAccount, SignInOptions } from '../features/signIn/signInOptions.ts';
import { isRegistrationOpen } from './commands/register.ts';
import { services } from './services.ts';

async function readDemo(): Promise<readonly DemoAccount[]> {
  const { store, environment } = services();
  if (!environment.isDemo) return [];
  const people = await Promise.all(
    DEMO_KEYS.map(async (key) => {
      const person = await store.people.findByEmail(demoEmail(key));
      return person ? [{ key, id: person.id, name: person.name }] : [];
    }),
  );
  return people.flat();
}

/** What the sign-in page may offer, as this server is set up. */
export async function readSignInOptions(): Promise<SignInOptions> {
  const house = services();
  return {
    demo: await readDemo(),
    singleSignOn: house.environment.oidc?.name ?? null,
    mayRegister: await isRegistrationOpen(house),
  };
}
