/** What the page shares with the bars around it: where the caret is, what is shown, and the editor itself while there is one. */
import type { Command } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { CompletionList, ScriptEditor } from '@tramline/editor';
import type { CaretPlace, ElementType } from '@tramline/screenplay';
import type { PageFacts } from './pageFacts.ts';
import type { PageSurface, SurfaceView } from './pageSurface.ts';

export const MARKS = ['bold', 'italic', 'underline'] as const;
type MarkName = (typeof MARKS)[number];

/** The caret as the bars show it. */
export interface CaretFacts {
  /** Null for an element of a type that this version does not know. */
  readonly type: ElementType | null;
  readonly place: CaretPlace;
  /** The marks that the selection has, joined by spaces. */
  readonly marks: string;
  readonly hasSelection: boolean;
}

/** The page while it is there. */
interface PageController {
  readonly view: EditorView;
  readonly script: ScriptEditor;
  readonly surface: PageSurface;
}

export interface PageState extends SurfaceView {
  readonly caret: CaretFacts | null;
  /** The list that is open at the caret: names, parts of headings, element types. */
  readonly list: CompletionList | null;
  /** Null until there is a page. */
  readonly pages: PageFacts | null;
  /** The label of the page that the caret is on. */
  readonly caretPage: string;
  /** Whether the page set-up is open. */
  readonly isSetupOpen: boolean;
}

export interface PageStore {
  readonly controller: PageController | null;
  attach(controller: PageController | null): void;
  getSnapshot(): PageState;
  subscribe(listener: () => void): () => void;
  set(change: Partial<PageState>): void;
  /** Runs an editor command and gives the focus back to the words. False without a page, or when it does not apply. */
  run(command: Command): boolean;
}

const START: PageState = {
  caret: null,
  list: null,
  pages: null,
  caretPage: '',
  isSetupOpen: false,
  lines: true,
  uncovered: false,
  filter: 'all',
};

const sameCaret = (a: CaretFacts | null, b: CaretFacts | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.type === b.type &&
    a.place === b.place &&
    a.marks === b.marks &&
    a.hasSelection === b.hasSelection);

export function createPageStore(): PageStore {
  const listeners = new Set<() => void>();
  let state = START;
  let controller: PageController | null = null;
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  return {
    get controller() {
      return controller;
    },
    attach(next) {
      controller = next;
      const { lines, uncovered, filter } = state;
      next?.surface.setView({ lines, uncovered, filter });
    },
    getSnapshot: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    set(change) {
      const next = { ...state, ...change };
      if (sameCaret(next.caret, state.caret)) next.caret = state.caret;
      const isSame = (Object.keys(next) as (keyof PageState)[]).every((name) => next[name] === state[name]);
      if (isSame) return;
      const isView = next.lines !== state.lines || next.uncovered !== state.uncovered || next.filter !== state.filter;
      state = next;
      if (isView) controller?.surface.setView({ lines: next.lines, uncovered: next.uncovered, filter: next.filter });
      tell();
    },
    run(command) {
      if (!controller) return false;
      const { view } = controller;
      const done = command(view.state, view.dispatch, view);
      view.focus();
      return done;
    },
  };
}
