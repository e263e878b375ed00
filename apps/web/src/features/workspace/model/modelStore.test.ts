import { expect, test } from 'vitest';
import { createModelStore, type ModelClock } from './modelStore.ts';
import type { WorkspaceModel } from './workspaceModel.ts';

const modelNamed = (name: string): WorkspaceModel => ({
  elements: [],
  scenes: [],
  shots: [],
  shotById: new Map(),
  beats: [],
  threads: [],
  orphans: [],
  coverage: name.length,
});

/** A clock that a test turns by hand; every derivation costs `cost`. */
function bench({ cost = 0 } = {}) {
  const waiting: { call: () => void; delayMs: number }[] = [];
  let time = 0;
  let derived = 0;
  let next = modelNamed('a');
  const clock: ModelClock = {
    now: () => time,
    afterPaint(call, delayMs) {
      const entry = { call, delayMs };
      waiting.push(entry);
      return () => waiting.splice(waiting.indexOf(entry), 1);
    },
  };
  const store = createModelStore(() => {
    derived++;
    time += cost;
    return next;
  }, clock);
  return {
    store,
    waiting,
    derivedTimes: () => derived,
    becomes: (name: string) => {
      next = modelNamed(name);
    },
    paint: () => waiting.shift()?.call(),
  };
}

test('many changes before a frame cost one computation, and none while they happen', () => {
  const { store, derivedTimes, paint, waiting } = bench();
  for (let key = 0; key < 20; key++) store.markChanged();
  expect(derivedTimes()).toBe(1);
  paint();
  expect([derivedTimes(), waiting.length]).toEqual([2, 0]);
});

test('views are told only when the model is another one', () => {
  const { store, becomes, paint } = bench();
  const seen: number[] = [];
  store.subscribe(() => seen.push(store.getSnapshot().coverage));
  store.markChanged();
  paint();
  becomes('bb');
  store.markChanged();
  paint();
  expect(seen).toEqual([2]);
});

test('after a costly computation the next one rests, but never longer than a fifth of a second', () => {
  const dear = bench({ cost: 30 });
  dear.store.markChanged();
  dear.paint();
  dear.store.markChanged();
  expect(dear.waiting[0]?.delayMs).toBe(60);
  const dearer = bench({ cost: 900 });
  dearer.store.markChanged();
  dearer.paint();
  dearer.store.markChanged();
  expect(dearer.waiting[0]?.delayMs).toBe(200);
});

test('flushing computes what is outstanding at once and cancels the waiting computation', () => {
  const { store, becomes, waiting, derivedTimes } = bench();
  becomes('bb');
  store.markChanged();
  expect(store.flush().coverage).toBe(2);
  expect(waiting).toEqual([]);
  store.flush();
  expect(derivedTimes()).toBe(2);
});
