/**
 * Seeded fuzz of 2 to 5 peers. Every character that anybody types is unique, so loss, doubling and misplacement show.
 */
import { EditorState, TextSelection } from '@tiptap/pm/state';
import { decodeCaret, encodeCaret, readRows, resolveAnchor, sameValue } from '@tramline/collab';
import { finalDraftLetter } from '@tramline/screenplay';
import type { Anchor } from '@tramline/wire';
import * as Y from 'yjs';
import {
  drawnPages,
  nodeOfRow,
  pagesPlugin,
  pageTableOf,
  placeOf,
  posOf,
  screenplaySchema as schema,
} from '../src/index.ts';
import { actOf } from './fuzzActions.ts';
import { Peer, type ScriptRow, settle, showDoc, startState } from './peers.ts';
import { createRandom, type Random } from './random.ts';
import { TYPES } from './types.ts';

/** What a seed did. `stuck` counts peers that Yjs left with pending updates although they had everything. */
export interface FuzzOutcome {
  readonly ops: number;
  readonly corrections: number;
  readonly anchors: Readonly<Record<string, number>>;
  readonly stuck: number;
}

/** The characters of a run, and what became of them. */
class Words {
  readonly typed = new Set<string>();
  /** Characters that somebody deleted or undid: they may be gone. */
  readonly touched = new Set<string>();
  /** Characters that somebody moved: a concurrent move may double them. */
  readonly moved = new Set<string>();
  readonly #random: Random;
  #unit = 0;

  constructor(random: Random) {
    this.#random = random;
  }

  /** A character that nobody typed yet; every fifth is a surrogate pair. */
  fresh(): string {
    const n = this.#unit++;
    return n % 5 === 4 ? String.fromCodePoint(0x20000 + n) : String.fromCharCode(0x4e00 + n);
  }

