/** The few parts of oidc-provider that the test issuer uses; the package brings no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  interface Context {
    readonly path: string;
    readonly req: IncomingMessage;
    readonly res: ServerResponse;
    body: unknown;
    respond: boolean;
  }
  interface Configuration {
    clients: readonly object[];
    claims: Readonly<Record<string, readonly string[]>>;
    conformIdTokenClaims: boolean;
    cookies: { keys: readonly string[] };
    features: Readonly<Record<string, { enabled: boolean }>>;
    interactions: { policy: unknown; url(context: Context, interaction: { uid: string }): string };
    findAccount(
      context: Context,
      sub: string,
    ): Promise<{ accountId: string; claims(): Promise<{ sub: string } & Record<string, unknown>> }>;
    renderError(context: Context, out: object): Promise<void>;
  }
  export const interactionPolicy: { base(): unknown };
  export default class Provider {
    constructor(issuer: string, configuration: Configuration);
    use(middleware: (context: Context, next: () => Promise<void>) => Promise<void>): this;
    callback(): RequestListener;
    interactionDetails(
      request: IncomingMessage,
      response: ServerResponse,
    ): Promise<{ params: Record<string, unknown>; session?: { accountId: string } }>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object): Promise<void>;
    readonly Grant: new (fields: {
      accountId: string;
      clientId: string;
    }) => {
      addOIDCScope(scope: string): void;
      save(): Promise<string>;
    };
  }
}
