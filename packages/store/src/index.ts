export { isStoreAway } from './adapters/database.ts';
export { createStore, type Store } from './createStore.ts';
export * from './log/index.ts';
export * from './ports/house.ts';
export * from './ports/person.ts';
export * from './ports/project.ts';
export * from './ports/review.ts';
export * from './ports/script.ts';
export * from './present.ts';
