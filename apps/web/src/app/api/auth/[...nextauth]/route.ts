import { handleAuth } from '../../../../server/auth/handleAuth.ts';
import { services } from '../../../../server/services.ts';

/** Sign-in, sign-out, the issuer's callback and the session, by next-auth. */
async function handle(request: Request, context: { params: Promise<{ nextauth: string[] }> }): Promise<Response> {
  return handleAuth(request, (await context.params).nextauth, services());
}

export { handle as GET, handle as POST };
