/** The demo project: its people and its two scripts. Data only; the seed makes rows and documents of it. */
import type { DemoPerson, DemoScript } from './demoScript.ts';
import { lastBus } from './lastBus.ts';
import { lastService } from './lastService.ts';

/** The name of the demo's project. */
export const DEMO_PROJECT = 'Last Service · 末班车';

/** The three accounts of the demo; they exist only in demo mode. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { role: 'writer', name: 'Elif Aydın', email: 'elif@lastservice.film' },
  { role: 'director', name: 'Mateo Ruiz', email: 'mateo@lastservice.film' },
  { role: 'producer', name: 'Noor Haddad', email: 'noor@lastservice.film' },
];

export const DEMO_SCRIPTS: readonly DemoScript[] = [lastService, lastBus];
