/** What the server side stands on: the store, the environment, time and chance. Made once; tests put in their own. */
import { randomBytes, randomUUID } from 'node:crypto';
import { createLogPool, createStore, type Store } from '@tramline/store';
import { readEnvironment, type WebEnvironment } from './environment.ts';

/** What `loadBytes` reads from. */
type LogPool = ReturnType<typeof createLogPool>;

export interface Services {
  readonly store: Store;
  /** The log of the documents, for reading them as they are on disk. */
  readonly log: LogPool;
  readonly environment: WebEnvironment;
  now(): Date;
  newId(): string;
  /** Chance for links and sessions: 32 bytes, base64url. */
  newToken(): string;
  /** Tells the operator of a mistake of ours. */
  report(error: unknown): void;
}

/** Reading whole documents is rare here. */
const LOG_CONNECTIONS = 2;

// Next compiles routes and pages into separate bundles: one pool of connections serves all of them.
const shared = globalThis as typeof globalThis & { tramlineServices?: Services };

/** The services of this process. Throws when the environment is not set up. */
export function services(): Services {
  if (!shared.tramlineServices) {
    const environment = readEnvironment(process.env);
    shared.tramlineServices = makeServices(environment);
  }
  return shared.tramlineServices;
}

/** Services with the clock and the chance of this machine. */
function makeServices(environment: WebEnvironment): Services {
  const { databaseUrl } = environment;
  return {
    store: createStore({ databaseUrl }),
    log: createLogPool(databaseUrl, LOG_CONNECTIONS),
    environment,
    now: () => new Date(),
    newId: () => randomUUID(),
    newToken: () => randomBytes(32).toString('base64url'),
    report: (error) => console.error(error),
  };
}

/** Puts services in place of those of the process. For tests. */
export function replaceServices(own: Services): void {
  shared.tramlineServices = own;
}
