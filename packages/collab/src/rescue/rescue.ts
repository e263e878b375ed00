/**
 * Brings words home that this client typed into an element while somebody else moved it, cut it or deleted it. Yjs
 * deletes only what the other had seen; what is left stands at the old place as part of the element before.
 *
 * Only the author of the words acts, so nobody doubles them, and only when the record says that the element went whole
 * (see `cutRecord.ts`): a join leaves everything where it is. If the element lives elsewhere under its id, the words move
 * into it, at the place that they had; else they get their head back. An author who never returns leaves them as they are.
 * What else happens at the same moment as a move is in `twins.ts` (another move) and `lateChanges.ts` (any other edit).
 */
import * as Y from 'yjs';
import { type BodyRows, followBody, type RowsChange } from '../followBody.ts';
import type { Ground } from '../ground.ts';
import { type Head, itemOf, type Row } from '../row.ts';
import type { Script } from '../script.ts';
import {
  BodyMove,
  idOfStray,
  indexOfPlace,
  indexOfRow,
  lengthOf,
  mapOffset,
  placeOfStray,
  RESCUE_ORIGIN,
  wordsOfRow,
} from './bodyMove.ts';
import { type Cut, isInCut, isRecorded, readCuts, recordCuts, recordedCuts } from './cutRecord.ts';
import { LateChanges } from './lateChanges.ts';
import { type Bereft, readBereft, type Stray, type Units } from './strayWords.ts';
import { Twins } from './twins.ts';

export interface RescueOptions {
  /** Client ids under which this device wrote earlier, while offline, and which no other tab acts for. */
  readonly earlierClientIds?: readonly number[];
}

/** How many elements are remembered whose cut is not on record yet. */
const MOST_WAITING = 200;
/** How often the same words are brought home: people whose elements stood in each other would follow each other for ever. */
const MOST_TIMES = 4;
/** How many acts of bringing home are remembered for that. */
const MOST_BROUGHT = 500;

/** An element that got its head back here, and what was known of it: it may yet be pasted elsewhere. */
interface Restored {
  readonly head: Head;
  readonly bereft: Bereft;
}

/** What one act wrote, as clocks of this client, and how often its words had been brought home then. */
interface Brought {
  readonly from: number;
  readonly to: number;
  readonly times: number;
}

/** Watches a script and brings this client's words home. Writes nothing until somebody's edit asks for it. */
export class Rescue {
  readonly #script: Script;
  readonly #followed: BodyRows;
  readonly #own: ReadonlySet<number>;
  readonly #unsubscribe: () => void;
  #waiting: Bereft[] = [];
  #restored: Restored[] = [];
  #cuts: Cut[] = [];
  #brought: Brought[] = [];
  readonly #twins: Twins;
  readonly #lateChanges: LateChanges;

  constructor(script: Script, { earlierClientIds = [] }: RescueOptions = {}) {
    this.#script = script;
    this.#followed = followBody(script.body);
    this.#own = new Set(earlierClientIds);
    this.#twins = new Twins(script, this.#followed);
    this.#lateChanges = new LateChanges(script, this.#followed);
    this.#unsubscribe = this.#followed.subscribe(this.#onRows);
    script.cuts.observe(this.#onCuts);
  }

  destroy(): void {
    this.#unsubscribe();
    this.#script.cuts.unobserve(this.#onCuts);
  }

  readonly #isOwn = (client: number): boolean => client === this.#script.doc.clientID || this.#own.has(client);

  readonly #onRows = (change: RowsChange): void => {
    if (!change.tx.local) this.#waiting = [...this.#waiting, ...readBereft(change, this.#isOwn)].slice(-MOST_WAITING);
    else if (!isRecorded(change.tx)) this.#cuts.push(...readCuts(change.tx, change.before));
    this.#twins.note(change);
    this.#lateChanges.note(change);
    if (this.#isDue) this.#later();
  };

  readonly #onCuts = (): void => {
    this.#twins.noteCuts();
    if (this.#isDue) this.#later();
  };

  get #isDue(): boolean {
    const open = this.#cuts.length + this.#waiting.length + this.#restored.length;
    return open > 0 || this.#twins.isDue || this.#lateChanges.isDue;
  }

