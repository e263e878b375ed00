/** `node prisma/seed.ts`: seeds the demo into DATABASE_URL, once, and only where TRAMLINE_DEMO is 1. Says `seeded` when it did. */
import { randomUUID } from 'node:crypto';
import { createStore } from '../packages/store/src/index.ts';
import { seedDemo } from './seedDemo.ts';

const { DATABASE_URL: databaseUrl, TRAMLINE_DEMO } = process.env;
if (TRAMLINE_DEMO !== '1') {
  console.log('there is no demo here: TRAMLINE_DEMO is not 1');
} else if (!databaseUrl) {
  console.error('DATABASE_URL is missing');
  process.exitCode = 1;
} else {
  const store = createStore({ databaseUrl, maxConnections: 2 });
  try {
    const isNew = await seedDemo({ store, now: new Date(), newId: () => randomUUID(), random: () => Math.random() });
    console.log(isNew ? 'seeded the demo' : 'the demo is there');
  } finally {
    await store.close();
  }
}
