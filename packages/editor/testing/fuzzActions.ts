/** What a peer may do in a turn of the fuzz. */
import { Fragment, type Node, Slice } from '@tiptap/pm/model';
import { TextSelection, type Transaction } from '@tiptap/pm/state';
import { sameValue } from '@tramline/collab';
import * as Y from 'yjs';
import { elementStarts, screenplaySchema as schema } from '../src/index.ts';
import type { Run } from './fuzz.ts';
import { type Peer, showDoc } from './peers.ts';
import { TYPES } from './types.ts';

/** One turn of one peer: its transaction under construction, and the places it may pick. */
class Turn {
  readonly run: Run;
  readonly peer: Peer;
  readonly doc: Node;
  readonly tr: Transaction;
  /** Whether the binding may answer this edit with a correction. */
  mayCorrect: boolean;
  readonly #corrections: number;

  constructor(run: Run, peer: Peer) {
    this.run = run;
    this.peer = peer;
    this.doc = peer.state.doc;
    this.tr = peer.state.tr;
    this.#corrections = peer.corrections.length;
    // A repaired id may change when its keeper goes: the editor is then told.
    const hasRepairs = this.doc.children.some((node) => String(node.attrs.id).includes('~'));
    this.mayCorrect = peer.binding.rows[0]!.head === null || run.halves || hasRepairs;
  }

  /** A position that parts no surrogate pair, unless the run is about those. */
  #whole(pos: number): number {
    const $pos = this.doc.resolve(pos);
    if (this.run.halves && this.run.random.chance(0.3)) return pos;
    const code = $pos.parent.textContent.charCodeAt($pos.parentOffset);
    return code >= 0xdc00 && code < 0xe000 ? pos - 1 : pos;
  }

  #near(pos: number): number {
    return this.#whole(TextSelection.near(this.doc.resolve(pos)).from);
  }

  place(): number {
    return this.#near(this.run.random.int(this.doc.content.size + 1));
  }

  range(): [number, number] {
    const { random } = this.run;
    const from = this.place();
    const isShort = random.chance(0.6);
    const to = isShort ? this.#near(Math.min(this.doc.content.size, from + random.int(6))) : this.place();
    return from < to ? [from, to] : [to, from];
  }

  /** One to three elements in a row. */
  elements(): { from: number; to: number; content: Fragment } {
    const first = this.run.random.int(this.doc.childCount);
    const last = Math.min(this.doc.childCount, first + 1 + this.run.random.int(3));
    const starts = [...elementStarts(this.doc), this.doc.content.size];
    const content = Fragment.from(this.doc.children.slice(first, last));
    return { from: starts[first]!, to: starts[last]!, content };
  }

  /** A position between two elements, or at either end. */
  boundary(of: Node): number {
    return [...elementStarts(of), of.content.size][this.run.random.int(of.childCount + 1)]!;
  }

  typed(most: number): string {
    const text = this.run.words.some(most);
    this.run.words.note(text, this.run.words.typed);
    return text;
  }

  noteTouched(from: number, to: number): void {
    this.run.words.note(this.doc.textBetween(from, to), this.run.words.touched);
  }

  /** Dispatches the transaction; it must come out as made, and need no correction. */
  send(): void {
    const { peer, tr } = this;
    peer.dispatch(tr);
    if (this.mayCorrect) return;
    const wanted = peer.applied!;
    if (!peer.state.doc.eq(wanted)) {
      throw new Error(`local edit came out otherwise\nwanted\n${showDoc(wanted)}\ngot\n${showDoc(peer.state.doc)}`);
    }
    if (peer.corrections.length > this.#corrections) {
      const steps = JSON.stringify([tr.steps, peer.corrections.at(-1)!.steps]);
      throw new Error(`local edit needed a correction\n${steps}\n${showDoc(this.doc)}`);
    }
  }
}

type Action = (turn: Turn) => void;

const someMark = (turn: Turn) => schema.marks[turn.run.random.pick(['bold', 'italic'])]!.create();

const type: Action = (turn) => {
  const text = turn.typed(4);
  const marks = turn.run.random.chance(0.25) ? [someMark(turn)] : undefined;
  const at = turn.place();
  if (marks) turn.tr.insert(at, schema.text(text, marks));
  else turn.tr.insertText(text, at);
  turn.send();
};

const remove: Action = (turn) => {
  const [from, to] = turn.range();
  turn.noteTouched(from, to);
  turn.tr.setSelection(TextSelection.create(turn.doc, from, to)).deleteSelection();
  turn.send();
};

const replace: Action = (turn) => {
  const [from, to] = turn.range();
  turn.noteTouched(from, to);
  turn.tr.insertText(turn.typed(3), from, to);
  turn.send();
};

const split: Action = (turn) => {
  const { random } = turn.run;
  const at = turn.place();
  const withType = random.chance(0.5);
  const after = withType
    ? [{ type: schema.nodes[random.pick(TYPES)]!, attrs: random.chance(0.5) ? { id: null } : {} }]
    : undefined;
  turn.tr.split(at, 1, after);
  turn.send();
};

const join: Action = (turn) => {
  if (turn.doc.childCount < 2) return;
  turn.tr.join(elementStarts(turn.doc)[turn.run.random.int(turn.doc.childCount - 1) + 1]!);
  turn.send();
};