  /** Acts when Yjs has told everybody of the transaction. */
  #later(): void {
    this.#script.doc.once('afterAllTransactions', () => this.#act());
  }

  #act(): void {
    const { doc, cuts, body } = this.#script;
    const fresh = this.#cuts.splice(0);
    if (fresh.length > 0) doc.transact(() => recordCuts(cuts, doc.clientID, fresh), RESCUE_ORIGIN);
    // One's own cuts explain nothing that others took out.
    let read: Cut[] | undefined;
    const known = (): Cut[] => {
      read ??= recordedCuts(cuts, this.#isOwn);
      return read;
    };
    this.#twins.settle(known);
    this.#lateChanges.settle(known);
    if (this.#waiting.length > 0) {
      const isCut = (bereft: Bereft): Cut | undefined => known().find((cut) => isInCut(body, cut, bereft.head));
      const due = this.#waiting.filter(isCut);
      this.#waiting = this.#waiting.filter((bereft) => !due.includes(bereft));
      // The last first: what stands behind strays is then settled already.
      for (const bereft of due.reverse()) this.#bringHome(bereft, isCut(bereft)!);
    }
    for (const restored of [...this.#restored]) this.#followPasted(restored);
  }

  #bringHome(bereft: Bereft, cut: Cut): void {
    const { ground } = this.#followed;
    const inCut = bereft.strays.filter((stray) => isInCut(this.#script.body, cut, idOfStray(stray)));
    const strays = inCut.flatMap((stray) => leftOf(ground, stray, inCut, this.#isOwn));
    if (strays.length === 0) return;
    const home = homeOf(ground, bereft.id, strays);
    if (home === 'there') return;
    const times = 1 + Math.max(...strays.map((stray) => this.#timesBrought(idOfStray(stray))));
    if (times > MOST_TIMES) return;
    const { doc } = this.#script;
    const from = Y.getState(doc.store, doc.clientID);
    if (home) this.#moveInto(home, bereft.words, strays);
    else this.#putHeadBack(bereft, strays);
    const to = Y.getState(doc.store, doc.clientID);
    this.#brought = [...this.#brought, { from, to, times }].slice(-MOST_BROUGHT);
  }

  #timesBrought({ client, clock }: Y.ID): number {
    if (client !== this.#script.doc.clientID) return 0;
    return this.#brought.findLast(({ from, to }) => from <= clock && clock < to)?.times ?? 0;
  }

  /** Moves strays into the element that their own one lives on as. */
  #moveInto(target: Row, words: string, strays: readonly Stray[]): void {
    const { ground } = this.#followed;
    const edit = new BodyMove(ground);
    const start = indexOfRow(ground, target) + 1;
    for (const stray of strays) edit.move(stray, start + mapOffset(words, target.text, stray.offset));
    edit.apply(this.#script.body, RESCUE_ORIGIN);
  }

  /** Makes an element of the strays that stand under no head, directly before the first of them. */
  #putHeadBack(bereft: Bereft, strays: readonly Stray[]): void {
    const { ground } = this.#followed;
    const direct = strays.filter((stray) => stray.kind === 'words' && stray.isDirect);
    const first = direct[0] && placeOfStray(ground, direct[0]);
    if (!first) return;
    const row = ground.rows[first.ordinal]!;
    const { body, doc } = this.#script;
    const head = new Y.Map<unknown>(Object.entries({ ...bereft.entries, id: bereft.id }));
    const isLast = direct.reduce((sum, stray) => sum + lengthOf(stray), first.offset) === row.text.length;
    if (isLast) doc.transact(() => body.insertEmbed(indexOfPlace(ground, first), head), RESCUE_ORIGIN);
    else {
      // Words that stay joined to the element before stand behind the strays: the strays make room for them.
      const edit = new BodyMove(ground);
      const end = indexOfRow(ground, row) + 1 + row.text.length;
      edit.insertHead(head, end);
      for (const stray of direct) edit.move(stray, end);
      edit.apply(body, RESCUE_ORIGIN);
    }
    this.#restored.push({ head, bereft });
  }

  /** When the element turns up again under its id, pasted or undone, what got its head back here goes there. */
  #followPasted(restored: Restored): void {
    const { ground } = this.#followed;
    const { head, bereft } = restored;
    const drop = (): void => {
      this.#restored = this.#restored.filter((other) => other !== restored);
    };
    const ordinal = ground.index.ofHead(head);
    if (ordinal < 0) {
      drop();
      return;
    }
    const target = ground.rows.find((row) => row.rawId === bereft.id && row.head !== head);
    if (!target) return;
    drop();
    const offset = bereft.strays[0]!.offset;
    const strays = wordsOfRow(ground, ordinal).map(
      (units): Stray => ({ kind: 'words', units, offset, isDirect: true }),
    );
    const isAllOwn = strays.every((stray) => stray.kind === 'words' && this.#isOwn(stray.units.client));
    // An undo of the deletion puts its words back around these: then only the second head is too much.
    if (!isAllOwn && ground.rows[ordinal - 1] !== target) return;
    const edit = new BodyMove(ground);
    edit.remove(indexOfRow(ground, ground.rows[ordinal]!), 1);
    if (!isAllOwn) {
      edit.apply(this.#script.body, RESCUE_ORIGIN);
      return;
    }
    const start = indexOfRow(ground, target) + 1;
    for (const stray of strays) edit.move(stray, start + mapOffset(bereft.words, target.text, offset));
    edit.apply(this.#script.body, RESCUE_ORIGIN);
  }
}

/**
 * What is left of a stray now. Words may have been parted or taken away. A head of one's own brings the words that stand
 * under it by now, each at the place that it was found at, later ones where the one before them stands; it stays if
 * somebody else's are among them, who may be bringing them home at this moment.
 */
function leftOf(ground: Ground, stray: Stray, all: readonly Stray[], isOwn: (client: number) => boolean): Stray[] {
  if (stray.kind === 'words') return stray.isDirect ? livePieces(ground.body, stray) : [];
  const ordinal = itemOf(stray.head).deleted ? -1 : ground.index.ofHead(stray.head);
  if (ordinal < 0) return [];
  let { offset } = stray;
  const under = wordsOfRow(ground, ordinal);
  if (!under.every(({ client }) => isOwn(client))) return [];
  const words = under.map((units): Stray => {
    offset = all.find((other) => other.kind === 'words' && overlaps(other.units, units))?.offset ?? offset;
    return { kind: 'words', units, offset, isDirect: false };
  });
  return [stray, ...words];
}

function overlaps(a: Units, b: Units): boolean {
  return a.client === b.client && a.clock < b.clock + b.length && b.clock < a.clock + a.length;
}

function livePieces(body: Y.Text, stray: Extract<Stray, { kind: 'words' }>): Stray[] {
  const { client, clock, length } = stray.units;
  const pieces: Stray[] = [];
  for (let at = clock; at < clock + length; ) {
    const item: Y.Item | Y.GC = Y.getItem(body.doc!.store, Y.createID(client, at));
    const end = Math.min(clock + length, item.id.clock + item.length);
    if (item instanceof Y.Item && !item.deleted)
      pieces.push({ ...stray, units: { client, clock: at, length: end - at } });
    at = end;
  }
  return pieces;
}

/** The element of the id elsewhere; `there` if the strays already stand in it. */
function homeOf(ground: Ground, id: string, strays: readonly Stray[]): Row | 'there' | undefined {
  const homes = ground.rows.filter((row) => row.rawId === id);
  const direct = strays.find((stray) => stray.kind === 'words' && stray.isDirect);
  const at = direct && placeOfStray(ground, direct);
  return at && homes.includes(ground.rows[at.ordinal]!) ? 'there' : homes[0];
}
