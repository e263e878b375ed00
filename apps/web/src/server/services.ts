/** What the server side stands on: the store, the environment, time and chance. Made once; tests put in their own. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createStore, type Store } from '@tramline/store';
import { readEnvironment, type WebEnvironment } from './environment.ts';

export interface Services {
  readonly store: Store;
  readonly environment: WebEnvironment;
  now(): Date;
  newId(): string;
  /** Chance for links and sessions: 32 bytes, base64url. */
  newToken(): string;
}

// Next compiles routes and pages into separate bundles: one pool of connections serves all of them.
const shared = globalThis as typeof globalThis & { tramlineServices?: Services };

/** The services of this process. Throws when the environment is not set up. */
export function services(): Services {
  if (!shared.tramlineServices) {
    const environment = readEnvironment(process.env);
    shared.tramlineServices = makeServices(environment, createStore({ databaseUrl: environment.databaseUrl }));
  }
  return shared.tramlineServices;
}

/** Services with the clock and the chance of this machine. */
export function makeServices(environment: WebEnvironment, store: Store): Services {
  return {
    store,
    environment,
    now: () => new Date(),
    newId: () => randomUUID(),
    newToken: () => randomBytes(32).toString('base64url'),
  };
}

/** Puts services in place of those of the process. For tests. */
export function replaceServices(own: Services): void {
  shared.tramlineServices = own;
}
