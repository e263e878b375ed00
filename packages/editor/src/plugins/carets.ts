/** The carets and selections of others, from presence. Names show while a caret moves and a while after, then a dot. */
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { type Caret, readCaret, sameValue } from '@tramline/collab';
import type { BodyBinding } from '../binding/binding.ts';

/** How long the name stays after the last movement. */
export const NAME_MS = 2000;

/** What the plugin needs of `y-protocols`' awareness. */
export interface CaretPresence {
  readonly clientID: number;
  getStates(): Map<number, Record<string, unknown>>;
  setLocalStateField(field: string, value: unknown): void;
  on(event: 'change', listener: () => void): void;
  off(event: 'change', listener: () => void): void;
}

/** Time as the plugin sees it; a test gives its own. */
export interface CaretClock {
  now(): number;
  /** Calls back once, after a while. Returns how to call it off. */
  after(ms: number, call: () => void): () => void;
}

/** Who a caret belongs to, as the server stamps it into presence. `hue` is the name of a colour token. */
export interface CaretOwner {
  readonly name: string;
  readonly hue: string;
}

export interface CaretsOptions {
  readonly binding: BodyBinding;
  readonly presence: CaretPresence;
  readonly clock?: CaretClock;
  /** Reads whose caret a presence state is; `undefined` hides it. */
  readonly ownerOf?: (state: Readonly<Record<string, unknown>>, clientId: number) => CaretOwner | undefined;
}

/** One caret as it is drawn, in positions of the editor's document. */
export interface ShownCaret extends CaretOwner {
  readonly clientId: number;
  readonly anchor: number;
  readonly head: number;
  /** Whether the name shows. */
  readonly named: boolean;
}

interface Shown {
  readonly carets: readonly ShownCaret[];
  readonly drawn: DecorationSet;
}

/** The key of the carets' plugin. */
export const caretsKey = new PluginKey<Shown>('carets');

const HUES = 6;
const browserClock: CaretClock = {
  now: () => performance.now(),
  after: (ms, call) => {
    const timer = setTimeout(call, ms);
    return () => clearTimeout(timer);
  },
};

/** The name and colour in `state.user`, the colour falling back to one of the six by client id. */
export function readCaretOwner(state: Readonly<Record<string, unknown>>, clientId: number): CaretOwner | undefined {
  const user = state.user;
  if (typeof user !== 'object' || user === null) return undefined;
  const { name, hue } = user as Record<string, unknown>;
  if (typeof name !== 'string') return undefined;
  return { name, hue: typeof hue === 'string' ? hue : `who-${(clientId % HUES) + 1}` };
}

/** The carets that a state draws. */
export function shownCarets(state: EditorState): readonly ShownCaret[] {
  return caretsKey.getState(state)?.carets ?? [];
}

/** Draws the carets of others and publishes one's own while the editor has the focus. */
export function caretsPlugin(options: CaretsOptions): Plugin<Shown> {
  return new Plugin<Shown>({
    key: caretsKey,
    state: {
      init: () => ({ carets: [], drawn: DecorationSet.empty }),
      apply: (tr, shown) => {
        const carets = tr.getMeta(caretsKey) as readonly ShownCaret[] | undefined;
        if (carets) return { carets, drawn: draw(tr, carets) };
        if (!tr.docChanged || shown.carets.length === 0) return shown;
        return {
          carets: shown.carets.map((caret) => carried(caret, tr)),
          drawn: shown.drawn.map(tr.mapping, tr.doc),
        };
      },
    },
    props: { decorations: (state) => caretsKey.getState(state)?.drawn },
    view: (view) => new CaretsView(view, options),
  });
}

/** Words that arrive at a caret do not push it, as in its own editor. */
function carried(caret: ShownCaret, tr: Transaction): ShownCaret {
  return { ...caret, anchor: tr.mapping.map(caret.anchor, -1), head: tr.mapping.map(caret.head, -1) };
}

