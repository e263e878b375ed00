/** What state a room is in. */

export type ClosedWhy = 'evicted' | 'fenced' | 'damaged' | 'gone' | 'shutdown';
export type RoomState =
  | { readonly kind: 'live' }
  | { readonly kind: 'readOnly'; readonly reason: 'database' | 'full' }
  /** No client is left; it goes when time is up and nothing is uncommitted. */
  | { readonly kind: 'draining'; readonly timer: NodeJS.Timeout }
  | { readonly kind: 'closed'; readonly why: ClosedWhy };

/** Breaks one invariant on purpose, so that a test can see that the fault tests notice. Never set outside of tests. */
export type Mutant = 'acknowledgeFromMemory' | 'broadcastBeforeCommit';
