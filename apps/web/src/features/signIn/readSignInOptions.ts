import type { SignInOptions } from './signInOptions.ts';
import { DEMO_ACCOUNTS } from './signInOptions.ts';

/** What the sign-in page may offer, as this server is set up. */
export function readSignInOptions(): SignInOptions {
  return {
    demo: process.env.TRAMLINE_DEMO === '1' ? DEMO_ACCOUNTS : [],
    hasSingleSignOn: Boolean(process.env.OIDC_ISSUER),
    mayRegister: process.env.TRAMLINE_REGISTRATION === 'open',
  };
}
