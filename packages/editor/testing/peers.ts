/** Headless peers with a scripted network, for the fuzz, the scenarios and the unit tests. */
import type { Node } from '@tiptap/pm/model';
import { type Command, EditorState, type Plugin, TextSelection, type Transaction } from '@tiptap/pm/state';
import { createAnchor, openScript, Rescue, resolveAnchor } from '@tramline/collab';
import type { Anchor } from '@tramline/wire';
import * as Y from 'yjs';
import {
  BodyBinding,
  type BodyUndo,
  createUndo,
  type EditorHost,
  placeOf,
  posOf,
  screenplaySchema,
} from '../src/index.ts';

/** What a peer may be made with. */
export interface PeerOptions {
  /** The state that it starts from, as one update. */
  readonly start?: Uint8Array;
  /** Plugins beside the binding's own. */
  readonly plugins?: readonly Plugin[];
}

/** One peer: a document, a headless editor, an undo stack, and the updates that wait for it. */
export class Peer implements EditorHost {
  readonly name: string;
  readonly doc = new Y.Doc();
  readonly script = openScript(this.doc);
  readonly body = this.script.body;
  readonly binding: BodyBinding;
  readonly undo: BodyUndo;
  readonly rescue: Rescue;
  /** Updates that others sent and that are not delivered yet. */
  readonly inbox: Uint8Array[] = [];
  readonly corrections: Transaction[] = [];
  /** Updates of its own that were not handed on yet. */
  readonly sent: Uint8Array[] = [];
  state: EditorState;
  /** Whether an input method composes here: others' changes are then held back. */
  composing = false;
  /** The document as a dispatch left it, before the body answered. */
  applied: Node | undefined;
  #ids = 0;

  constructor(name: string, clientId: number, { start, plugins = [] }: PeerOptions = {}) {
    this.name = name;
    this.doc.clientID = clientId;
    if (start) Y.applyUpdate(this.doc, start);
    this.binding = new BodyBinding({
      body: this.body,
      schema: screenplaySchema,
      newId: () => `${name}${this.#ids++}`,
      onCorrection: (tr) => this.corrections.push(tr),
    });
    this.state = EditorState.create({ doc: this.binding.document, plugins: [this.binding.plugin(), ...plugins] });
    this.binding.attach(this);
    this.undo = createUndo(this.binding, { captureMs: 0 });
    this.rescue = new Rescue(this.script);
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') this.sent.push(update);
    });
  }

  dispatch(tr: Transaction): void {
    this.state = this.state.apply(tr);
    this.applied = this.state.doc;
    this.state.doc.check();
    this.binding.flush();
  }

  do(command: Command): boolean {
    return command(this.state, (tr) => this.dispatch(tr));
  }
  type(pos: number, text: string): void {
    this.dispatch(this.state.tr.insertText(text, pos));
  }
  select(anchor: number, head = anchor): void {
    this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, anchor, head)));
  }

  /** The position of an offset in the element of the given id. */
  at(id: string, offset = 0): number {
    let found = -1;
    this.state.doc.forEach((node, pos) => {
      if (node.attrs.id === id && found < 0) found = pos + 1 + offset;
    });
    if (found < 0) throw new RangeError(`no element ${id}`);
    return found;
  }

  /** The position of the first occurrence of some words. */
  find(words: string, offset = 0): number {
    let found = -1;
    this.state.doc.forEach((node, pos) => {
      const at = node.textContent.indexOf(words);
      if (found < 0 && at >= 0) found = pos + 1 + at + offset;
    });
    if (found < 0) throw new RangeError(`"${words}" is not in the script`);
    return found;
  }

  /** Anchors the words between two positions. */
  anchor(from: number, to: number): Anchor {
    return createAnchor(this.binding.ground, placeOf(this.state.doc, from), placeOf(this.state.doc, to));
  }

  /** The words that an anchor covers here, elements joined by `/`; `undefined` if it is orphaned. */
  anchored(anchor: Anchor): string | undefined {
    const place = resolveAnchor(this.binding.ground, anchor);
    if (place.state === 'orphaned') return undefined;
    return this.state.doc.textBetween(posOf(this.state.doc, place.start), posOf(this.state.doc, place.end), '/');
  }

  /** Ends a composition: what was held back is shown. */
  endComposition(): void {
    this.composing = false;
    this.binding.release();
  }

  receive(update: Uint8Array): void {
    Y.applyUpdate(this.doc, update, 'network');
  }
}

/** An element as a test writes it: type, id, words. */
export type ScriptRow = readonly [type: string, id: string, words: string];

/** The state of a script, as one update of client 1. */
export function startState(rows: readonly ScriptRow[]): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 1;
  const body = doc.getText('body');
  doc.transact(() => {
    for (const [type, id, text] of rows) {
      body.insertEmbed(body.length, new Y.Map(Object.entries({ id, type })));
      body.insert(body.length, text);
    }
  });
  return Y.encodeStateAsUpdate(doc);
}

/** Exchanges everything between all peers until nothing is left. */
export function settle(peers: readonly { readonly doc: Y.Doc }[]): void {
  for (let round = 0; round < 20; round++) {
    let moved = false;
    for (const from of peers) for (const to of peers) if (from !== to) moved = exchange(from.doc, to.doc) || moved;
    if (!moved) return;
  }
}

/** Settles, and gives what all show, line by line. Throws if they differ, or if settling again would change anything. */
export function settled(peers: readonly Peer[]): string[] {
  settle(peers);
  const [first, ...others] = peers.map((peer) => showDoc(peer.state.doc));
  for (const other of others) if (other !== first) throw new Error(`peers differ\n${first}\n---\n${other}`);
  for (const peer of peers) peer.sent.length = 0;
  settle(peers);
  if (peers.some((peer) => peer.sent.length > 0)) throw new Error(`peers do not come to rest\n${first}`);
  return first!.split('\n');
}

function exchange(from: Y.Doc, to: Y.Doc): boolean {
  const diff = Y.encodeStateAsUpdate(from, Y.encodeStateVector(to));
  if (diff.length <= 2) return false;
  const moved = !Y.equalSnapshots(Y.snapshot(from), Y.snapshot(to));
  Y.applyUpdate(to, diff, 'network');
  return moved;
}

/** A document as lines `type#id|text`, with marks shown as letters. */
export function showDoc(doc: Node): string {
  const letters = (words: Node): string => words.marks.map((mark) => mark.type.name[0]).join('');
  const shown = (words: Node): string => words.text! + (words.marks.length > 0 ? `{${letters(words)}}` : '');
  return doc.children
    .map((node) => `${node.type.name}#${node.attrs.id}|${node.children.map(shown).join('')}`)
    .join('\n');
}
