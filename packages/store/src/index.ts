export { isStoreAway } from './adapters/database.ts';
export { createStore, type Store } from './createStore.ts';
export {
  DEMO_KEYS,
  DEMO_OWNER,
  DEMO_PEOPLE,
  type DemoKey,
  type DemoPersonRow,
  demoEmail,
  isDemoKey,
} from './demoPerson.ts';
export * from './log/index.ts';
export * from './ports/house.ts';
export * from './ports/person.ts';
export * from './ports/project.ts';
export * from './ports/review.ts';
export * from './ports/script.ts';
export * from './present.ts';
