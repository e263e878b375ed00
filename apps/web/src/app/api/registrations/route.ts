import { registration } from '@tramline/wire';
import { register } from '../../../server/commands/register.ts';
import { openRoute } from '../../../server/route.ts';

/** A new account. It does not sign in; an invitation's account is a member of its project at once. */
export const POST = openRoute({
  reads: registration,
  do: register,
  present: (registered) => registered,
  status: 201,
});
