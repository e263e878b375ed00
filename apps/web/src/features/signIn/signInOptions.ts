/** One of the demo's accounts; `key` is what the server knows it by. */
export interface DemoAccount {
  readonly key: 'writer' | 'director' | 'producer';
  readonly id: string;
  readonly name: string;
}

/** What the sign-in page offers. */
export interface SignInOptions {
  /** Empty unless the demo is on. */
  readonly demo: readonly DemoAccount[];
  /** The issuer's name as this server is set up to call it; null where there is none. */
  readonly singleSignOn: string | null;
  readonly mayRegister: boolean;
}
