/** `node prisma/seed.ts`: seeds the demo into DATABASE_URL, once, and only where TRAMLINE_DEMO is 1. Says `seeded` when it did. */
import { randomUUID } from 'node:crypto';
import { createStore, type Store } from '../packages/store/src/index.ts';
import { isDemoSeeded } from './demoState.ts';

/** Most starts find the demo there: what only the seed needs is loaded only now. */
async function seed(store: Store): Promise<boolean> {
  const { seedDemo } = await import('./seedDemo.ts');
  return seedDemo({ store, now: new Date(), newId: () => randomUUID(), random: () => Math.random() });
}

const { DATABASE_URL: databaseUrl, TRAMLINE_DEMO } = process.env;
if (TRAMLINE_DEMO !== '1') {
  console.log('there is no demo here: TRAMLINE_DEMO is not 1');
} else if (!databaseUrl) {
  console.error('DATABASE_URL is missing');
  process.exitCode = 1;
} else {
  const store = createStore({ databaseUrl, maxConnections: 2 });
  try {
    const isNew = !(await isDemoSeeded(store)) && (await seed(store));
    console.log(isNew ? 'seeded the demo' : 'the demo is there');
  } finally {
    await store.close();
  }
}
