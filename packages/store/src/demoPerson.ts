/** The people of the demo. They have no password: where there is a demo, one click signs in as one of them. */
import type { Role } from '@tramline/wire';

export const DEMO_KEYS = ['writer', 'director', 'producer'] as const;
export type DemoKey = (typeof DEMO_KEYS)[number];

/** Their names and roles. */
export const DEMO_PEOPLE: Readonly<Record<DemoKey, { readonly name: string; readonly role: Role }>> = {
  writer: { name: 'Elif Aydın', role: 'writer' },
  director: { name: 'Mateo Ruiz', role: 'director' },
  producer: { name: 'Noor Haddad', role: 'producer' },
};

/** The e-mail of one of the demo's people. The domain is one that can never exist (RFC 2606). */
export function demoEmail(key: DemoKey): string {
  return `${key}@demo.invalid`;
}

/** Whether a value names one of the demo's people. */
export function isDemoKey(value: unknown): value is DemoKey {
  return DEMO_KEYS.some((key) => key === value);
}
