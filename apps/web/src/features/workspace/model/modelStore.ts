/** Keeps the derived model up to date off the typing path, and tells views when a part that they read changed. */
import type { WorkspaceModel } from './workspaceModel.ts';

export interface WorkspaceModelStore {
  /** The model of the last computation. The same object until something in it changed. */
  getSnapshot(): WorkspaceModel;
  subscribe(listener: () => void): () => void;
  /** Something that the model is derived from has changed; it is computed again soon, once for all changes of a frame. */
  markChanged(): void;
  /** Computes now what is outstanding; for acts that must not decide on an old state. */
  flush(): WorkspaceModel;
  dispose(): void;
}

/** How the store waits: `afterPaint` calls back once, in a task after the next frame is drawn and not before `delayMs` have passed. */
export interface ModelClock {
  now(): number;
  afterPaint(call: () => void, delayMs: number): () => void;
}

/** Between two computations at least this many times the cost of the last one passes, so that typing has the rest. */
const REST_FACTOR = 2;
/** A screen that is a fifth of a second old is still alive; longer rests would show. */
const LONGEST_REST_MS = 200;

export function createModelStore(derive: () => WorkspaceModel, clock: ModelClock = browserClock): WorkspaceModelStore {
  const listeners = new Set<() => void>();
  let model = derive();
  let cancel: (() => void) | undefined;
  let restUntil = 0;

  const compute = (): WorkspaceModel => {
    cancel = undefined;
    const began = clock.now();
    const next = derive();
    const ended = clock.now();
    restUntil = ended + Math.min(LONGEST_REST_MS, REST_FACTOR * (ended - began));
    if (next !== model) {
      model = next;
      for (const listener of [...listeners]) listener();
    }
    return model;
  };

  return {
    getSnapshot: () => model,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    markChanged() {
      cancel ??= clock.afterPaint(compute, Math.max(0, restUntil - clock.now()));
    },
    flush() {
      if (!cancel) return model;
      cancel();
      return compute();
    },
    dispose() {
      cancel?.();
      cancel = undefined;
      listeners.clear();
    },
  };
}

/** A hidden tab draws no frames; there the timer alone must do. */
const browserClock: ModelClock = {
  now: () => performance.now(),
  afterPaint(call, delayMs) {
    let frame = 0;
    let timer: ReturnType<typeof setTimeout>;
    const soon = () => {
      timer = setTimeout(call, 0);
    };
    timer = setTimeout(() => {
      if (document.visibilityState === 'hidden') call();
      else frame = requestAnimationFrame(soon);
    }, delayMs);
    return () => {
      clearTimeout(timer);
      cancelAnimationFrame(frame);
    };
  },
};
