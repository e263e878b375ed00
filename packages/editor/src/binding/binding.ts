/**
 * Binds a body to a ProseMirror editor, both ways, by the smallest edit that does it.
 *
 * Invariant: whenever neither side is in the middle of a change, the editor's document equals the repaired view of the
 * body, and `rows[i]` is the stored form of the document's child `i`. Every Yjs transaction, one's own included, ends
 * by comparing the elements that it touched; what differs (repair, a lone surrogate) is corrected in the editor.
 *
 * While an input method composes, changes of others are held back: a browser ends a composition when the text node under
 * it is touched. What is composed goes out all the same. At the end they are shown in one step.
 */
import type { Node, Schema } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state';
import {
  type BodyRows,
  type Caret,
  decodeCaret,
  editBody,
  encodeCaret,
  followBody,
  type Ground,
  type Place,
  type Row,
  type RowsChange,
} from '@tramline/collab';
import type * as Y from 'yjs';
import { elementStarts, ordinalAt, placeOf, posOf } from '../elementStarts.ts';
import { HeldChanges } from './heldChanges.ts';
import { readLocalEdits } from './localEdits.ts';
import { keepSelection, type Patch, showPatch, showPatches } from './remoteSteps.ts';
import { renewIds } from './renewIds.ts';
import { nodeOfRow } from './rowNode.ts';
import { addTransaction, coveredUnits, type Span, spanBetween } from './spans.ts';
import { widenToPairs } from './tokens.ts';
import { writeEdits } from './writeEdits.ts';

/** What the binding needs of an editor. `EditorView` is one; a test passes a plain object. */
export interface EditorHost {
  readonly state: EditorState;
  /** Whether an input method is composing. */
  readonly composing?: boolean;
  dispatch(tr: Transaction): void;
}

/** What the binding's transactions carry under {@link bindingKey}. */
export interface BindingMeta {
  readonly from: 'body';
}

/** Edits that the editor holds and the body does not yet: spans from `base` to the editor's document. */
interface Unsent {
  readonly base: Node;
  readonly spans: readonly Span[];
  readonly caret: { readonly anchor: number; readonly head: number };
}

/** The key of the binding's plugin. */
export const bindingKey = new PluginKey<Unsent | null>('bodyBinding');

/** Whether a transaction shows a change of the body, and is no edit of the person at this editor. */
export function isFromBody(tr: Transaction): boolean {
  return tr.getMeta(bindingKey) !== undefined;
}

export interface BindingOptions {
  readonly body: Y.Text;
  readonly schema: Schema;
  /** Makes the id of a new element. Must not repeat across peers. */
  readonly newId: () => string;
  /** Told of every correction of the editor that a local edit made necessary. For tests and telemetry. */
  readonly onCorrection?: (tr: Transaction) => void;
}

/** How long after the end of a composition ProseMirror has taken in its last change for certain. */
const RELEASE_MS = 60;

/** The binding of one body and one editor. */
export class BodyBinding {
  readonly body: Y.Text;
  /** The document that equals the body. The editor is ahead of it only between a transaction and its flush. */
  document: Node;
  readonly #options: BindingOptions;
  readonly #followed: BodyRows;
  readonly #unsubscribe: () => void;
  #host: EditorHost | null = null;
  #caretBefore: Caret | undefined;
  #held: HeldChanges | null = null;
  #busy = false;

  /** Reads the body. Writes nothing. Call {@link destroy} to stop listening. */
  constructor(options: BindingOptions) {
    this.#options = options;
    this.body = options.body;
    this.#followed = followBody(options.body);
    this.document = this.#viewOf(this.rows);
    this.#unsubscribe = this.#followed.subscribe(this.#onRows);
  }

  /** The stored form of each element of the body. */
  get rows(): readonly Row[] {
    return this.#followed.rows;
  }

  /** Against what carets and anchors are read. */
  get ground(): Ground {
    return this.#followed.ground;
  }

  /** The selection before the local edit that is being written; for the undo stack. */
  get caretBefore(): Caret | undefined {
    return this.#caretBefore;
  }

  /** The editor's selection now. `undefined` without an editor. */
  get caret(): Caret | undefined {
    return this.#host ? this.#encode(this.#host.state.selection) : undefined;
  }

  destroy(): void {
    this.#unsubscribe();
  }

  /** Starts to serve an editor, whose document becomes the body's view. */
  attach(host: EditorHost): void {
    this.#host = host;
    if (host.state.doc.eq(this.document)) this.document = host.state.doc;
    else this.#show(this.#trOf(host.state, (tr) => this.#replaceAll(tr)));
  }

