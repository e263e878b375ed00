/**
 * Repeats what this client changed in an element that somebody else moved at the same moment without having seen it: a
 * type or another entry of the head, words that were deleted or formatted, and elements that were joined. What was typed
 * comes home as strays (see `rescue.ts`).
 *
 * What the mover had seen nobody says, so this acts only when the copy tells: an entry that has the value from before the
 * change, or words that are exactly those of one of the element's last states here. Else the change is let be.
 */
import * as Y from 'yjs';
import { type Formats, formatChange, type Run, sameFormats, sameValue } from '../bodyFormats.ts';
import type { BodyRows, RowsChange, Stretch } from '../followBody.ts';
import type { Ground } from '../ground.ts';
import { type Head, headOf, itemOf, type Row, type Trace } from '../row.ts';
import type { Script } from '../script.ts';
import { BodyMove, indexOfRow, RESCUE_ORIGIN } from './bodyMove.ts';
import { type Cut, isInCut } from './cutRecord.ts';
import { followSteps, type Outcome, type Step } from './removedWords.ts';

/** How many elements this client's changes are remembered of, and how many states of each. */
const MOST_ELEMENTS = 100;
const MOST_STATES = 64;

/** An edit of an element's words; it may have joined the element behind it. */
interface WordsStep extends Step {
  readonly joined?: { readonly id: string; readonly words: string };
}

/** What was changed here in one element. */
interface Changes {
  /** It, state by state, and the steps between its words. */
  states: Row[];
  steps: WordsStep[];
  /** The entries that this client set: what they were before, and what they are. */
  readonly entries: Map<string, { readonly was: unknown; readonly is: unknown }>;
}

/** A changed element that others took out; it may live elsewhere under its id. */
interface Departed extends Changes {
  readonly head: Y.ID;
  readonly id: string;
}

export class LateChanges {
  readonly #script: Script;
  readonly #followed: BodyRows;
  readonly #changes = new Map<Head, Changes>();
  #departed: Departed[] = [];

  constructor(script: Script, followed: BodyRows) {
    this.#script = script;
    this.#followed = followed;
  }

  /** Whether there may be something to do. */
  get isDue(): boolean {
    return this.#departed.length > 0;
  }

  /** Notes what this client changed, and what others took out of it. */
  note(change: RowsChange): void {
    const { tx, before, stretches } = change;
    const isOwn = tx.local && tx.origin !== RESCUE_ORIGIN;
    if (isOwn) this.#noteEntries(tx);
    else if (this.#changes.size === 0) return;
    for (const stretch of stretches) {
      const was = before.slice(stretch.from, stretch.to);
      const now = new Map(stretch.rows.map((row) => [row.head, row]));
      const traces = tracesOf(was, stretch);
      const join = traces || !isOwn ? undefined : readJoin(was, stretch.rows);
      for (const [at, old] of was.entries()) {
        const { head, rawId } = old;
        if (!head) continue;
        const row = now.get(head);
        if (row && traces) this.#noteStep(head, [old, row], { isOwn, trace: traces[at]! });
        else if (row && join) {
          if (join.head === head) this.#noteStep(head, [old, row], join.step);
        } else if (row) this.#forgetWords(head);
        else if (tx.local) this.#changes.delete(head);
        else this.#noteDeparted(head, rawId);
      }
    }
  }

  #noteEntries(tx: Y.Transaction): void {
    for (const [type, keys] of tx.changed) {
      const item = type._item;
      const head = item?.parent === this.#script.body && !item.deleted ? headOf(item) : undefined;
      if (!head || item!.id.clock >= (tx.beforeState.get(item!.id.client) ?? 0)) continue;
      for (const key of keys) {
        if (key === null || key === 'id') continue;
        const entry = head._map.get(key);
        const last = entry && earlierEntry(tx, entry);
        const known = this.#of(head).entries.get(key);
        this.#of(head).entries.set(key, { was: known ? known.was : plainValueOf(last), is: head.get(key) });
      }
    }
  }