function draw(tr: Transaction, carets: readonly ShownCaret[]): DecorationSet {
  const decorations = carets.flatMap((caret) => {
    const [from, to] = [Math.min(caret.anchor, caret.head), Math.max(caret.anchor, caret.head)];
    const style = `--who: var(--${caret.hue})`;
    const widget = Decoration.widget(caret.head, () => caretElement(caret, style), {
      side: -1,
      key: `${caret.clientId} ${caret.named} ${caret.name} ${caret.hue}`,
      ignoreSelection: true,
    });
    return from < to ? [Decoration.inline(from, to, { class: 'psel', style }), widget] : [widget];
  });
  return DecorationSet.create(tr.doc, decorations);
}

function caretElement({ name, named }: ShownCaret, style: string): HTMLElement {
  const element = document.createElement('span');
  element.className = named ? 'caret' : 'caret idle';
  element.setAttribute('style', style);
  element.setAttribute('aria-hidden', 'true');
  if (named) element.dataset.name = name;
  return element;
}

class CaretsView {
  readonly #view: EditorView;
  readonly #binding: BodyBinding;
  readonly #presence: CaretPresence;
  readonly #clock: CaretClock;
  readonly #ownerOf: NonNullable<CaretsOptions['ownerOf']>;
  /** The last caret of each client, and until when its name shows. */
  readonly #seen = new Map<number, { caret: Caret; namedUntil: number }>();
  #callOff: (() => void) | undefined;
  #published: Caret | null = null;

  constructor(view: EditorView, { binding, presence, clock = browserClock, ownerOf = readCaretOwner }: CaretsOptions) {
    this.#view = view;
    this.#binding = binding;
    this.#presence = presence;
    this.#clock = clock;
    this.#ownerOf = ownerOf;
    presence.on('change', this.#onPresence);
    view.dom.addEventListener('focusout', this.#publish);
    view.dom.addEventListener('focusin', this.#publish);
  }

  update(view: EditorView, before: EditorState): void {
    if (view.state.selection.eq(before.selection) && view.state.doc === before.doc) return;
    this.#publish();
    // A document that changed under others' carets may have brought what one of them holds on to.
    if (view.state.doc !== before.doc && this.#seen.size > shownCarets(view.state).length) this.#onPresence();
  }

  destroy(): void {
    this.#callOff?.();
    this.#presence.off('change', this.#onPresence);
    this.#view.dom.removeEventListener('focusout', this.#publish);
    this.#view.dom.removeEventListener('focusin', this.#publish);
  }

  /** Puts one's own caret into presence, or takes it out when the focus is gone. */
  readonly #publish = (): void => {
    const caret = this.#view.hasFocus() ? (this.#binding.caret ?? null) : null;
    if (sameValue(caret, this.#published)) return;
    this.#published = caret;
    this.#presence.setLocalStateField('caret', caret);
  };

  readonly #onPresence = (): void => {
    const now = this.#clock.now();
    const carets: ShownCaret[] = [];
    const states = this.#presence.getStates();
    for (const clientId of [...this.#seen.keys()]) if (!states.has(clientId)) this.#seen.delete(clientId);
    for (const [clientId, state] of states) {
      const shown = clientId === this.#presence.clientID ? undefined : this.#read(clientId, state, now);
      if (shown) carets.push(shown);
    }
    this.#wake(now);
    if (sameValue(carets, shownCarets(this.#view.state))) return;
    this.#view.dispatch(this.#view.state.tr.setMeta(caretsKey, carets).setMeta('addToHistory', false));
  };

  #read(clientId: number, state: Readonly<Record<string, unknown>>, now: number): ShownCaret | undefined {
    const caret = readCaret(state.caret);
    const owner = this.#ownerOf(state, clientId);
    if (!caret || !owner) {
      this.#seen.delete(clientId);
      return undefined;
    }
    const before = this.#seen.get(clientId);
    const moved = !before || !sameValue(before.caret, caret);
    const namedUntil = moved ? now + NAME_MS : before.namedUntil;
    this.#seen.set(clientId, { caret, namedUntil });
    const range = this.#binding.rangeOf(caret);
    return range && { clientId, ...owner, ...range, named: now < namedUntil };
  }

  /** Comes back when the next name is due to become a dot. */
  #wake(now: number): void {
    this.#callOff?.();
    const due = [...this.#seen.values()].map(({ namedUntil }) => namedUntil).filter((until) => until > now);
    this.#callOff = due.length > 0 ? this.#clock.after(Math.min(...due) - now, this.#onPresence) : undefined;
  }
}