  /** One to `most` fresh characters. */
  some(most: number): string {
    return Array.from({ length: 1 + this.#random.int(most) }, () => this.fresh()).join('');
  }

  /** A fresh character of one unit. */
  single(): string {
    this.#unit = 5 * Math.ceil(this.#unit / 5);
    return this.fresh();
  }

  note(text: string, set: Set<string>): void {
    for (const char of text) set.add(char);
  }
}

/** Everything that one seed works on. */
export interface Run {
  readonly random: Random;
  readonly words: Words;
  readonly peers: readonly Peer[];
  /** Whether peers write as no editor of ours does: strange heads, unknown formats. */
  readonly foreign: boolean;
  /** Whether edits may part surrogate pairs. */
  readonly halves: boolean;
  undone: boolean;
}

/** Rounds in which everybody gets everything; each client's corrections of the others' take a few. */
const MOST_ROUNDS = 50;

class Network {
  /** How many turns were taken. */
  turns = 0;
  readonly log: Uint8Array[];
  readonly #offline = new Set<Peer>();
  readonly #run: Run;

  constructor(run: Run, start: Uint8Array) {
    this.#run = run;
    this.log = [start];
  }

  toggle(peer: Peer): void {
    if (!this.#offline.delete(peer)) this.#offline.add(peer);
  }

  deliver(peer: Peer, most: number): void {
    const { random } = this.#run;
    for (let i = 0; i < most && peer.inbox.length > 0; i++) {
      const update = peer.inbox.splice(random.int(peer.inbox.length), 1)[0]!;
      peer.receive(update);
      if (random.chance(0.1)) peer.inbox.push(update);
    }
  }

  deliverSome(peer: Peer): void {
    if (!this.#offline.has(peer)) this.deliver(peer, this.#run.random.int(4));
  }

  publish(peer: Peer): void {
    for (const update of peer.sent.splice(0)) {
      this.log.push(update);
      for (const other of this.#run.peers) if (other !== peer) other.inbox.push(update);
    }
  }

  /** Delivers until nobody has anything left. Returns how many peers Yjs left pending; they are healed. */
  drain(): number {
    const { peers, random } = this.#run;
    for (let round = 0; peers.some((peer) => peer.inbox.length > 0 || peer.sent.length > 0); round++) {
      if (round > MOST_ROUNDS) throw new Error('peers answer each other without end');
      for (const peer of peers) {
        while (peer.inbox.length > 0) peer.receive(peer.inbox.splice(random.int(peer.inbox.length), 1)[0]!);
        this.publish(peer);
      }
    }
    // Delivered in any order and twice, yjs 13.6.33 now and then keeps an update pending for good, although it has all
    // that the update waits for. A state-vector exchange, as every reconnect does, heals it.
    const stuck = peers.filter((peer) => peer.doc.store.pendingStructs !== null).length;
    if (stuck > 0) settle(peers);
    for (const peer of peers) this.log.push(...peer.sent.splice(0));
    return stuck;
  }
}

/** Runs one seed. Throws an `Error` that says which oracle failed. */
export function runSeed(seed: number): FuzzOutcome {
  const random = createRandom(seed);
  const [foreign, halves] = [random.chance(0.2), random.chance(0.1)];
  const words = new Words(random);
  const begin = Array.from({ length: random.int(7) }, (_, at): ScriptRow => {
    return [random.pick(TYPES), `s${at}`, random.chance(0.85) ? words.some(8) : ''];
  });
  for (const row of begin) words.note(row[2], words.typed);
  const start = startState(begin);
  const peers = Array.from({ length: 2 + random.int(4) }, (_, at) => {
    return new Peer(String.fromCharCode(97 + at), 100 + at * 7 + random.int(7), {
      start,
      plugins: [pagesPlugin(shortPages)],
    });
  });
  const run: Run = { random, words, peers, foreign, halves, undone: false };
  const network = new Network(run, start);
  const anchors = someAnchors(peers[0]!, random);
  const ops = 15 + random.int(45);
  for (let i = 0; i < ops; i++) takeTurn(run, network);
  const stuck = network.drain();
  checkPeers(run);
  for (const peer of peers) checkPages(peer);
  checkRebuilt(run, network.log);
  checkWords(run);
  const corrections = peers.reduce((sum, peer) => sum + peer.corrections.length, 0);
  return { ops, corrections, anchors: checkAnchors(run, anchors), stuck };
}

function takeTurn(run: Run, network: Network): void {
  const { random } = run;
  const peer = random.pick(run.peers);
  if (random.chance(0.1)) network.toggle(peer);
  network.deliverSome(peer);
  if (random.chance(0.3)) peer.select(anyPosition(peer, random), anyPosition(peer, random));
  actOf(run, peer);
  if (++network.turns % 6 === 0) checkPages(peer);
  if (random.chance(0.3)) peer.undo.close();
  network.publish(peer);
}

function anyPosition(peer: Peer, random: Random): number {
  const { doc } = peer.state;
  return TextSelection.near(doc.resolve(random.int(doc.content.size + 1))).from;
}

function someAnchors(peer: Peer, random: Random): Held[] {
  const { doc } = peer.state;
  if (doc.textContent.length <= 2) return [];
  return [0, 1, 2].map(() => {
    const [x, y] = [anyPosition(peer, random), anyPosition(peer, random)];
    const [from, to] = [Math.min(x, y), Math.max(x, y)];
    const outside = doc.textBetween(0, from) + doc.textBetween(to, doc.content.size);
    return { anchor: peer.anchor(from, to), inside: [...doc.textBetween(from, to)], outside: [...outside] };
  });
}

/** Pages so short that a few words fill several. */
const shortPages = {
  profile: { ...finalDraftLetter, linesPerPage: 6, continueds: true, splitAtSentences: true },
} as const;

/** The pages that a peer kept up to date are those that are made afresh, and so is what it draws. */
function checkPages({ name, state }: Peer): void {
  const fresh = EditorState.create({ doc: state.doc, plugins: [pagesPlugin(shortPages)] });
  const [kept, made] = [state, fresh].map((one) => JSON.stringify([pageTableOf(one)?.pages, drawnPages(one)]));
  if (kept !== made) throw new Error(`pages of ${name}: ${kept} are not ${made}`);
}

/** The editor's view of a body that is read afresh. */
export function freshView(body: Y.Text): ReturnType<typeof nodeOfRow> {
  return schema.topNodeType.create(
    null,
    readRows(body).map((row) => nodeOfRow(schema, row)),
  );
}

/** Peers are equal; each editor shows its body; rows kept up to date equal rows read afresh; ids are unique. */
function checkPeers({ peers, random }: Run): void {
  const first = peers[0]!;
  const shown = showDoc(first.state.doc);
  for (const peer of peers) {
    if (!peer.state.doc.eq(first.state.doc)) {
      const sameBody = JSON.stringify(peer.body.toDelta()) === JSON.stringify(first.body.toDelta());
      const who = sameBody ? 'peers differ' : 'Yjs itself differs between peers';
      throw new Error(`${who}\n${shown}\n---${peer.name}\n${showDoc(peer.state.doc)}`);
    }
    const view = freshView(peer.body);
    if (!view.eq(peer.state.doc)) {
      throw new Error(`editor is not the view\n${showDoc(peer.state.doc)}\n---view\n${showDoc(view)}`);
    }
    const plain = (rows: typeof peer.binding.rows): unknown[] => rows.map(({ head: _, ...row }) => row);
    const [fresh, kept] = [plain(readRows(peer.body)), plain(peer.binding.rows)];
    if (!sameValue(fresh, kept)) {
      throw new Error(`rows differ from a fresh reading\n${JSON.stringify(fresh)}\n${JSON.stringify(kept)}`);
    }
    const ids = peer.binding.rows.map((row) => row.id);
    if (new Set(ids).size !== ids.length) throw new Error('ids repeat');
    for (let i = 0; i < 4; i++) checkCaret(peer, random.pick(peers), anyPosition(peer, random));
  }
}

function checkCaret(peer: Peer, other: Peer, pos: number): void {
  const place = placeOf(peer.state.doc, pos);
  const caret = encodeCaret(peer.binding.ground, { anchor: place, head: place });
  const found = decodeCaret(other.binding.ground, caret)?.head;
  if (found && posOf(other.state.doc, found) === pos) return;
  throw new Error(`caret came out elsewhere: ${pos} became ${JSON.stringify(found)}\n${showDoc(peer.state.doc)}`);
}

function checkRebuilt({ peers, random }: Run, log: readonly Uint8Array[]): void {
  const doc = new Y.Doc();
  const shuffled = log.toSorted(() => random.next() - 0.5);
  for (const update of shuffled) Y.applyUpdate(doc, update);
  if (doc.store.pendingStructs !== null) Y.applyUpdate(doc, Y.mergeUpdates(shuffled));
  const view = freshView(doc.getText('body'));
  const shown = peers[0]!.state.doc;
  if (!view.eq(shown)) throw new Error(`rebuilt from updates differs\n${showDoc(shown)}\n---rebuilt\n${showDoc(view)}`);
}

/** Every character that was typed and not deleted stands there, once; one that was moved at least once. */
function checkWords({ peers, words, halves }: Run): void {
  const { doc } = peers[0]!.state;
  const counts = new Map<string, number>();
  for (const char of doc.textContent) counts.set(char, (counts.get(char) ?? 0) + 1);
  for (const char of words.typed) {
    if (words.touched.has(char) || halves) continue;
    const count = counts.get(char) ?? 0;
    if (words.moved.has(char) ? count >= 1 : count === 1) continue;
    throw new Error(`character ${char.codePointAt(0)!.toString(16)} stands ${count} times\n${showDoc(doc)}`);
  }
  if (!halves && counts.has('\uFFFD')) throw new Error('a surrogate pair was parted');
}

/** An anchor, with the characters that it covered when it was made, in order, and those that stood beside it. */
interface Held {
  readonly anchor: Anchor;
  readonly inside: readonly string[];
  readonly outside: readonly string[];
}

/**
 * An anchor whose first and last character nobody deleted, moved or undid covers every character of its own that is still in its
 * place, and none that stood beside it and is still there.
 */
function checkCovered({ peers, words, foreign, halves }: Run, { anchor, inside, outside }: Held): void {
  // A range may begin or end inside a surrogate pair; half of one is no character.
  const isInPlace = (char: string): boolean => !words.touched.has(char) && !words.moved.has(char) && !isHalf(char);
  const [first, last] = [inside[0], inside.at(-1)];
  if (foreign || halves || first === undefined || !isInPlace(first) || !isInPlace(last!)) return;
  for (const { binding, state } of peers) {
    const place = resolveAnchor(binding.ground, anchor);
    if (place.state !== 'placed') throw new Error(`anchor is orphaned, but its ends stand\n${showDoc(state.doc)}`);
    const covered = new Set(state.doc.textBetween(posOf(state.doc, place.start), posOf(state.doc, place.end)));
    const lost = inside.filter((char) => isInPlace(char) && !covered.has(char));
    const gained = outside.filter((char) => isInPlace(char) && covered.has(char));
    if (lost.length + gained.length > 0)
      throw new Error(`anchor lost "${lost.join('')}" and gained "${gained.join('')}"\n${showDoc(state.doc)}`);
  }
}

const isHalf = (char: string): boolean => char.length === 1 && char >= '\ud800' && char <= '\udfff';

/** Anchors stand at one place on all peers, unless somebody undid: only the one who undid knows what was redone. */
function checkAnchors(run: Run, anchors: readonly Held[]): Record<string, number> {
  const { peers, undone } = run;
  const tally: Record<string, number> = {};
  for (const held of anchors) {
    const { anchor } = held;
    checkCovered(run, held);
    const ranges = peers.map((peer) => resolveAnchor(peer.binding.ground, anchor));
    const range = ranges[0]!;
    const key = range.state === 'placed' ? range.by : range.state;
    tally[key] = (tally[key] ?? 0) + 1;
    if (!undone && !ranges.every((other) => sameValue(other, range))) throw new Error('anchor differs between peers');
  }
  return tally;
}
