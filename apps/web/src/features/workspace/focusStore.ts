/**
 * What this screen points at: the shot under the pointer, the selected one, the caret's place. Local state only; it never
 * leaves the screen. Views subscribe with a selector, so that pointing at things renders nothing that does not care.
 */
import { useSyncExternalStore } from 'react';
import type { WordPlace } from './model/workspaceModel.ts';

type PanelTab = 'shots' | 'comments';

/** A range of words; `start` never stands behind `end`. */
export interface WordRange {
  readonly start: WordPlace;
  readonly end: WordPlace;
}

export interface FocusState {
  /** The shot that is pointed at or has the keyboard's focus: line, words, row and phrases of it light up. */
  readonly litShotId: string | null;
  /** A field of the lit (else of the selected) shot whose own words light up stronger. */
  readonly litField: string | null;
  readonly selectedShotId: string | null;
  readonly activeThreadId: string | null;
  /** The heading element's id of the scene that the caret stands in; null before the first heading. */
  readonly caretSceneId: string | null;
  readonly caret: WordPlace | null;
  /** The selected words; null while nothing or only a place is selected. */
  readonly selection: WordRange | null;
  readonly panelTab: PanelTab;
}

type Setters = { readonly [N in keyof FocusState as `set${Capitalize<N>}`]: (value: FocusState[N]) => void };

export interface FocusStore extends Setters {
  getSnapshot(): FocusState;
  subscribe(listener: () => void): () => void;
  /** Several values at once, told once. */
  set(change: Partial<FocusState>): void;
}

const NOTHING: FocusState = {
  litShotId: null,
  litField: null,
  selectedShotId: null,
  activeThreadId: null,
  caretSceneId: null,
  caret: null,
  selection: null,
  panelTab: 'shots',
};

const samePlace = (a: WordPlace | null, b: WordPlace | null): boolean =>
  a === b || (a !== null && b !== null && a.ordinal === b.ordinal && a.offset === b.offset);
const sameRange = (a: WordRange | null, b: WordRange | null): boolean =>
  a === b || (a !== null && b !== null && samePlace(a.start, b.start) && samePlace(a.end, b.end));

export function createFocusStore(): FocusStore {
  const listeners = new Set<() => void>();
  let state = NOTHING;
  const set = (change: Partial<FocusState>): void => {
    const next = { ...state, ...change };
    if (samePlace(next.caret, state.caret)) next.caret = state.caret;
    if (sameRange(next.selection, state.selection)) next.selection = state.selection;
    if ((Object.keys(next) as (keyof FocusState)[]).every((name) => next[name] === state[name])) return;
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set,
    setLitShotId: (litShotId) => set({ litShotId }),
    setLitField: (litField) => set({ litField }),
    setSelectedShotId: (selectedShotId) => set({ selectedShotId }),
    setActiveThreadId: (activeThreadId) => set({ activeThreadId }),
    setCaretSceneId: (caretSceneId) => set({ caretSceneId }),
    setCaret: (caret) => set({ caret }),
    setSelection: (selection) => set({ selection }),
    setPanelTab: (panelTab) => set({ panelTab }),
  };
}

/** One value of the store; renders again only when it changes. The selector must give back what is in the state. */
export function useFocus<T>(store: FocusStore, select: (state: FocusState) => T): T {
  const read = () => select(store.getSnapshot());
  return useSyncExternalStore(store.subscribe, read, read);
}