  #noteStep(head: Head, [was, is]: readonly [Row, Row], step: WordsStep): void {
    if (sameWords(was, is) || (!step.isOwn && !this.#changes.has(head))) return;
    const changes = this.#of(head);
    const last = changes.states.at(-1);
    if (!last || !sameWords(last, was)) {
      changes.states = [was];
      changes.steps = [];
    }
    changes.states = [...changes.states, is].slice(-MOST_STATES);
    changes.steps = [...changes.steps, step].slice(1 - MOST_STATES);
  }

  #forgetWords(head: Head): void {
    const changes = this.#changes.get(head);
    if (!changes) return;
    changes.states = [];
    changes.steps = [];
  }

  #of(head: Head): Changes {
    const changes = this.#changes.get(head) ?? { states: [], steps: [], entries: new Map() };
    this.#changes.delete(head);
    this.#changes.set(head, changes);
    for (const oldest of this.#changes.keys()) {
      if (this.#changes.size <= MOST_ELEMENTS) break;
      this.#changes.delete(oldest);
    }
    return changes;
  }

  #noteDeparted(head: Head, id: string): void {
    const changes = this.#changes.get(head);
    if (!changes) return;
    this.#changes.delete(head);
    this.#departed = [...this.#departed, { ...changes, head: itemOf(head).id, id }].slice(-MOST_ELEMENTS);
  }

  /** Repeats the changes of elements that others took out and that stand elsewhere. `cuts` gives those of others. */
  settle(cuts: () => readonly Cut[]): void {
    const { body } = this.#script;
    for (const departed of [...this.#departed]) {
      const home = this.#homeOf(departed);
      if (!home || !cuts().some((cut) => isInCut(body, cut, departed.head))) continue;
      this.#departed = this.#departed.filter((other) => other !== departed);
      this.#repeat(departed, home);
    }
  }

  /** Where somebody else put the element. */
  #homeOf({ id }: Departed): Row | undefined {
    const { rows, index } = this.#followed.ground;
    const first = rows[index.ofId(id)];
    const isOthers = ({ head, rawId }: Row): boolean =>
      rawId === id && head !== null && itemOf(head).id.client !== this.#script.doc.clientID;
    return !first || isOthers(first) ? first : rows.find(isOthers);
  }

  #repeat({ entries, states, steps }: Departed, home: Row): void {
    const { body, doc } = this.#script;
    const { ground } = this.#followed;
    const head = home.head!;
    const due = [...entries].filter(([key, { was, is }]) => sameValue(head.get(key), was) && !sameValue(was, is));
    const same = states.findLastIndex((state) => sameWords(state, home));
    const seen = same < 0 ? states.findLastIndex(({ text }) => text === home.text) : same;
    const edit = new BodyMove(ground);
    const formats: FormatEdit[] = [];
    if (seen >= 0) {
      const { places } = repeatWords(ground, edit, home, states.slice(seen), steps.slice(seen));
      if (same >= 0) formats.push(...formatEdits(home, states.at(-1)!, places));
    }
    if (due.length === 0 && formats.length === 0 && edit.isEmpty) return;
    const start = indexOfRow(ground, home) + 1;
    doc.transact(() => {
      for (const [key, { is }] of due) {
        if (is === undefined) head.delete(key);
        else head.set(key, is);
      }
      for (const { from, length, change } of formats) body.format(start + from, length, change);
      edit.apply(body, RESCUE_ORIGIN);
    }, RESCUE_ORIGIN);
  }
}

/** Deletes and joins in an element what this client did since the element had the words that it has. */
function repeatWords(
  ground: Ground,
  edit: BodyMove,
  home: Row,
  states: readonly Row[],
  steps: readonly WordsStep[],
): Outcome {
  const start = indexOfRow(ground, home) + 1;
  let { length } = home.text;
  // Where the words of elements begin that are joined; each has a head before it.
  const seams: number[] = [];
  let since: readonly Step[] = steps;
  for (const [at, { joined }] of steps.entries()) {
    if (!joined) continue;
    const next = ground.rows[ground.ordinalOf(home) + seams.length + 1];
    if (next?.rawId !== joined.id || next.text !== joined.words) {
      since = since.slice(0, at);
      break;
    }
    const kept = (some: number): Trace => ({ kind: 'kept', length: some });
    const { length: more } = joined.words;
    const whole = kept(states[at + 1]!.text.length);
    since = since.map((step, i) => {
      if (i > at) return step;
      return i === at ? { isOwn: false, trace: [whole] } : { ...step, trace: [...step.trace, kept(more)] };
    });
    edit.remove(start + length + seams.length, 1);
    seams.push(length);
    length += more;
  }
  const outcome = followSteps(length, since);
  for (const { from, to } of outcome.gone) {
    const ends = [...seams.filter((seam) => from < seam && seam < to), to];
    for (const [at, end] of ends.entries()) {
      const begin = at === 0 ? from : ends[at - 1]!;
      edit.remove(start + begin + seams.filter((seam) => seam <= begin).length, end - begin);
    }
  }
  return outcome;
}

