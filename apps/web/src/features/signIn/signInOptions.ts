/** One of the demo's accounts; `key` is what the server knows it by. */
export interface DemoAccount {
  readonly key: 'writer' | 'director' | 'producer';
  readonly id: string;
  readonly name: string;
}

/** The people of the demo, in the order of the work. */
export const DEMO_ACCOUNTS: readonly DemoAccount[] = [
  { key: 'writer', id: 'demo-writer', name: 'Elif Aydın' },
  { key: 'director', id: 'demo-director', name: 'Mateo Ruiz' },
  { key: 'producer', id: 'demo-producer', name: 'Noor Haddad' },
];

/** What the sign-in page offers. */
export interface SignInOptions {
  /** Empty unless the demo is on. */
  readonly demo: readonly DemoAccount[];
  readonly hasSingleSignOn: boolean;
  readonly mayRegister: boolean;
}
