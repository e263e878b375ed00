/** The people of the demo. They have no password: where there is a demo, one click signs in as one of them. */
import type { Role } from '@tramline/wire';

export const DEMO_KEYS = ['writer', 'director', 'producer'] as const;
export type DemoKey = (typeof DEMO_KEYS)[number];

/** A person of the demo, as the seed adds them. */
export interface DemoPersonRow {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
}

export const DEMO_PEOPLE: Readonly<Record<DemoKey, DemoPersonRow>> = {
  writer: { name: 'Elif Aydın', email: 'elif@lastservice.example', role: 'writer' },
  director: { name: 'Mateo Ruiz', email: 'mateo@lastservice.example', role: 'director' },
  producer: { name: 'Noor Haddad', email: 'noor@lastservice.example', role: 'producer' },
};

/** Who owns the demo's project. Nobody signs in as them: an owner decides at no gate, and would only stand in the way. */
export const DEMO_OWNER: DemoPersonRow = { name: 'Sanne Vos', email: 'sanne@lastservice.example', role: 'owner' };

/** The e-mail of one of the demo's people. */
export function demoEmail(key: DemoKey): string {
  return DEMO_PEOPLE[key].email;
}

/** Whether a value names one of the demo's people. */
export function isDemoKey(value: unknown): value is DemoKey {
  return DEMO_KEYS.some((key) => key === value);
}