  /** Stops serving the editor. The binding goes on following the body. */
  detach(): void {
    this.#host = null;
    if (!this.#held) return;
    this.#held = null;
    this.document = this.#viewOf(this.rows);
  }

  /** The plugin that records local edits, keeps ids unique, and flushes. Goes into the editor's state. */
  plugin(): Plugin {
    return new Plugin<Unsent | null>({
      key: bindingKey,
      state: { init: () => null, apply: (tr, unsent, state) => this.#record(tr, unsent, state) },
      appendTransaction: (trs, _old, state) => this.#renewIds(trs, state),
      view: (view) => {
        this.attach(view);
        return {
          update: () => {
            this.flush();
            this.release();
          },
          destroy: () => this.detach(),
        };
      },
      props: { handleDOMEvents: { compositionend: this.#releaseSoon, blur: this.#releaseSoon } },
    });
  }

  /** A composition may end without a change of the document. ProseMirror takes in its last one a moment later. */
  readonly #releaseSoon = (): boolean => {
    setTimeout(() => this.release(), RELEASE_MS);
    return false;
  };

  /** Shows what was held back, if nothing is being composed any more. A headless host calls it after a composition. */
  release(): void {
    const host = this.#host;
    if (!host || !this.#held || host.composing || this.#busy) return;
    this.flush();
    this.#showHeld();
  }

  #showHeld(): void {
    const held = this.#held!;
    this.#held = null;
    const tr = this.#trOf(this.#host!.state, (next) => showPatches(next, held.patches(next.doc, this.rows)));
    if (tr.docChanged) this.#show(tr);
  }

  /** Shows the body whatever the editor holds: elements may have come or gone on either side. */
  #endHold(): void {
    this.#held = null;
    const tr = this.#trOf(this.#host!.state, (next) => this.#replaceAll(next));
    if (tr.docChanged) this.#show(tr);
  }

  /** The place in the body of a position in the editor's document. */
  placeAt(pos: number): Place {
    return this.#held ? this.#held.placeAt(this.document, this.rows, pos) : placeOf(this.document, pos);
  }

  /** The position in the editor's document of a place in the body. */
  posAt(place: Place): number {
    return this.#held ? this.#held.posAt(this.document, this.rows, place) : posOf(this.document, place);
  }

  /** The positions of a caret in the editor's document; `undefined` while this replica lacks what it holds on to. */
  rangeOf(caret: Caret): { anchor: number; head: number } | undefined {
    const places = decodeCaret(this.ground, caret);
    return places && { anchor: this.posAt(places.anchor), head: this.posAt(places.head) };
  }

  /** Selects what a caret names, if this replica knows it. */
  select(caret: Caret): void {
    const range = this.#host && this.rangeOf(caret);
    if (!range) return;
    const { state } = this.#host!;
    const selection = TextSelection.create(state.doc, range.anchor, range.head);
    this.#host!.dispatch(this.#trOf(state, (tr) => tr.setSelection(selection).scrollIntoView()));
  }

  // ---- From the editor to the body ----

  #record(tr: Transaction, unsent: Unsent | null, state: EditorState): Unsent | null {
    if (!tr.docChanged) return unsent;
    if (isFromBody(tr)) return null;
    const fresh = !unsent || tr.before === this.document;
    const { anchor, head } = state.selection;
    return {
      base: fresh ? tr.before : unsent.base,
      spans: addTransaction(fresh ? [] : unsent.spans, tr),
      caret: fresh ? { anchor, head } : unsent.caret,
    };
  }

  #renewIds(trs: readonly Transaction[], state: EditorState): Transaction | null {
    if (!trs.some((tr) => tr.docChanged) || state.doc === this.document) return null;
    const unsent = bindingKey.getState(state);
    if (!unsent) return null;
    const spans = unsent.base === this.document ? unsent.spans : spanBetween(this.document, state.doc);
    return renewIds(state, spans, this.#options.newId);
  }

  /** Writes what the editor is ahead by. The plugin calls it after every update; a headless host calls it itself. */
  flush(): void {
    const host = this.#host;
    if (!host || this.#busy || host.state.doc === this.document) return;
    const unsent = bindingKey.getState(host.state);
    const [before, after] = [this.document, host.state.doc];
    const isRecorded = unsent?.base === before;
    const spans = isRecorded ? unsent.spans : spanBetween(before, after);
    this.#caretBefore = isRecorded ? this.#encode(unsent.caret) : this.caret;
    const held = this.#held;
    const rows = held?.rows ?? this.rows;
    const local = readLocalEdits({ before, after, spans, rows, newId: this.#options.newId });
    this.document = after;
    const written = held ? held.map(local) : local;
    if (written.edits.length + written.heads.length > 0) {
      editBody(this.body, this, () => writeEdits(this.body, written));
    }
    this.#caretBefore = undefined;
    if (held) {
      // Only words can be followed while changes are held: an edit of elements ends it.
      if (local.heads.length > 0 || before.childCount !== after.childCount) this.#endHold();
      return;
    }
    const parts = this.document === after && coveredUnits(widenToPairs(spans, before, after)) > coveredUnits(spans);
    if (parts) this.#mendPairs(host, spans);
  }

  /** Shows the elements of the spans as the body holds them: half a surrogate pair is formatted here and not there. */
  #mendPairs(host: EditorHost, spans: readonly Span[]): void {
    const tr = this.#trOf(host.state, (next) => {
      for (const { b0, b1 } of spans.toReversed()) {
        const [from, to] = [ordinalAt(next.before, b0), ordinalAt(next.before, b1) + 1];
        showPatch(next, { from, to, rows: this.rows.slice(from, to) });
      }
    });
    if (!tr.docChanged) return;
    this.#options.onCorrection?.(tr);
    this.#show(tr);
  }

  // ---- From the body to the editor ----

  readonly #onRows = (change: RowsChange): void => {
    const host = this.#host;
    if (!host) {
      this.document = this.#viewOf(this.rows);
      return;
    }
    const local = change.tx.origin === this;
    if (this.#held && local) return;
    const { doc } = host.state;
    const inStep = local ? doc.childCount === this.rows.length : doc === this.document;
    if (inStep && (this.#held || (!local && host.composing))) {
      if (HeldChanges.mayHold(change)) {
        this.#held ??= new HeldChanges(change.before);
        this.#held.hold(change);
        return;
      }
      if (this.#held) {
        this.#endHold();
        return;
      }
    }
    const tr = this.#trOf(host.state, (next) => {
      if (!inStep) this.#replaceAll(next);
      else this.#showChange(next, change, local);
    });
    if (!tr.docChanged) return;
    if (local) this.#options.onCorrection?.(tr);
    this.#show(tr);
  };

