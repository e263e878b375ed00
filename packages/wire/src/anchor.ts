/** A lasting reference to words of a script, as it crosses the wire and lies in rows and documents. Shape: DESIGN.md 3. */
import { z } from 'zod';

/** A Yjs place: the id of the unit it holds on to, and the side; `null` item: an end of the body. */
export const relativePlace = z.object({
  item: z.object({ client: z.number().int().nonnegative(), clock: z.number().int().nonnegative() }).nullable(),
  assoc: z.number().int().min(-1).max(1),
});
export type RelativePlace = z.infer<typeof relativePlace>;

/** One end of an anchor. `offset` counts UTF-16 code units in the element of id `element`. */
export const anchorEnd = z.object({
  element: z.string().min(1).max(128),
  offset: z.number().int().nonnegative(),
  rel: relativePlace,
});
export type AnchorEnd = z.infer<typeof anchorEnd>;

/** `prefix` and `suffix` are up to 32 units around the quote; elements are joined by a line feed in all three. */
export const anchor = z.object({
  start: anchorEnd,
  end: anchorEnd,
  quote: z.string().max(20_000),
  prefix: z.string().max(64),
  suffix: z.string().max(64),
});
export type Anchor = z.infer<typeof anchor>;