const sameWords = (a: Row, b: Row): boolean => a.text === b.text && sameValue(a.runs, b.runs);

/** Formats to set on some words of an element. */
interface FormatEdit {
  readonly from: number;
  readonly length: number;
  readonly change: Formats;
}

/** What to set so that the words of an element have the formats that they have in a later state of it. */
function formatEdits({ runs, text }: Row, now: Row, places: readonly number[]): FormatEdit[] {
  if (places.length !== now.text.length) return []; // not the last state: a join was not repeated
  const old = formatsByUnit(runs);
  const fresh = formatsByUnit(now.runs);
  const edits: { from: number; length: number; change: Formats }[] = [];
  for (const [at, from] of places.entries()) {
    if (from < 0 || from >= text.length || sameFormats(old[from]!, fresh[at]!)) continue;
    const change = formatChange(old[from]!, fresh[at]!);
    const last = edits.at(-1);
    if (last && last.from + last.length === from && sameFormats(last.change, change)) last.length++;
    else edits.push({ from, length: 1, change });
  }
  return edits;
}

function formatsByUnit(runs: readonly Run[]): Formats[] {
  return runs.flatMap(({ text, formats }) => Array<Formats>(text.length).fill(formats));
}

/** A join of two elements, and nothing else. */
function readJoin(before: readonly Row[], rows: readonly Row[]): { head: Head; step: WordsStep } | undefined {
  const at = before.findIndex(({ head }, ordinal) => head !== rows[ordinal]?.head);
  const [first, second, joined] = [before[at - 1], before[at], rows[at - 1]];
  if (!first?.head || !second?.head || !joined || before.length !== rows.length + 1) return undefined;
  const rest = before
    .slice(at + 1)
    .every((row, i) => row.head === rows[at + i]!.head && row.text === rows[at + i]!.text);
  if (!rest || joined.text !== first.text + second.text) return undefined;
  const trace: Trace[] = [
    { kind: 'kept', length: first.text.length },
    { kind: 'added', length: second.text.length },
  ];
  return { head: first.head, step: { isOwn: true, trace, joined: { id: second.rawId, words: second.text } } };
}

/**
 * What happened to the words of each row, in order. `undefined` if rows came or went: a split or a join takes words
 * elsewhere, and deletes none.
 */
function tracesOf(before: readonly Row[], { rows, trace }: Stretch): Trace[][] | undefined {
  if (!trace || before.length !== rows.length) return undefined;
  let next = 0;
  const traces: Trace[][] = [];
  for (const [at, row] of rows.entries()) {
    if (!row.head || row.head !== before[at]!.head) return undefined;
    next++; // the head's own token
    const own: Trace[] = [];
    let [was, is] = [before[at]!.text.length, row.text.length];
    while (was > 0 || is > 0) {
      const part = trace[next++];
      if (!part) return undefined;
      if (part.kind !== 'added') was -= part.length;
      if (part.kind !== 'removed') is -= part.length;
      own.push(part);
    }
    if (was < 0 || is < 0) return undefined;
    traces.push(own);
  }
  return traces;
}

/** The entry that stood under a key before a transaction. */
function earlierEntry(tx: Y.Transaction, entry: Y.Item): Y.Item | null {
  let item: Y.Item | null = entry;
  while (item && item.id.clock >= (tx.beforeState.get(item.id.client) ?? 0)) item = item.left;
  return item;
}

/** The plain value of an entry, deleted or not; Yjs keeps it until the end of the transaction. */
function plainValueOf(entry: Y.Item | null | undefined): unknown {
  const value: unknown = entry?.content.getContent()[entry.length - 1];
  return value instanceof Y.AbstractType ? value.toJSON() : value;
}