  #showChange(tr: Transaction, { stretches, renamed }: RowsChange, local: boolean): void {
    let shift = 0;
    // After a local edit the editor already shows the new rows: they are compared, not brought in.
    const patches = stretches.map(({ from, to, rows, trace }): Patch => {
      if (!local) return { from, to, rows, trace };
      const shown = { from: from + shift, to: from + shift + rows.length, rows };
      shift += rows.length - (to - from);
      return shown;
    });
    showPatches(tr, patches);
    for (const row of renamed) {
      const at = this.rows.indexOf(row);
      if (tr.doc.child(at).attrs.id !== row.id) tr.setNodeAttribute(elementStarts(tr.doc)[at]!, 'id', row.id);
    }
  }

  #viewOf(rows: readonly Row[]): Node {
    const { schema } = this.#options;
    const shown = this.document as Node | undefined;
    const nodes = rows.map((row, at) => {
      const node = nodeOfRow(schema, row);
      const old = shown?.maybeChild(at);
      return old?.eq(node) ? old : node;
    });
    return schema.topNodeType.create(null, nodes);
  }

  #trOf(state: EditorState, build: (tr: Transaction) => void): Transaction {
    const tr = state.tr;
    build(tr);
    return tr.setMeta(bindingKey, { from: 'body' } satisfies BindingMeta).setMeta('addToHistory', false);
  }

  #show(tr: Transaction): void {
    const host = this.#host!;
    keepSelection(tr, host.state.selection);
    this.document = tr.doc;
    this.#busy = true;
    try {
      host.dispatch(tr);
    } finally {
      this.#busy = false;
    }
    // A plugin appended an edit of its own: it is sent once Yjs has told everybody of this transaction.
    if (this.#host && this.#host.state.doc !== this.document) {
      if (this.body.doc!._transactionCleanups.length > 0)
        this.body.doc!.once('afterAllTransactions', () => this.flush());
      else this.flush();
    }
  }

  #replaceAll(tr: Transaction): void {
    showPatch(tr, { from: 0, to: tr.doc.childCount, rows: this.rows });
  }

  #encode({ anchor, head }: { readonly anchor: number; readonly head: number }): Caret {
    return encodeCaret(this.ground, { anchor: this.placeAt(anchor), head: this.placeAt(head) });
  }
}
