/**
 * What the screen says about where a room's words are. Pure: facts come in as events, the state is derived from them.
 * The rule behind it all: *Saved* means committed on the server's disk, *kept* means committed in this browser's
 * database, and everything else is said aloud.
 */
import { isFinalRefusal, REFUSAL } from '@tramline/wire';

type SaveStateName = 'saved' | 'saving' | 'offlineKept' | 'notSaved' | 'readOnly';

/** Why words are not saved, or why they may not be changed. */
export type SaveCause =
  /** This browser offers no database, or refuses to open it. */
  | 'deviceMissing'
  /** The database of this browser has no room left. */
  | 'deviceFull'
  /** The server refused an edit for good. */
  | 'refused'
  /** The session has ended, the membership is gone, or the document is. */
  | 'sessionEnded'
  | 'forbidden'
  | 'gone'
  /** The person's role may not edit. */
  | 'role'
  /** The document was written by a newer Tramline. */
  | 'schema';

/** What is shown. `count` is the number of one's own edits that are not on the server's disk yet. */
export interface SaveState {
  readonly state: SaveStateName;
  readonly count: number;
  readonly cause: SaveCause | null;
}

/** What is known, each fact independent of the others. */
export interface SaveFacts {
  readonly server: 'connecting' | 'offline' | 'uncovered' | 'covered';
  /** Own edits that the server has not committed. */
  readonly pending: number;
  /** Updates that this browser's database has not committed. */
  readonly unkept: number;
  readonly device: 'opening' | 'ready' | 'missing' | 'full';
  readonly mode: 'edit' | 'read';
  /** Why the mode is `read`, or why the room ended. */
  readonly cause: SaveCause | null;
  /** The code of the last final refusal. */
  readonly refusal: number | null;
}

export type SaveEvent =
  | { readonly type: 'edited' }
  | { readonly type: 'reopened'; readonly pending: number }
  | { readonly type: 'kept'; readonly unkept: number }
  | { readonly type: 'device'; readonly device: SaveFacts['device'] }
  | { readonly type: 'server'; readonly server: SaveFacts['server'] }
  | { readonly type: 'admitted'; readonly mode: SaveFacts['mode']; readonly cause: SaveCause | null }
  | { readonly type: 'ended'; readonly cause: SaveCause }
  | { readonly type: 'refused'; readonly code: number };

/** Before anything is known. */
export const UNKNOWN_SAVE: SaveFacts = {
  server: 'connecting',
  pending: 0,
  unkept: 0,
  device: 'opening',
  mode: 'edit',
  cause: null,
  refusal: null,
};

/** The facts after an event; the same object when nothing changed. */
export function nextSaveState(facts: SaveFacts, event: SaveEvent): SaveFacts {
  switch (event.type) {
    case 'edited':
      return { ...facts, pending: facts.pending + 1, server: facts.server === 'covered' ? 'uncovered' : facts.server };
    case 'reopened':
      return event.pending === 0 ? facts : { ...facts, pending: facts.pending + event.pending };
    case 'kept':
      return event.unkept === facts.unkept ? facts : { ...facts, unkept: event.unkept };
    case 'device':
      return event.device === facts.device ? facts : { ...facts, device: event.device };
    case 'server':
      return nextServer(facts, event.server);
    case 'admitted':
      return nextMode(facts, event.mode, event.cause);
    case 'ended':
      return { ...facts, server: 'offline', mode: 'read', cause: event.cause };
    case 'refused':
      return isFinalRefusal(event.code) ? { ...facts, refusal: event.code, mode: 'read', cause: 'refused' } : facts;
  }
}

/** A refusal stands, save one that the role alone had brought: with a role that edits, the same words go out again. */
function nextMode(facts: SaveFacts, mode: SaveFacts['mode'], cause: SaveCause | null): SaveFacts {
  const isHealed = mode === 'edit' && facts.refusal === REFUSAL.readOnlyRole;
  return facts.refusal === null || isHealed ? { ...facts, mode, cause, refusal: null } : facts;
}

function nextServer(facts: SaveFacts, server: SaveFacts['server']): SaveFacts {
  if (server === 'covered') {
    // A refused edit is never committed, whatever the counters of later frames say.
    if (facts.refusal !== null) return facts;
    return facts.server === 'covered' && facts.pending === 0 ? facts : { ...facts, server, pending: 0 };
  }
  return server === facts.server ? facts : { ...facts, server };
}

/** What to show for the facts. */
export function presentSaveState(facts: SaveFacts): SaveState {
  const { pending: count, cause } = facts;
  if (facts.refusal !== null) return { state: 'notSaved', count: Math.max(1, count), cause: 'refused' };
  if (facts.mode === 'read')
    return count > 0 ? { state: 'notSaved', count, cause } : { state: 'readOnly', count, cause };
  if (facts.server === 'covered') return { state: 'saved', count: 0, cause: null };
  if (facts.server !== 'offline') return { state: 'saving', count, cause: null };
  if (facts.device === 'missing') return { state: 'notSaved', count, cause: 'deviceMissing' };
  if (facts.device === 'full') return { state: 'notSaved', count, cause: 'deviceFull' };
  if (facts.unkept > 0 || facts.device === 'opening') return { state: 'saving', count, cause: null };
  return { state: 'offlineKept', count, cause: null };
}

/** Whether closing the page now would lose words: some are neither on the server's disk nor on this device's. */
export function mayLoseWords({ pending, unkept, device, server }: SaveFacts): boolean {
  return pending > 0 && server !== 'covered' && (unkept > 0 || device === 'missing' || device === 'full');
}

/** The worse of several rooms' states, for one word on the screen; counts add up. */
export function worstSaveState(states: readonly SaveState[]): SaveState {
  const rank: readonly SaveStateName[] = ['notSaved', 'offlineKept', 'saving', 'saved', 'readOnly'];
  const worst = states.reduce((a, b) => (rank.indexOf(b.state) < rank.indexOf(a.state) ? b : a));
  return { ...worst, count: states.reduce((sum, { count }) => sum + count, 0) };
}
