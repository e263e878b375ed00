/** A selection as awareness carries it. */
import { type RelativePlace, relativePlace } from '@tramline/wire';
import type { Ground } from '../ground.ts';
import { findToken, nameToken, type Place } from './place.ts';

/** Both ends of a selection as named tokens; `head` is the end that moves. */
export interface Caret {
  readonly anchor: RelativePlace;
  readonly head: RelativePlace;
}

/** Both ends of a selection as places. */
export interface CaretPlaces {
  readonly anchor: Place;
  readonly head: Place;
}

/** Names a selection. Both ends hold on to the token before them, so words that arrive at the caret do not push it. */
export function encodeCaret(ground: Ground, { anchor, head }: CaretPlaces): Caret {
  const named = nameToken(ground, head, 'before');
  const same = anchor.ordinal === head.ordinal && anchor.offset === head.offset;
  return { anchor: same ? named : nameToken(ground, anchor, 'before'), head: named };
}

/** Finds a selection again, or `undefined` while this replica lacks what it holds on to. */
export function decodeCaret(ground: Ground, caret: Caret): CaretPlaces | undefined {
  const head = findToken(ground, caret.head);
  const anchor = caret.anchor === caret.head ? head : findToken(ground, caret.anchor);
  return anchor && head && { anchor, head };
}

/** Reads a caret from what another client put into its presence; `undefined` if it is none. */
export function readCaret(value: unknown): Caret | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { anchor, head } = value as Record<string, unknown>;
  const ends = [relativePlace.safeParse(anchor), relativePlace.safeParse(head)] as const;
  return ends[0].success && ends[1].success ? { anchor: ends[0].data, head: ends[1].data } : undefined;
}