const changeHead: Action = (turn) => {
  const { random } = turn.run;
  const pos = elementStarts(turn.doc)[random.int(turn.doc.childCount)]!;
  if (random.chance(0.6)) turn.tr.setNodeMarkup(pos, schema.nodes[random.pick(TYPES)]!);
  else turn.tr.setNodeAttribute(pos, 'number', random.chance(0.3) ? null : String(random.int(9)));
  turn.send();
};

const mark: Action = (turn) => {
  const { random } = turn.run;
  const [from, to] = turn.range();
  const chosen = random.chance(0.2) ? schema.marks.revision!.create({ set: random.int(3) }) : someMark(turn);
  if (random.chance(0.6)) turn.tr.addMark(from, to, chosen);
  else turn.tr.removeMark(from, to, chosen.type);
  turn.send();
};

const move: Action = (turn) => {
  const { from, to, content } = turn.elements();
  if (content.childCount === turn.doc.childCount) return;
  turn.run.words.note(content.textBetween(0, content.size), turn.run.words.moved);
  const inOne = turn.run.random.chance(0.5);
  turn.tr.delete(from, to);
  if (inOne) {
    turn.tr.insert(turn.boundary(turn.tr.doc), content);
    return turn.send();
  }
  turn.send();
  const paste = turn.peer.state.tr;
  paste.insert(turn.boundary(paste.doc), content);
  turn.peer.dispatch(paste);
};

const pasteCopies: Action = (turn) => {
  const copies = turn
    .elements()
    .content.content.map((node) => node.type.create(node.attrs, schema.text(turn.typed(3))));
  const whole = turn.run.random.chance(0.5);
  if (whole) turn.tr.insert(turn.boundary(turn.doc), Fragment.from(copies));
  else turn.tr.replace(turn.place(), undefined, new Slice(Fragment.from(copies), 1, 1));
  turn.send();
};

const replaceMany: Action = (turn) => {
  const { random, words } = turn.run;
  const { tr } = turn;
  const places = 2 + random.int(4);
  for (let i = 0; i < places; i++) {
    const { $from } = TextSelection.near(tr.doc.resolve(random.int(tr.doc.content.size + 1)));
    const code = $from.parent.textContent.codePointAt($from.parentOffset);
    if (code === undefined || (code >= 0xdc00 && code < 0xe000)) continue;
    words.note(String.fromCodePoint(code), words.touched);
    const put = words.fresh();
    words.note(put, words.typed);
    tr.insertText(put, $from.pos, $from.pos + (code > 0xffff ? 2 : 1));
  }
  if (tr.docChanged) turn.send();
};

const countsOf = (doc: Node): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const char of doc.textContent) counts.set(char, (counts.get(char) ?? 0) + 1);
  return counts;
};

const undoOrRedo: Action = ({ run, peer, doc }) => {
  run.undone = true;
  // Counted, not just present: undoing a paste takes away one of two copies.
  const old = countsOf(doc);
  if (run.random.chance(0.65)) peer.undo.undo();
  else peer.undo.redo();
  const now = countsOf(peer.state.doc);
  for (const char of new Set([...old.keys(), ...now.keys()])) {
    if (!sameValue(old.get(char), now.get(char))) run.words.touched.add(char);
  }
};

/** Writes into the body as no editor of ours does. */
const writeForeign: Action = ({ run, peer }) => {
  const { random, words } = run;
  const { body } = peer;
  const codes = body.toDelta().flatMap(({ insert }: { insert: unknown }): number[] => {
    if (typeof insert !== 'string') return [0];
    return Array.from({ length: insert.length }, (_, i) => insert.charCodeAt(i));
  });
  const index = random.int(body.length + 1);
  const isInPair = (codes[index] ?? 0) >= 0xdc00 && (codes[index] ?? 0) < 0xe000;
  const at = isInPair ? index - 1 : index;
  const code: number = codes[at] ?? 0;
  const embed = (entries: Record<string, unknown>): void => body.insertEmbed(at, new Y.Map(Object.entries(entries)));
  const writes = [
    () => embed({ id: `s${random.int(6)}`, type: 'action' }),
    () => embed({ type: 'montage', tune: { key: 'C' } }),
    () => embed({ id: '', type: 7 }),
    () => {
      if (body.length > 0 && typeof body.toDelta()[0]?.insert === 'object') body.delete(0, 1);
    },
    () => {
      if (body.length > 0 && at < codes.length)
        body.format(at, code >= 0xd800 && code < 0xdc00 ? 2 : 1, { glow: true });
    },
    () => {
      const text = words.single();
      words.note(text, words.typed);
      body.insert(0, text, {});
    },
  ];
  const write = random.pick(writes);
  peer.doc.transact(write, 'foreign');
};

/** Repeated entries are likelier. The last one only in runs with foreign writes. */
const ACTIONS: readonly Action[] = [
  ...[type, type, type, remove, remove, replace, split, split, join, changeHead, mark, move, pasteCopies],
  ...[replaceMany, undoOrRedo, writeForeign],
];

/** Lets a peer do something at random. */
export function actOf(run: Run, peer: Peer): void {
  const turn = new Turn(run, peer);
  const count = run.foreign ? ACTIONS.length : ACTIONS.length - 1;
  ACTIONS[run.random.int(count)]!(turn);
}
