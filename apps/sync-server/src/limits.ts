/** Every number an operator may want to change, in one place. Sizes in bytes unless said otherwise. */
import { defaultLogLimits, type LogLimits } from '@tramline/store';
import { z } from 'zod';

export interface Limits extends LogLimits {
  /** The largest frame, which is also the largest step 2. */
  readonly frameMax: number;
  readonly updateMax: number;
  /** The longest run of deleted or collected units that one struct may claim. */
  readonly runMax: number;
  /** A document larger than this becomes read-only. */
  readonly docMax: number;
  /** A snapshot is written after so many rows or bytes. */
  readonly compactRows: number;
  readonly compactBytes: number;
  /** A room without members stays open so long. */
  readonly evictAfterMs: number;
  /** A room with more uncommitted bytes than this, or older ones than `stallMaxMs`, takes no more edits. */
  readonly queueMax: number;
  readonly stallMaxMs: number;
  /** A reader with more unread bytes gets a diff later; with still more it is closed. */
  readonly lagAt: number;
  readonly closeAt: number;
  readonly framesPerSecond: number;
  readonly updatesPerSecond: number;
  readonly bytesPerSecond: number;
  readonly awarenessMax: number;
  readonly awarenessPerSecond: number;
  readonly awarenessEveryMs: number;
  readonly keepAliveMs: number;
  /** All open sockets are judged again so often, beside the news of changes. */
  readonly rejudgeEveryMs: number;
  /** News between processes is kept so long after everybody heard it, and forgotten so often. */
  readonly keepNewsMs: number;
  readonly forgetNewsEveryMs: number;
  /** Open sockets of one person in one room. */
  readonly socketsPerPerson: number;
}

export const defaultLimits: Limits = {
  ...defaultLogLimits,
  frameMax: 8 << 20,
  updateMax: 2 << 20,
  runMax: 1_000_000,
  docMax: 20 << 20,
  compactRows: 500,
  compactBytes: 256 << 10,
  evictAfterMs: 60_000,
  queueMax: 8 << 20,
  stallMaxMs: 30_000,
  lagAt: 1 << 20,
  closeAt: 8 << 20,
  framesPerSecond: 200,
  updatesPerSecond: 60,
  bytesPerSecond: 256 << 10,
  awarenessMax: 4 << 10,
  awarenessPerSecond: 20,
  awarenessEveryMs: 50,
  keepAliveMs: 15_000,
  rejudgeEveryMs: 60_000,
  keepNewsMs: 24 * 3_600_000,
  forgetNewsEveryMs: 3_600_000,
  socketsPerPerson: 100,
};

const positive = z.number().positive();
const names = Object.keys(defaultLimits) as (keyof Limits)[];

/** What `LIMITS` may hold: any of the limits by name. */
export const limitsChange = z.strictObject(
  Object.fromEntries(names.map((name) => [name, positive.optional()])) as Record<
    keyof Limits,
    z.ZodOptional<typeof positive>
  >,
);
export type LimitsChange = Partial<Limits>;
